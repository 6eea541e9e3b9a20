using MediatR;
using Workflow.Activities.Layouts;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Documents.Papers;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Which paper of a session.</summary>
public enum SessionPaper
{
    /// <summary>The invitation, addressed to who asks.</summary>
    Invitation,

    /// <summary>The attendance list: to sign before the session, filled afterwards.</summary>
    AttendanceList,

    /// <summary>The same, blank at any time.</summary>
    BlankAttendanceList,

    /// <summary>The notice of conclusions.</summary>
    ConclusionNotice,
}

/// <summary>A paper of a session, for everyone who may see the session.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadSessionPaper(Guid ConferenceId, SessionPaper Paper, PaperFormat Format) : IQuery<PaperFile?>;

/// <summary>All invitations of a session, a sheet for each member and guest; for the office, which prints them.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadInvitationsPaper(Guid ConferenceId, PaperFormat Format) : IQuery<PaperFile?>;

internal sealed class ReadSessionPaperHandler(WorkflowDbContext db, Actor actor, GuestLinks links, MailSettings settings) : IRequestHandler<ReadSessionPaper, PaperFile?>, IRequestHandler<ReadInvitationsPaper, PaperFile?>
{
    public async Task<PaperFile?> Handle(ReadSessionPaper request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is not { } record)
        {
            return null;
        }

        var models = await SessionPaperModels.Of(db, record, cancellationToken);
        var (paper, name) = request.Paper switch
        {
            SessionPaper.Invitation => (await To(record, cancellationToken) is { } to ? InvitationPaper.Of(models.Invitation(Day(record)), [to]) : null, "giay-moi"),
            SessionPaper.AttendanceList => (AttendanceListPaper.Of(models.AttendanceList()), "diem-danh"),
            SessionPaper.BlankAttendanceList => (AttendanceListPaper.Of(models.AttendanceList() with { IsFilled = false, Summary = "" }), "diem-danh-trong"),
            SessionPaper.ConclusionNotice when record.Conference.OpenedAt is not null => (ConclusionNoticePaper.Of(models.ConclusionNotice()), "thong-bao-ket-luan"),
            _ => (null, ""),
        };
        return paper is null ? null : PaperFile.Of(paper, name, request.Format, await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), cancellationToken), cancellationToken);
    }

    public async Task<PaperFile?> Handle(ReadInvitationsPaper request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.ConferenceId, cancellationToken) is not { Attendance.Count: > 0 } record)
        {
            return null;
        }

        var passes = (await GuestAccess.Valid(db, record.Conference.Id, cancellationToken)).ToDictionary(pass => pass.AttendanceId, pass => pass.Id);
        var to = record.Attendance.Select(row => new InvitationTo(record.NameOf(row), row.IsGuest, passes.TryGetValue(row.Id, out var pass) ? settings.Link(links.Path(pass)) : "")).ToList();
        var models = await SessionPaperModels.Of(db, record, cancellationToken);
        return PaperFile.Of(InvitationPaper.Of(models.Invitation(Day(record)), to), "giay-moi-tat-ca", request.Format, await LayoutOn.Day(db, VietnamTime.DayOf(record.Conference.OpenedAt ?? record.Conference.StartsAt), cancellationToken), cancellationToken);
    }

    // Addressed to who asks, if they are invited; the office, which is not, gets one with room for a name.
    private async Task<InvitationTo?> To(SessionRecord record, CancellationToken ct) =>
        record.Attendance.FirstOrDefault(row => row.PersonId == actor.PersonId) is { } row ? new(record.NameOf(row), row.IsGuest)
        : await Sessions.IsDesk(actor, ct) ? new("........................................", IsGuest: false)
        : null;

    private DateOnly Day(SessionRecord record) => record.Conference.InvitedAt is { } invited ? VietnamTime.DayOf(invited) : actor.Today;
}
