using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Definitions;

/// <summary>What waits at an element, over all running cases of a version.</summary>
/// <param name="Tokens">Work, timers, messages, signals and called cases that are waited for, and tokens at joins.</param>
/// <param name="Cases">Cases they belong to.</param>
/// <param name="Overdue">Work of people past its due date, timers past their hour, and work of the machine that failed.</param>
/// <param name="IsAll">False when there are more cases than were counted.</param>
public sealed record ElementLoad(string ElementId, int Tokens, int Cases, int Overdue, bool IsAll = true);

/// <summary>Load of each element of a version, of all its cases or of one; null when the organization has no such version.</summary>
[Allow(Office.Administrator)]
public sealed record ReadElementLoad(string Hash, Guid? InstanceId = null) : IQuery<IReadOnlyList<ElementLoad>?>;

internal sealed class ReadElementLoadHandler(WorkflowDbContext db, VisibleDefinitions visible, Actor actor) : IRequestHandler<ReadElementLoad, IReadOnlyList<ElementLoad>?>
{
    // A timer fires within seconds; one that has not for so long is stuck.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<ElementLoad>?> Handle(ReadElementLoad request, CancellationToken cancellationToken)
    {
        if (await visible.Find(request.Hash, cancellationToken) is null)
        {
            return null;
        }

        var (now, late) = (actor.Now, actor.Now - Patience);
        var cases = db.Set<ProcessInstance>().Where(one => one.DefinitionHash == request.Hash && one.EndedAt == null && (request.InstanceId == null || one.Id == request.InstanceId));
        var people = db.Set<OpenTask>().Where(row => row.ClosedAt == null).Join(cases, row => row.InstanceId, one => one.Id, (row, _) => new { row.ElementId, row.InstanceId, Late = row.DueAt != null && row.DueAt < now ? 1 : 0 });
        var machine = db.Set<OutboxMessage>().Where(row => row.DoneAt == null).Join(cases, row => row.InstanceId, one => one.Id, (row, _) => new { row.ElementId, row.InstanceId, Late = row.LastError != "" ? 1 : 0 });
        var timers = db.Set<ProcessTimer>().Where(row => row.State == TimerState.Waiting).Join(cases, row => row.InstanceId, one => one.Id, (row, _) => new { row.ElementId, row.InstanceId, Late = row.DueAt < late ? 1 : 0 });
        var heard = db.Set<ProcessSubscription>().Join(cases, row => row.InstanceId, one => one.Id, (row, _) => new { row.ElementId, row.InstanceId, Late = 0 });
        var rows = await people.Concat(machine).Concat(timers).Concat(heard).GroupBy(row => row.ElementId)
            .Select(group => new ElementLoad(group.Key, group.Count(), group.Select(row => row.InstanceId).Distinct().Count(), group.Sum(row => row.Late), true)).ToListAsync(cancellationToken);

        return [.. rows, .. (await RestingPlaces.Of(db, request.Hash, request.InstanceId, cancellationToken)).Select(one => new ElementLoad(one.ElementId, one.Tokens, one.Cases, 0, one.IsAll))];
    }
}
