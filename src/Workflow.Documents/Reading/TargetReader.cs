using System.Text.RegularExpressions;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Reads the measured targets of the clauses that set targets.</summary>
internal static partial class TargetReader
{
    private const int FewWords = 3;
    private const int LongestLabel = 160;

    public static IReadOnlyList<TargetProposal> Read(IReadOnlyList<Clause> clauses)
    {
        var found = new List<TargetProposal>();
        var section = new TargetSection();
        foreach (var clause in clauses)
        {
            if (clause.Kind == ClauseKind.Paragraph && section.IsInside)
            {
                found.AddRange(Items(clause.Text).SelectMany(item => Sentences().Split(item)).SelectMany(Segments).Select(segment => Target(clause.Id, segment)).OfType<TargetProposal>());
            }
            else if (clause.Rows is { } rows && section.IsInside)
            {
                found.AddRange(rows.Select(row => InRow(clause.Id, row)).OfType<TargetProposal>());
            }

            section.Take(clause);
        }

        return found;
    }

    // "(1) … (2) …" inside a paragraph are items of their own, also where a bracket was forgotten ("(23 Công tác"); what stands before is none.
    private static IEnumerable<string> Items(string text)
    {
        var marks = Numbered().Matches(text).ToList();
        return marks.Count == 0
            ? [text]
            : marks.Select((mark, index) => Embedded().Replace(text[(mark.Index + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].Index : text.Length)], ""));
    }

    // Several values in one sentence part at the first comma or bracket behind each; where there is none, the first value is the target.
    private static IEnumerable<string> Segments(string sentence)
    {
        var measures = Measures.In(sentence);
        var from = 0;
        for (var index = 0; index + 1 < measures.Count; index++)
        {
            var between = sentence[measures[index].End..measures[index + 1].Index];
            if (measures[index].Index >= from && Parting().Match(between) is { Success: true } part)
            {
                var at = measures[index].End + part.Index;
                yield return sentence[from..at];
                from = at + part.Length;
            }
        }

        yield return sentence[from..];
    }

    private static TargetProposal? Target(string clauseId, string segment)
    {
        var quote = segment.Trim().TrimEnd('.', ',', ';', ' ');
        quote = quote.Contains('(', StringComparison.Ordinal) ? quote : quote.TrimEnd(')');
        var stated = Lead().Replace(quote, "");
        if (Measures.In(stated).FirstOrDefault() is not { } measure)
        {
            return null;
        }

        var head = Connective().Replace(stated[..measure.Index], "").Trim(' ', ':', ',', '(', '-');
        var rest = stated[measure.End..].Trim(' ', '.', ',', ';', ')');
        var label = head;
        if (rest.Length > 0 && !stated[..measure.Index].TrimEnd().EndsWith(':') && (head.Split(' ').Length <= FewWords || Unfinished().IsMatch(head)))
        {
            label = string.Join(' ', new[] { head, measure.IsMeasured ? "" : measure.Unit, rest }.Where(part => part.Length > 0));
        }

        label = label.Length > 0 ? label : measure.IsMeasured ? quote : measure.Unit;
        return new TargetProposal(clauseId, label.Length > LongestLabel ? label[..LongestLabel].TrimEnd() + "…" : label, Measures.Meaning(stated, measure), measure.Low, measure.High, measure.Unit, quote);
    }

    // A table of targets: a name, a unit, and the figure in the last column that holds one.
    private static TargetProposal? InRow(string clauseId, IReadOnlyList<string> row)
    {
        var name = row.FirstOrDefault(cell => cell.Count(char.IsLetter) > 3);
        var figure = row.LastOrDefault(cell => Figure().IsMatch(cell.Trim()));
        if (name is null || figure is null || Measures.In(figure).FirstOrDefault() is not { } measure)
        {
            return null;
        }

        var unit = measure.Unit.Length > 0 ? measure.Unit : row.SkipWhile(cell => cell != name).Skip(1).FirstOrDefault(cell => cell.Any(char.IsLetter) || cell.Trim() == "%")?.Trim() ?? "";
        return new TargetProposal(clauseId, name.Trim(), Measures.Meaning(figure, measure), measure.Low, measure.High, unit, string.Join(" | ", row.Select(cell => cell.Trim())));
    }

    [GeneratedRegex(@"\(\d{1,2}\)?\s*(?=\p{Lu})")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s\d{1,2}\. Về [^()]{3,60}$")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<=[\p{L}\d%)])[;.](?=\s)|(?<=%)\s+(?=\p{Lu})")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"[,;]\s*|\s*\((?=trong đó)|\s+và\s+(?=\p{L}+\s\p{L}+\s)")]
    private static partial Regex Parting();

    [GeneratedRegex(@"^(?:(?:[Tt]rong đó|[Pp]hấn đấu|[Đđ]ến (?:hết )?năm \d{4}|[Nn]ăm \d{4})\s*[:,]?\s*)+")]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:\s*[:≥≤<>,(]|\s+(?:đạt|từ|trên|dưới|là|khoảng|ít nhất|tối thiểu|không dưới|không quá|tối đa|hơn|còn))+\s*$|^(?:đạt|từ|trên|dưới|có|khoảng|ít nhất|tối thiểu)\s*$")]
    private static partial Regex Connective();

    [GeneratedRegex(@"(?:^|\s)(?:và|có|của|cho|với|thêm|mới|gồm)$")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^[≥≤<>]?\s*(?:trên |dưới |từ )?\d[\d.,]*\s*(?:[-–]\s*\d[\d.,]*)?\s*%?(?: trở lên)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
