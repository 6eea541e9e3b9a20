using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Reads the targets of the clauses that set targets: sentences, items, rows of tables.</summary>
internal static partial class TargetReader
{
    private const int LongestSentence = 1_500;

    public static IReadOnlyList<FoundTarget> Read(IReadOnlyList<Clause> clauses)
    {
        var found = new List<FoundTarget>();
        var section = new TargetSection();
        foreach (var clause in clauses)
        {
            // A line that introduces its list ("Về kinh tế:") or closes one counts before the line itself is read.
            section.Take(clause);
            if (clause.Kind == ClauseKind.Paragraph && (section.IsInside ? clause.Text : section.AfterAnnouncement(clause)) is { } text && !section.IsPast && !section.IsGeneralAim(clause))
            {
                found.AddRange(InText(clause, section.AfterAnnouncement(clause) ?? text, section.Area).Select(target => target with { Area = target.Area ?? Areas.Of(target.Quote) }));
            }
            else if (clause.Rows is { } rows && !section.IsPast)
            {
                found.AddRange(TargetTable.Read(clause.Id, rows, section.IsInside).Select(target => target with { Area = target.Area ?? section.Area ?? Areas.Of(target.Label) }));
            }
        }

        return found;
    }

    private static IEnumerable<FoundTarget> InText(Clause clause, string text, string? area)
    {
        if (RunInArea().Match(text) is { Success: true } runIn && TargetSection.AreaOf(runIn.Groups[1].Value) is { } own)
        {
            (area, text) = (own, text[runIn.Length..]);
        }

        foreach (var (item, next) in Items(text, clause.Label.StartsWith('(')))
        {
            var before = default(FoundTarget);
            var parts = Sentences().Split(item).Where(part => part.Length <= LongestSentence && part.Any(char.IsLetter)).ToList();
            foreach (var part in parts)
            {
                var segments = Segments(Comparison().Replace(part, "")).ToList();
                if (segments.TrueForAll(segment => Measures.In(segment).Count == 0))
                {
                    if (TargetSentence.Goal(clause, part, parts.Count == 1 || before is null) is { } goal)
                    {
                        yield return goal with { Area = area };
                        before = goal;
                    }

                    continue;
                }

                foreach (var segment in segments)
                {
                    if (TargetSentence.Measured(clause.Id, segment, before) is { } target)
                    {
                        yield return target with { Area = area };
                        before = target;
                    }
                }
            }

            area = next ?? area;
        }
    }

    // "(1) … (2) …" inside a paragraph are items of their own, also where a bracket was forgotten ("(23 Công tác"); what stands before is none, unless it is the item that
    // gave the paragraph its label.
    private static IEnumerable<(string Text, string? NextArea)> Items(string text, bool isItem)
    {
        var marks = Numbered().Matches(text).ToList();
        return marks.Count == 0
            ? [(text, null)]
            : (isItem ? [(text[..marks[0].Index], (string?)null)] : Array.Empty<(string, string?)>()).Concat(marks.Select((mark, index) =>
            {
                var item = text[(mark.Index + mark.Length)..(index + 1 < marks.Count ? marks[index + 1].Index : text.Length)];
                return Embedded().Match(item) is { Success: true } group ? (item[..group.Index], TargetSection.AreaOf(group.Groups[1].Value)) : (item, null);
            }));
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

    [GeneratedRegex(@"^((?:Về|Lĩnh vực) [^:.;\d]{3,40}):\s+(?=\S)")]
    private static partial Regex RunInArea();

    [GeneratedRegex(@"\(\d{1,2}\)?\s*(?=\p{Lu})")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\s\d{1,2}\. (Về [^()]{3,60})$")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"(?<=[\p{L}\d%‰)²³])[;.](?=\s|$)|(?<=%)\s+(?=\p{Lu})")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"[,;]\s*|\s*\((?=trong đó|tăng|giảm)|\s+(?:và|còn)\s+(?=\p{L}+\s\p{L}+\s)|\.\s+")]
    private static partial Regex Parting();

    // "(năm 2025 đạt 93,5%)", "(ước thực hiện: 10%)": what was reached stands beside what is aimed at.
    [GeneratedRegex(@"\s*\((?:(?:kết quả |thực hiện |ước |hiện |cùng kỳ |kế hoạch )|năm (?:20\d\d|trước)\b)[^()]*\)|,?\s+(?:trong khi|so với(?= mức)| cao hơn mức)[^,;]*", RegexOptions.IgnoreCase)]
    private static partial Regex Comparison();
}
