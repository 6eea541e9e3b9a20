using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>A drawing in the list.</summary>
public sealed record DrawingRow(Guid Id, string Name, DateTimeOffset SavedAt);

/// <summary>Drawings of the organization, the last saved first.</summary>
[Allow(Office.Administrator)]
public sealed record ReadDrawings : IQuery<IReadOnlyList<DrawingRow>>;

internal sealed class ReadDrawingsHandler(WorkflowDbContext db) : IRequestHandler<ReadDrawings, IReadOnlyList<DrawingRow>>
{
    public async Task<IReadOnlyList<DrawingRow>> Handle(ReadDrawings request, CancellationToken cancellationToken) =>
        await db.Set<DefinitionDraft>().AsNoTracking().OrderByDescending(row => row.SavedAt).ThenBy(row => row.Id).Take(DefinitionFiles.MostDrawings)
            .Select(row => new DrawingRow(row.Id, row.Name, row.SavedAt)).ToListAsync(cancellationToken);
}
