using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>The name that stands at the head of every page, on the screen and on paper.</summary>
[Allow(Everyone = true)]
public sealed record ReadOrganizationName : IQuery<string>;

internal sealed class ReadOrganizationNameHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadOrganizationName, string>
{
    public async Task<string> Handle(ReadOrganizationName request, CancellationToken cancellationToken) =>
        await db.Set<Organization>().AsNoTracking().Where(row => row.Id == actor.OrganizationId).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) ?? "";
}
