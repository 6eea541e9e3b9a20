using System.Globalization;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Texts;

namespace Workflow.Activities.Conferences;

/// <summary>The days before a session, from the rules in force on its day (QC-CH art. 11.3): told as warnings, never as a refusal.</summary>
internal static class SessionCalling
{
    /// <summary>Until when invitation and papers go out, and how many days that is before the session.</summary>
    public static (DateOnly By, int Days) Invitations(SessionRecord record)
    {
        var days = record.Body.Kind == BodyKind.ExecutiveCommittee ? record.Rules.ExecutiveInvitationDays : record.Rules.StandingInvitationDays;
        return (VietnamTime.DayOf(record.Conference.StartsAt).AddDays(-days), days);
    }

    /// <summary>Until when materials reach the office.</summary>
    public static (DateOnly By, int Days) Materials(SessionRecord record) => (VietnamTime.DayOf(record.Conference.StartsAt).AddDays(-record.Rules.MaterialsDays), record.Rules.MaterialsDays);

    /// <summary>A sentence when the invitations go out, or went out, too late; an extraordinary session has no such days. Empty otherwise.</summary>
    public static string InvitationLate(SessionRecord record, DateTimeOffset sent)
    {
        var (by, days) = Invitations(record);
        return VietnamTime.DayOf(sent) <= by || record.Conference.Kind == SessionKind.Extraordinary ? ""
            : $"Giấy mời và tài liệu phải gửi trước ngày họp ít nhất {days} ngày (chậm nhất {Day(by)}); {(record.Conference.InvitedAt is null ? "nay đã quá hạn" : "lần này gửi muộn")}.";
    }

    /// <summary>A sentence for each item whose material is missing or came late.</summary>
    public static IReadOnlyList<string> MaterialsLate(SessionRecord record, DateTimeOffset now)
    {
        var (by, days) = Materials(record);
        return record.Conference.Kind == SessionKind.Extraordinary ? [] :
        [
            .. record.Items.Where(one => one.Item.Decision is null && one.Item.Kind != AgendaKind.Personnel).Select(one => one.Item.MaterialAt switch
            {
                null when VietnamTime.DayOf(now) > by => $"Nội dung {one.Number} chưa có tài liệu; tài liệu phải về Văn phòng trước ngày họp ít nhất {days} ngày (chậm nhất {Day(by)}).",
                null => $"Nội dung {one.Number} chưa có tài liệu; hạn về Văn phòng là ngày {Day(by)}.",
                { } at when VietnamTime.DayOf(at) > by => $"Tài liệu của nội dung {one.Number} về Văn phòng ngày {Day(VietnamTime.DayOf(at))}, muộn hơn hạn {Day(by)} (trước ngày họp {days} ngày).",
                _ => "",
            }).Where(sentence => sentence.Length > 0),
        ];
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
