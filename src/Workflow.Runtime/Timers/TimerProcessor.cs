using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Timers;

/// <summary>Fires timers that are due, each once: the row's state and the instance's position decide between several hosts.</summary>
public sealed class TimerProcessor(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>Fires what is due; answers how many fired.</summary>
    public async Task<int> FireDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
            due = await db.Set<ProcessTimer>().IgnoreQueryFilters().Where(timer => timer.State == TimerState.Waiting && timer.DueAt <= now)
                .OrderBy(timer => timer.DueAt).Select(timer => timer.Id).Take(Batch).ToListAsync(ct);
        }

        var fired = 0;
        foreach (var id in due)
        {
            fired += await FireOne(id, now, ct) ? 1 : 0;
        }

        return fired;
    }

    private async Task<bool> FireOne(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var timer = await db.Set<ProcessTimer>().IgnoreQueryFilters().SingleAsync(row => row.Id == id, ct);
        if (timer.State != TimerState.Waiting)
        {
            return false;
        }

        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = timer.OrganizationId;
        try
        {
            timer.State = TimerState.Fired;
            await scope.ServiceProvider.GetRequiredService<ProcessRunner>().Apply(timer.InstanceId, new Trigger.TimerFired(now, timer.Token), Guid.Empty, ct);
            var subject = await db.Set<ProcessInstance>().Where(row => row.Id == timer.InstanceId).Select(row => row.SubjectId).SingleAsync(ct);
            await CommitSave.Run(db, timer.OrganizationId, new AuditNote(Guid.Empty, "Hệ thống", "timer", subject, $"Đến hạn: {timer.ElementId}."), now, _ => { }, ct);
            return true;
        }
        catch (Exception error) when (Conflicts.IsConflict(error))
        {
            // Another host fired it, or the case moved on: the next sweep looks again.
            return false;
        }
    }
}
