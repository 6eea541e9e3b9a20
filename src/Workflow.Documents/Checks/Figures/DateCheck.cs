using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>Days that no calendar has, and results "up to" a day after the document's own time.</summary>
internal sealed partial class DateCheck : ICheck
{
    public string Key => "figures.date";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        // A report on a year is written in its last weeks or early in the next year.
        var latest = text.File?.Facts is { DateIsIssueDate: true, Date: { } issued } ? issued : text.Years.Count > 0 ? new DateOnly(text.Years[0], 12, 31).AddMonths(3) : DateOnly.MaxValue;
        foreach (var (passage, match) in text.Matches(Day()))
        {
            if (Read(match) is not { } day)
            {
                yield return text.On("DATE_IMPOSSIBLE", Severity.Error, passage, match, "Ngày này không có trong lịch.");
            }
            else if (day > latest && UpTo().Match(passage.Text[Math.Max(0, match.Index - 30)..match.Index]) is { Success: true } until)
            {
                yield return text.On("DATE_AFTER_DOCUMENT", Severity.Error, passage, match.Index - until.Length, until.Length + match.Length, "Kết quả được tính đến một ngày sau thời điểm của văn bản.", Sooner(match, latest));
            }
        }
    }

    private static string? Sooner(Match match, DateOnly latest) =>
        match.Groups["y"].Value is { Length: 4 } year && int.Parse(year, CultureInfo.InvariantCulture) - 1 <= latest.Year ? match.Value.Replace(year, (int.Parse(year, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) : null;

    private static DateOnly? Read(Match match)
    {
        int Part(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        return Part("m") is >= 1 and <= 12 && Part("d") >= 1 && Part("d") <= DateTime.DaysInMonth(Part("y"), Part("m")) ? new(Part("y"), Part("m"), Part("d")) : null;
    }

    [GeneratedRegex(@"(?<![\d/.])(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>[12]\d{3})(?![\d/])|ngày (?<d>\d{1,2}) tháng (?<m>\d{1,2}) năm (?<y>[12]\d{3})(?!\d)")]
    private static partial Regex Day();

    [GeneratedRegex(@"[Tt]ính đến[^,;.]{0,20}$|đã [^,;.]{0,20}ngày $")]
    private static partial Regex UpTo();
}
