using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The session ends. What is not ended yet is ended first: each item was adopted, returned, postponed or noted.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record CloseConference(Guid CommandId, Guid ConferenceId) : ICommand;

internal sealed class CloseConferenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<CloseConference, Answer>
{
    public async Task<Answer> Handle(CloseConference command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No(Sessions.NotFound);
        }

        if (await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.ConferenceId == conference.Id && vote.ClosedAt == null && vote.VoidedAt == null, cancellationToken))
        {
            return Answer.No("conference.vote-running", "Đang biểu quyết nên chưa bế mạc được. Đồng chí khóa hoặc hủy biểu quyết trước.");
        }

        var left = await db.Set<AgendaItem>().CountAsync(one => one.ConferenceId == conference.Id && one.Decision == null && one.Kind != AgendaKind.Report, cancellationToken);
        if (left > 0)
        {
            return Answer.No("conference.items-left", $"Còn {left} nội dung chưa kết luận. Đồng chí kết luận từng nội dung: thông qua, trả lại hoặc hoãn.");
        }

        foreach (var report in await db.Set<AgendaItem>().Where(one => one.ConferenceId == conference.Id && one.Decision == null).ToListAsync(cancellationToken))
        {
            _ = report.Decide(ItemDecision.Noted, "", actor.Now);
        }

        foreach (var speech in await db.Set<Speech>().Where(one => one.StartedAt != null && one.EndedAt == null && db.Set<AgendaItem>().Any(item => item.Id == one.ItemId && item.ConferenceId == conference.Id)).ToListAsync(cancellationToken))
        {
            _ = speech.End(actor.Now);
        }

        var again = conference.ClosedAt is not null;
        return conference.Close(actor.Now) is { } refusal ? Answer.No(refusal) : Answer.Done(conference.Id, again ? "Hội nghị đã bế mạc từ trước." : "Đã bế mạc hội nghị.");
    }
}
