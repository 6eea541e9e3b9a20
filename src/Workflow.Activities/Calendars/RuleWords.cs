using System.Globalization;
using Workflow.Domain.Calendars;
using Workflow.Domain.Profiles;

namespace Workflow.Activities.Calendars;

/// <summary>Rules on deadlines as people say them.</summary>
public static class RuleWords
{
    /// <summary>"2 ngày", "2 giờ", "45 phút".</summary>
    public static string Span(int minutes) => minutes switch
    {
        > 0 when minutes % 1440 == 0 => $"{minutes / 1440} ngày",
        > 0 when minutes % 60 == 0 => $"{minutes / 60} giờ",
        _ => $"{minutes} phút",
    };

    /// <summary>"nghỉ cả ngày" …</summary>
    public static string OfSaturday(DayKind kind) => kind switch { DayKind.Working => "làm cả ngày", DayKind.Half => "làm buổi sáng", _ => "nghỉ cả ngày" };

    /// <summary>When who has not answered is reminded.</summary>
    public static string OfReminders(RuleProfile rules) => rules.ReminderMinutes.Count == 0 ? "không nhắc" : $"nhắc trước hạn {string.Join(", ", rules.ReminderMinutes.Select(Span))}";

    /// <summary>All of it, for the log.</summary>
    public static string Of(RuleProfile rules)
    {
        static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"giờ làm việc {Time(rules.WorkBegins)} - {Time(rules.WorkEnds)}, thứ Bảy {OfSaturday(rules.Saturday)}; {OfReminders(rules)}; báo Phó Bí thư Thường trực sau hạn {Span(rules.EscalateAfterMinutes)}; "
            + $"thư tổng hợp lúc {Time(rules.DigestAt)} ({rules.DeadlineSource}); không trả lời {(rules.SilenceApproves ? "tính là tán thành" : "không tính là tán thành")}, “Cơ bản thống nhất” {(rules.PartialAgreementApproves ? "tính" : "không tính")} là tán thành ({rules.CirculationSource}).";
    }
}
