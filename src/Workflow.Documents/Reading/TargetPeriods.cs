using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>For which year, or which years, a target is set: its own words say so, else the headings above it, else the subject.</summary>
internal static partial class TargetPeriods
{
    public static IReadOnlyList<FoundTarget> Add(DraftText text, IReadOnlyList<FoundTarget> targets)
    {
        if (targets.Count == 0)
        {
            return targets;
        }

        // The period of each clause, as the headings above it set it.
        var above = new List<(int Level, string? Period)> { (-1, Last(text.Subject)) };
        var periods = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var clause in text.Clauses)
        {
            if (clause.Kind == ClauseKind.Heading)
            {
                above.RemoveAll(heading => heading.Level >= clause.Level);
                above.Add((clause.Level, Last(clause.Text) ?? above[^1].Period));
            }

            periods[clause.Id] = above[^1].Period;
        }

        var words = text.Clauses.DistinctBy(clause => clause.Id).ToDictionary(clause => clause.Id, clause => clause.Text, StringComparer.Ordinal);

        return [.. targets.Select(target => target with { Period = Own(target.Quote) ?? (words.GetValueOrDefault(target.ClauseId) is { } said && said.IndexOf(target.Quote, StringComparison.Ordinal) is > 0 and var at ? Own(Opening().Match(said[..at]).Value) : null) ?? periods.GetValueOrDefault(target.ClauseId) })];
    }

    // "Đến năm 2030 …", "cả năm 2026 …" speak of the target; "năm 2025 đạt 93%" is what it is compared with.
    private static string? Own(string quote) => Named().Match(quote) is not { Success: true } match ? null : match.Groups["to"] is { Success: true } to ? $"{match.Groups["from"].Value}-{to.Value}" : match.Groups["from"].Value;

    // "Kết quả năm 2025; nhiệm vụ năm 2026", "Nghị quyết nhiệm kỳ 2025-2030 trong năm 2026": what it is about stands last.
    private static string? Last(string words) => Years().Matches(words).LastOrDefault() is not { } last ? null
        : last.Groups["to"] is { Success: true } to ? $"{last.Groups["from"].Value}-{to.Value}" : last.Groups["from"].Value;

    // "Năm 2030, tỷ lệ …": the opening of the sentence that the quote leaves out.
    [GeneratedRegex(@"(?:^|[.;:]\s)[^.;:]{0,60}[,:]\s+$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"(?:[Đđ]ến (?:hết |cuối )?(?:năm )?|[Tt]rong (?:cả )?năm |[Cc]ả năm |[Nn]ăm |[Gg]iai đoạn |[Nn]hiệm kỳ )(?<from>20\d\d)(?!\d)(?:\s?[-–]\s?(?<to>20\d\d))?(?! (?:đạt|là|thực hiện|ước)\b)")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<from>20\d\d)\s?[-–]\s?(?<to>20\d\d)(?!\d)|(?:năm|đến|cuối) (?<from>20\d\d)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Years();
}
