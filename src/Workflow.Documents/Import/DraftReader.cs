using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Finds the zones of a document (header, title, body, recipients and signature) and builds the clause tree.</summary>
internal static class DraftReader
{
    public static ImportedDraft Read(SourceDocument source)
    {
        var notes = new List<ImportNote>(source.Notes);
        var blocks = source.Blocks;
        var title = TitleZone.Find(blocks);
        var (tailStart, tailEnd) = TailZone.Find(blocks, title.BodyStart - 1);
        var end = blocks.Take(tailEnd).Skip(tailStart).ToList();
        var header = HeaderZone.Read(blocks.Take(title.TypeIndex).Concat(blocks.Take(title.BodyStart).Skip(title.TypeIndex).Where(HeaderZone.IsNumberOrDate)), end);
        var tail = TailZone.Read(end);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var clauses = Clauses(source, title.BodyStart, tailStart, tailEnd, notes, lines);
        var type = title.Type ?? TypeOf(header.Symbol) ?? DocumentType.Of("nghi-quyet");
        if (title.Type is null)
        {
            notes.Add(new("NO_TYPE", "đầu văn bản", $"Không thấy dòng tên loại văn bản; tạm coi là {type.Name}. Đồng chí kiểm tra lại."));
        }

        if (title.Subject.Length == 0)
        {
            notes.Add(new("NO_SUBJECT", "tên văn bản", "Không thấy trích yếu dưới tên loại văn bản."));
        }

        var bodyKind = BodyFinder.Kind(title.Tail, clauses, tail.Signature.Authority);
        var conference = ConferenceFinder.Read(clauses);
        var text = new DraftText(type.Key, bodyKind, title.Tail, title.Subject, clauses, tail.Recipients, tail.Signature);
        var facts = new DocumentFacts(
            header.IsPresent, header.Superior, header.Organization, BodyFinder.Name(bodyKind, clauses, header, title.Tail), header.Number, header.Symbol, header.Ordinal,
            header.Place, header.Date ?? conference?.Date, header.Date is not null, conference);
        var places = clauses.Select(clause => KeyValuePair.Create(clause.Id, lines.GetValueOrDefault(clause.Id))).ToList();
        int NumberAt(int index) => index < blocks.Count ? blocks[index].Number : int.MaxValue;
        var tailPlaces = (NumberAt(tailStart), NumberAt(tailEnd));
        return new ImportedDraft(text, facts, notes)
        {
            Source = SourceMap.Of(blocks, lines),
            CarriedIds = clauses.Select(clause => clause.Id).Intersect(blocks.Select(block => block.ClauseId).OfType<string>(), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal),
            Header = header.Words,
            Recipients = tail.Marks,
            Comments = [.. source.Comments.Select(comment => comment.At(places, tailPlaces))],
        };
    }

    private static IReadOnlyList<Clause> Clauses(SourceDocument source, int start, int end, int annex, List<ImportNote> notes, Dictionary<string, int> lines)
    {
        var body = source.Blocks.Take(end).Skip(start).ToList();
        if (body.Count == 0)
        {
            throw new ImportException("NO_BODY", "Tệp không có phần nội dung sau tên loại và trích yếu. Đồng chí kiểm tra lại tệp dự thảo.");
        }

        if (annex < source.Blocks.Count)
        {
            notes.Add(new("ANNEX", source.Blocks[annex].Line is { Length: > 40 } line ? line[..40] + "…" : source.Blocks[annex].Line, "Phụ lục sau chữ ký được xếp vào cuối phần nội dung. Đồng chí kiểm tra lại."));
            body.AddRange(source.Blocks.Skip(annex));
        }

        return ClauseBuilder.Build(Joining.Paragraphs(body, source.IsWrapped, notes), notes, lines);
    }

    private static DocumentType? TypeOf(string? symbol) => symbol is null ? null : DocumentType.All.FirstOrDefault(type => symbol.StartsWith(type.Abbreviation + "/", StringComparison.Ordinal));
}
