using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>Which cases a list shows.</summary>
public enum InstanceFilter
{
    Running, WithIncident, Ended, All,
}

/// <summary>A case in the list.</summary>
public sealed record InstanceRow(Guid Id, string Title, string Process, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Steps, bool HasIncident);

/// <summary>Cases, those with an incident first, then the newest.</summary>
[Allow(Office.Administrator)]
public sealed record ReadInstances(InstanceFilter Filter, int Page) : IQuery<Paged<InstanceRow>>;

internal sealed class ReadInstancesHandler(WorkflowDbContext db) : IRequestHandler<ReadInstances, Paged<InstanceRow>>
{
    public async Task<Paged<InstanceRow>> Handle(ReadInstances request, CancellationToken cancellationToken)
    {
        var incidents = db.Set<OutboxMessage>().Where(message => message.DoneAt == null && message.LastError != "");
        var cases = db.Set<ProcessInstance>().AsNoTracking().Select(instance => new { instance, HasIncident = incidents.Any(message => message.InstanceId == instance.Id) });
        cases = request.Filter switch
        {
            InstanceFilter.Running => cases.Where(row => row.instance.EndedAt == null),
            InstanceFilter.WithIncident => cases.Where(row => row.HasIncident),
            InstanceFilter.Ended => cases.Where(row => row.instance.EndedAt != null),
            _ => cases,
        };
        var page = await cases.OrderByDescending(row => row.HasIncident).ThenByDescending(row => row.instance.StartedAt).ThenBy(row => row.instance.Id)
            .Select(row => new { row.instance.Id, row.instance.SubjectId, row.instance.DefinitionHash, row.instance.StartedAt, row.instance.EndedAt, row.HasIncident }).ToPage(request.Page, cancellationToken);
        var (ids, subjects, hashes) = (page.Rows.Select(row => row.Id).ToList(), page.Rows.Select(row => row.SubjectId).ToList(), page.Rows.Select(row => row.DefinitionHash).Distinct().ToList());
        var titles = await CaseFiles.Subjects.Titles(db, subjects, cancellationToken);
        var names = await db.Set<StoredDefinition>().AsNoTracking().Where(definition => hashes.Contains(definition.Hash)).ToDictionaryAsync(definition => definition.Hash, definition => definition.Name, cancellationToken);
        var steps = (await db.Set<OpenTask>().AsNoTracking().Where(task => ids.Contains(task.InstanceId) && task.ClosedAt == null).Select(task => new { task.InstanceId, task.Name }).ToListAsync(cancellationToken))
            .Concat(await db.Set<OutboxMessage>().AsNoTracking().Where(message => ids.Contains(message.InstanceId) && message.DoneAt == null).Select(message => new { message.InstanceId, message.Name }).ToListAsync(cancellationToken))
            .ToLookup(row => row.InstanceId, row => row.Name);
        return page.Select(row => new InstanceRow(row.Id, titles.GetValueOrDefault(row.SubjectId, ""), names[row.DefinitionHash], row.StartedAt, row.EndedAt, string.Join(", ", steps[row.Id]), row.HasIncident));
    }
}
