using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>On the laptop: the record of the session is sealed and goes home as it is. Nothing is written here afterwards.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record SealSession(Guid CommandId, Guid ConferenceId) : ITripCommand;

internal sealed class SealSessionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<SealSession, Answer>
{
    public async Task<Answer> Handle(SealSession command, CancellationToken cancellationToken)
    {
        var conference = await Sessions.Hold(db, command.ConferenceId, cancellationToken);
        var trip = await db.Set<SessionTrip>().SingleOrDefaultAsync(row => row.ConferenceId == command.ConferenceId && row.Side == TripSide.Away, cancellationToken);
        if (conference is null || trip is null)
        {
            return Answer.No("trip.not-here", "Máy này không giữ hội nghị mang đi nên không có sổ để khóa.");
        }

        if (!trip.IsOpen)
        {
            return Answer.Done(conference.Id, "Sổ hội nghị đã khóa từ trước. Đồng chí tải gói kết quả.");
        }

        if (conference.ClosedAt is null)
        {
            return Answer.No("trip.not-closed", "Hội nghị chưa bế mạc nên chưa khóa sổ được. Đồng chí kết luận từng nội dung và bế mạc trước. Nếu hội nghị không họp được ở đây, Văn phòng lấy hội nghị lại ở hệ thống chính.");
        }

        var lines = SessionTables.Lines(await SessionTables.Write(db, conference.Id, cancellationToken));
        trip.End(SessionTables.HashOf(lines), 0, "", actor.PersonId, actor.Now);
        return Answer.Done(conference.Id, "Đã khóa sổ hội nghị trên máy này. Đồng chí tải gói kết quả, chép về và nhận ở hệ thống chính.");
    }
}
