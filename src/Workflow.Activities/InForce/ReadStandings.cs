using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.InForce;

/// <summary>How documents stand today, for whoever has them before their eyes in their own organization.</summary>
[Allow(Everyone = true)]
public sealed record ReadStandings(IReadOnlyList<Guid> IssuedDocumentIds) : IQuery<IReadOnlyDictionary<Guid, DocumentStanding>>;

internal sealed class ReadStandingsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadStandings, IReadOnlyDictionary<Guid, DocumentStanding>>
{
    public async Task<IReadOnlyDictionary<Guid, DocumentStanding>> Handle(ReadStandings request, CancellationToken cancellationToken) =>
        await Standings.Of(db, await db.Set<IssuedDocument>().AsNoTracking().Where(row => request.IssuedDocumentIds.Contains(row.Id)).ToListAsync(cancellationToken), actor.Today, cancellationToken);
}
