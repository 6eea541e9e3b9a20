using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>
/// The office sends: at first an invitation to everyone; later one to who came to the list since, and word to the others of an agenda that changed. Who joined the body since the call is summoned by it. Asked again
/// when nothing is new, it sends nothing.
/// </summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record SendInvitations(Guid CommandId, Guid ConferenceId) : ICommand;

internal sealed class SendInvitationsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SendInvitations, Answer>
{
    public async Task<Answer> Handle(SendInvitations command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        if (conference.OpenedAt is not null)
        {
            return Answer.No("letters.opened", "Hội nghị đã khai mạc nên không gửi giấy mời nữa.");
        }

        if (!await db.Set<AgendaItem>().AnyAsync(one => one.ConferenceId == conference.Id, cancellationToken))
        {
            return Answer.No("conference.no-agenda", "Chương trình chưa có nội dung nào. Đồng chí thêm ít nhất một nội dung rồi gửi giấy mời.");
        }

        var joined = await Summon(conference, cancellationToken);
        var record = (await SessionRecord.Of(db, conference.Id, cancellationToken))!;
        var hash = SessionPaperModels.ToldHash(record);
        var told = await Letters.Told(db, conference.Id, cancellationToken);
        var changed = told.Count > 0 && await db.Set<SessionLetter>().Where(one => one.ConferenceId == conference.Id).OrderByDescending(one => one.Number).Select(one => one.ToldHash).FirstAsync(cancellationToken) != hash;
        List<(Attendance Row, LetterKind Kind)> to =
        [
            .. record.Attendance.Concat(joined).Where(row => !told.Contains(row.Id)).Select(row => (row, LetterKind.Invitation)),
            .. changed ? record.Attendance.Where(row => told.Contains(row.Id)).Select(row => (row, LetterKind.Supplement)) : [],
        ];
        if (to.Count == 0)
        {
            return Answer.No("letters.nothing-new", "Giấy mời đã gửi đủ mọi người và chương trình không thay đổi từ lần gửi trước, nên không gửi thêm.");
        }

        var (sent, refusal) = await new Letters(db, actor).Send(conference, told.Count == 0 ? LetterKind.Invitation : changed ? LetterKind.Supplement : LetterKind.Invitation, hash, "", to, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        conference.InvitedAt ??= actor.Now;
        var late = SessionCalling.InvitationLate(record, conference.InvitedAt.Value) is { Length: > 0 } sentence ? " " + sentence : "";
        return Answer.Done(conference.Id, $"{(told.Count == 0 ? $"Đã gửi giấy mời tới {to.Count} người" : changed ? $"Đã gửi thông báo bổ sung tới {to.Count} người" : $"Đã gửi giấy mời tới {to.Count} người mới thêm")}{(joined.Count > 0 ? $", trong đó {joined.Count} ủy viên mới của cơ quan họp" : "")}: {sent!.Sentence}{late}");
    }

    // The roll of the day of the session, which may have grown since the call.
    private async Task<List<Attendance>> Summon(Conference conference, CancellationToken ct)
    {
        var body = await db.Set<Body>().Where(one => one.Id == conference.BodyId).Select(one => one.Kind).SingleAsync(ct);
        var there = await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id && row.PersonId != null).Select(row => row.PersonId!.Value).ToListAsync(ct);
        var joined = (await Rolls.MembersOn(db, body, VietnamTime.DayOf(conference.StartsAt), ct)).Except(there)
            .Select(person => new Attendance { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = person }).ToList();
        db.AddRange(joined);
        return joined;
    }
}
