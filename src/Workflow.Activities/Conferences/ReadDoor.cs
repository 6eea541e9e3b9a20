using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What hangs at the door; for those alone who hang it up.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadDoor(Guid ConferenceId) : IQuery<DoorView?>;

/// <summary>The session, and the code that proves one stands before the room.</summary>
public sealed record DoorView(Guid Id, string Name, DateTimeOffset StartsAt, string Place, string Code);

internal sealed class ReadDoorHandler(WorkflowDbContext db) : IRequestHandler<ReadDoor, DoorView?>
{
    public Task<DoorView?> Handle(ReadDoor request, CancellationToken cancellationToken) => db.Set<Conference>().AsNoTracking().Where(row => row.Id == request.ConferenceId)
        .Join(db.Set<Body>(), row => row.BodyId, body => body.Id, (row, body) => new DoorView(row.Id, "Hội nghị lần thứ " + row.Ordinal + " " + body.Name, row.StartsAt, row.Place, row.DoorCode)).SingleOrDefaultAsync(cancellationToken);
}
