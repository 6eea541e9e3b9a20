using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Finds the zones of a document (header, title, body, recipients and signature) and builds the clause tree.</summary>
internal static partial class DraftReader
{
    public static ImportedDraft Read(SourceDocument source)
    {
        var notes = new List<ImportNote>(source.Notes);
        var blocks = source.Blocks;
        var title = TitleZone.Find(blocks);
        var tailStart = TailZone.Start(blocks, title.BodyStart);
        var header = HeaderZone.Read(blocks.Take(title.TypeIndex));
        var tail = TailZone.Read(blocks.Skip(tailStart));
        var body = blocks.Skip(title.BodyStart).Take(tailStart - title.BodyStart).ToList();
        if (body.Count == 0)
        {
            throw new ImportException("NO_BODY", "Tệp không có phần nội dung sau tên loại và trích yếu. Đồng chí kiểm tra lại tệp dự thảo.");
        }

        var paragraphs = Joining.Paragraphs(body, source.IsWrapped, notes);
        var clauses = ClauseBuilder.Build(paragraphs, notes);
        var type = title.Type ?? TypeOf(header.Symbol) ?? DocumentType.Of("nghi-quyet");
        if (title.Type is null)
        {
            notes.Add(new("NO_TYPE", "đầu văn bản", $"Không thấy dòng tên loại văn bản; tạm coi là {type.Name}. Đồng chí kiểm tra lại."));
        }

        var bodyKind = BodyFinder.Kind(title.Tail, tail.Signature.Authority);
        var conference = ConferenceFinder.Read(clauses);
        var date = header.Date ?? conference?.Date;
        var text = new DraftText(type.Key, bodyKind, title.Tail, title.Subject, clauses, tail.Recipients, tail.Signature);
        var facts = new DocumentFacts(
            header.IsPresent, header.Superior, header.Organization, BodyFinder.Name(bodyKind, text), header.Number, header.Symbol, header.Ordinal,
            header.Place, date, header.Date is not null, conference);
        if (title.Subject.Length == 0)
        {
            notes.Add(new("NO_SUBJECT", "tên văn bản", "Không thấy trích yếu dưới tên loại văn bản."));
        }

        return new ImportedDraft(text, facts, notes);
    }

    private static DocumentType? TypeOf(string? symbol) => symbol is null ? null : DocumentType.All.FirstOrDefault(type => symbol.StartsWith(type.Abbreviation + "/", StringComparison.Ordinal));
}

/// <summary>Title: the kind, what stands between, and the subject.</summary>
internal sealed partial record TitleZone(int TypeIndex, DocumentType? Type, string Tail, string Subject, int BodyStart)
{
    private const int HeaderLimit = 40;

    public static TitleZone Find(IReadOnlyList<SourceBlock> blocks)
    {
        for (var index = 0; index < Math.Min(blocks.Count, HeaderLimit); index++)
        {
            if (TypeIn(blocks[index].Text.Trim()) is var (type, rest))
            {
                return Read(blocks, index, type, rest);
            }
        }

        // No kind named: everything from the first labelled or long line on is the body.
        var start = blocks.TakeWhile(block => block.Text.Length < 60 && Labels.Read(block.Text.Trim()) is null).Count();
        return new(Math.Min(start, blocks.Count - 1), null, "", "", start >= blocks.Count ? 0 : start);
    }

    private static (DocumentType Type, string After)? TypeIn(string line)
    {
        foreach (var type in DocumentType.All.OrderByDescending(type => type.Name.Length))
        {
            var name = type.Name.ToUpperInvariant();
            if (line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || line[name.Length] == ' '))
            {
                return (type, line[name.Length..].Trim());
            }
        }

        return null;
    }

    private static TitleZone Read(IReadOnlyList<SourceBlock> blocks, int typeIndex, DocumentType type, string rest)
    {
        var tail = new List<string>();
        var subject = new List<string>();
        if (rest.Length > 0)
        {
            (Joining.IsCapitals(rest) ? tail : subject).Add(rest);
        }

        var index = typeIndex + 1;
        for (; index < blocks.Count; index++)
        {
            var block = blocks[index];
            var line = Spaces().Replace(block.Text.Trim(), " ");
            if (Separator().IsMatch(line))
            {
                index++;
                break;
            }

            if (Labels.Read(line) is { Level: not 7 } || line.StartsWith("Căn cứ", StringComparison.Ordinal) || block.Cells is not null
                || (subject.Count > 0 && (block.AfterBlank || (!block.AllBold && block.Place.StartsWith("đoạn", StringComparison.Ordinal)))))
            {
                break;
            }

            (subject.Count == 0 && Joining.IsCapitals(line) ? tail : subject).Add(line);
        }

        if (index < blocks.Count && Separator().IsMatch(blocks[index].Text.Trim()))
        {
            index++;
        }

        return new(typeIndex, type, string.Join(' ', tail), string.Join(' ', subject), index);
    }

    [GeneratedRegex(@"^[-–—_*=\s]+$")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
