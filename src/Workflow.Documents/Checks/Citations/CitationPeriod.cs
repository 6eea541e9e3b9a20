using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Citations;

/// <summary>A programme whose period is over, set as a task of a later year.</summary>
internal sealed partial class CitationPeriod : ICheck
{
    public string Key => "citations.period";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var tasks = false;
        foreach (var passage in text.Passages)
        {
            if (passage.IsHeading && passage.Clause.Level <= 1)
            {
                tasks = Ahead().IsMatch(passage.Text.ToLowerInvariant());
            }

            foreach (var match in (tasks && text.Years.Count > 0 ? Period().Matches(passage.Text) : Enumerable.Empty<Match>()).Where(match => int.Parse(match.Groups["end"].Value, CultureInfo.InvariantCulture) < text.Years[^1]))
            {
                yield return text.On("CITATION_EXPIRED_PERIOD", Severity.Warning, passage, match, $"Giai đoạn đã kết thúc trước năm {text.Years[^1]} mà vẫn giao thực hiện.");
            }
        }
    }

    [GeneratedRegex(@"nhiệm vụ|giải pháp|phương hướng|mục tiêu")]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\d{1,4}[-/](?:NQ|QĐ|CT|KL|KH|CTr|ĐA)[-/][A-ZĐ]{2,10}[^.;]{0,60}? giai đoạn 20\d\d\s?[-–]\s?(?<end>20\d\d)(?!\d)")]
    private static partial Regex Period();
}
