using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A session that did not begin is called off: its items are postponed, its drafts wait for the next one, and everyone who was invited is told in the same act.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CancelConference(Guid CommandId, Guid ConferenceId, string Reason) : ICommand;

internal sealed class CancelConferenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<CancelConference, Answer>
{
    public async Task<Answer> Handle(CancelConference command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null || Sessions.MustNotBeOver(conference) is not null)
        {
            return Answer.No(conference is null ? Sessions.NotFound : Sessions.MustNotBeOver(conference)!);
        }

        if (conference.Cancel(command.Reason, actor.Now) is { } refusal)
        {
            return Answer.No(refusal);
        }

        foreach (var item in await db.Set<AgendaItem>().Where(one => one.ConferenceId == conference.Id && one.Decision == null).ToListAsync(cancellationToken))
        {
            _ = item.Decide(ItemDecision.Postponed, "Hội nghị đã hủy", actor.Now);
        }

        var told = await Letters.Told(db, conference.Id, cancellationToken);
        if (told.Count == 0)
        {
            return Answer.Done(conference.Id, "Đã hủy hội nghị. Chưa gửi giấy mời nên không phải báo ai.");
        }

        var rows = await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id).OrderBy(row => row.IsGuest).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var last = await db.Set<SessionLetter>().Where(one => one.ConferenceId == conference.Id).OrderByDescending(one => one.Number).Select(one => one.ToldHash).FirstAsync(cancellationToken);
        var (sent, not) = await new Letters(db, actor).Send(conference, LetterKind.Cancelled, last, conference.CancelReason, [.. rows.Where(row => told.Contains(row.Id)).Select(row => (row, LetterKind.Cancelled))], cancellationToken);
        return not is not null ? Answer.No(not) : Answer.Done(conference.Id, $"Đã hủy hội nghị và báo cho {told.Count} người đã mời: {sent!.Sentence}");
    }
}
