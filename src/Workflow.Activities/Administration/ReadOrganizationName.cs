using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>
/// The name that stands at the head of every page, on the screen and on paper; asked without an account too. Empty when nobody is
/// signed in and several organizations share the database.
/// </summary>
public sealed record ReadOrganizationName : IRequest<string>;

internal sealed class ReadOrganizationNameHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadOrganizationName, string>
{
    public async Task<string> Handle(ReadOrganizationName request, CancellationToken cancellationToken)
    {
        var mine = actor.OrganizationId;
        var names = await db.Set<Organization>().AsNoTracking().Where(row => mine == Guid.Empty || row.Id == mine).OrderBy(row => row.Id).Select(row => row.Name).Take(2).ToListAsync(cancellationToken);
        return names.Count == 1 ? names[0] : "";
    }
}
