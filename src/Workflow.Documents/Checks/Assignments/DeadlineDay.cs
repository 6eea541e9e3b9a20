using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Assignments;

/// <summary>A deadline on a Saturday, a Sunday or a fixed holiday, on which nobody receives what is to be handed in (a defect that an office's handbook names).</summary>
internal sealed partial class DeadlineDay : ICheck
{
    private static readonly (int Month, int Day)[] Holidays = [(1, 1), (4, 30), (5, 1), (9, 2)];

    public string Key => "assignments.day-off";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Deadline()))
        {
            if (DateOnly.TryParseExact(match.Groups["day"].Value, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || Holidays.Contains((day.Month, day.Day))))
            {
                var name = day.DayOfWeek switch { DayOfWeek.Saturday => "thứ Bảy", DayOfWeek.Sunday => "Chủ nhật", _ => "ngày nghỉ lễ" };
                yield return text.On("DEADLINE_DAY_OFF", Severity.Info, passage, match, $"Ngày {match.Groups["day"].Value} là {name}: nơi nhận không làm việc.");
            }
        }
    }

    // What is reckoned up to a day, or holds from a day, is handed in on no day.
    [GeneratedRegex(@"(?:trước|chậm nhất(?: là| vào)?|hạn cuối(?: là)?|(?:hoàn thành|báo cáo|gửi|nộp)(?: \p{Ll}+){0,4} (?:vào|trước|trong)) ngày (?<day>\d{1,2}/\d{1,2}/20\d\d)(?!\d)")]
    private static partial Regex Deadline();
}
