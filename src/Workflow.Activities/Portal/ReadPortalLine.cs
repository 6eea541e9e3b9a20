using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>How a document stands with the public page, as its own page says it.</summary>
public sealed record PortalLine(bool IsOn, DateTimeOffset? ReleasedAt, bool IsSealed, bool MayRelease, bool MaySwitch);

/// <summary>Whether a document is public, and what its reader may do about it.</summary>
[Allow(Everyone = true)]
public sealed record ReadPortalLine(Guid IssuedDocumentId) : IQuery<PortalLine?>;

internal sealed class ReadPortalLineHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadPortalLine, PortalLine?>
{
    public async Task<PortalLine?> Handle(ReadPortalLine request, CancellationToken cancellationToken)
    {
        var found = await db.Set<IssuedDocument>().AsNoTracking().Where(row => row.Id == request.IssuedDocumentId)
            .Select(row => new { row.ReleasedAt, IsSealed = db.Set<IssuedFile>().Any(file => file.IssuedDocumentId == row.Id && file.Kind == IssuedFileKind.Sealed) }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null
            : new(await PortalState.IsOn(db, cancellationToken), found.ReleasedAt, found.IsSealed, await actor.May<ReleaseToPortal>(cancellationToken), await actor.May<SwitchPortal>(cancellationToken));
    }
}
