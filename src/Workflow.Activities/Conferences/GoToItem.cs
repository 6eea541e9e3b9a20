using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The chair turns to an item: members' pages and the projector follow. Null: a break.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record GoToItem(Guid CommandId, Guid ConferenceId, Guid? ItemId) : ICommand;

internal sealed class GoToItemHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<GoToItem, Answer>
{
    public async Task<Answer> Handle(GoToItem command, CancellationToken cancellationToken)
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

        if (Sessions.MustRun(conference) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (command.ItemId is { } wanted && !await db.Set<AgendaItem>().AnyAsync(one => one.Id == wanted && one.ConferenceId == conference.Id, cancellationToken))
        {
            return Answer.No(Sessions.NoItem);
        }

        conference.NowItemId = command.ItemId;
        return Answer.Done(conference.Id, command.ItemId is null ? "Hội nghị tạm nghỉ." : "Đã chuyển sang nội dung này.");
    }
}
