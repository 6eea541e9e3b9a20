using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>The office takes a session back without a result, with a reason: the laptop is lost, or nothing came of it. A result that comes later is a conflict.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record TakeSessionBack(Guid CommandId, Guid ConferenceId, string Reason) : ITripCommand;

internal sealed class TakeSessionBackHandler(WorkflowDbContext db, Suspension suspension, Actor actor) : IRequestHandler<TakeSessionBack, Answer>
{
    public async Task<Answer> Handle(TakeSessionBack command, CancellationToken cancellationToken)
    {
        if (await Sessions.Hold(db, command.ConferenceId, cancellationToken) is not { } conference)
        {
            return Answer.No(Sessions.NotFound);
        }

        if (await db.Set<SessionTrip>().SingleOrDefaultAsync(row => row.ConferenceId == conference.Id && row.Side == TripSide.Home && row.EndedAt == null, cancellationToken) is not { } trip)
        {
            return Answer.No("trip.not-away", "Hội nghị này không ở máy khác nên không cần lấy lại.");
        }

        if (trip.TakeBack(command.Reason, actor.PersonId, actor.Now) is { } refusal)
        {
            return Answer.No(refusal);
        }

        await TripDrafts.Release(db, suspension, conference.Id, actor.Now, cancellationToken);
        return Answer.Done(conference.Id, $"Đã lấy hội nghị lại, không có kết quả. Lý do: {trip.TakenBackReason}. Hội nghị tổ chức tiếp ở đây; gói kết quả của chuyến {trip.Number} nếu đến sau sẽ không được ghép vào.");
    }
}

/// <summary>The drafts that go along with a session.</summary>
internal static class TripDrafts
{
    public static async Task<List<Draft>> Release(WorkflowDbContext db, Suspension suspension, Guid conferenceId, DateTimeOffset at, CancellationToken ct)
    {
        var drafts = await db.Set<Draft>().Where(draft => db.Set<AgendaItem>().Any(item => item.ConferenceId == conferenceId && item.DraftId == draft.Id)).ToListAsync(ct);
        foreach (var draft in drafts)
        {
            _ = await suspension.Release(draft.ProcessInstanceId, at, ct);
        }

        return drafts;
    }
}
