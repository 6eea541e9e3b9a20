using System.Globalization;
using Workflow.Domain.Calendars;

namespace Workflow.Domain.Profiles;

/// <summary>Hours, reminders and digests. As everything of a profile they hold from its day on; what was begun before keeps what it began with.</summary>
public sealed partial class RuleProfile
{
    /// <summary>Most reminders of a round.</summary>
    public const int MostReminders = 5;

    /// <summary>The longest time before a close at which one is reminded, and after it until the deputy is told.</summary>
    public const int LongestMinutes = 30 * 24 * 60;

    /// <summary>Usual hours.</summary>
    public static readonly TimeOnly UsualBegin = new(7, 30), UsualEnd = new(17, 0);

    /// <summary>What Saturdays are.</summary>
    public DayKind Saturday { get; set; } = DayKind.Off;
    public TimeOnly WorkBegins { get; set; } = UsualBegin;
    public TimeOnly WorkEnds { get; set; } = UsualEnd;

    /// <summary>When a day ends of which only half is worked.</summary>
    public TimeOnly HalfDayEnds { get; set; } = new(11, 30);

    /// <summary>Minutes before the close at which who has not answered is reminded: "2880,1440,120".</summary>
    public string Reminders { get; set; } = "2880,1440,120";

    /// <summary>So many minutes after the close the standing deputy secretary is told who is still missing.</summary>
    public int EscalateAfterMinutes { get; set; } = 240;

    /// <summary>When the daily digest goes out.</summary>
    public TimeOnly DigestAt { get; set; } = new(7, 0);

    /// <summary>Source of these rules.</summary>
    public string DeadlineSource { get; set; } = "Quy chế làm việc; Quy chế của Văn phòng Đảng ủy";

    /// <summary>The reminders as numbers, longest first.</summary>
    public IReadOnlyList<int> ReminderMinutes => [.. Reminders.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).OrderDescending()];

    /// <summary>Whether hours, reminders and digest may be set like this.</summary>
    public Refusal? DeadlinesRefused() => this switch
    {
        { } when !Enum.IsDefined(Saturday) => new("rules.saturday", "Đồng chí chọn chế độ làm việc ngày thứ Bảy."),
        { } when WorkBegins >= WorkEnds || HalfDayEnds <= WorkBegins || HalfDayEnds > WorkEnds => new("rules.hours", "Giờ bắt đầu phải trước giờ kết thúc, và giờ nghỉ của ngày làm nửa buổi phải nằm trong giờ làm việc. Đồng chí sửa lại giờ."),
        { } when ReminderMinutes.Count > MostReminders || ReminderMinutes.Distinct().Count() != ReminderMinutes.Count || ReminderMinutes.Any(minutes => minutes is < 15 or > LongestMinutes) =>
            new("rules.reminders", $"Mỗi đợt nhắc nhiều nhất {MostReminders} lần, mỗi lần trước hạn từ 15 phút đến 30 ngày và không trùng nhau. Đồng chí sửa lại các mốc nhắc."),
        { } when EscalateAfterMinutes is < 0 or > LongestMinutes => new("rules.escalation", "Thời gian báo Phó Bí thư Thường trực sau khi hết hạn phải từ 0 giờ đến 30 ngày."),
        { } when DeadlineSource.Trim().Length is < 5 or > 300 || CirculationSource.Trim().Length is < 5 or > 300 => new("rules.source", "Đồng chí ghi căn cứ của quy tắc (từ 5 đến 300 chữ), ví dụ điều khoản của Quy chế làm việc."),
        _ => null,
    };

    /// <summary>The same rules from another day on, to be changed.</summary>
    public RuleProfile From(DateOnly day, Guid id, string name) => new()
    {
        Id = id,
        OrganizationId = OrganizationId,
        Name = name,
        ValidFrom = day,
        QuorumNumerator = QuorumNumerator,
        QuorumDenominator = QuorumDenominator,
        MajorityNumerator = MajorityNumerator,
        MajorityDenominator = MajorityDenominator,
        VotingSource = VotingSource,
        SilenceApproves = SilenceApproves,
        PartialAgreementApproves = PartialAgreementApproves,
        CirculationSource = CirculationSource,
        PersonnelWords = PersonnelWords,
        MaterialsDays = MaterialsDays,
        ExecutiveInvitationDays = ExecutiveInvitationDays,
        StandingInvitationDays = StandingInvitationDays,
        NumberPadding = NumberPadding,
        Saturday = Saturday,
        WorkBegins = WorkBegins,
        WorkEnds = WorkEnds,
        HalfDayEnds = HalfDayEnds,
        Reminders = Reminders,
        EscalateAfterMinutes = EscalateAfterMinutes,
        DigestAt = DigestAt,
        DeadlineSource = DeadlineSource,
    };
}
