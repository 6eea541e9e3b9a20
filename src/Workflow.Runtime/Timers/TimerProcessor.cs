using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Timers;

/// <summary>
/// Fires timers that are due, each once: a lease keeps several hosts apart, and the row's state and the instance's position decide
/// even when a lease ran out under a host that was only slow.
/// </summary>
public sealed partial class TimerProcessor(IServiceScopeFactory scopes, TimeProvider clock, LeaseSettings leases, ILogger<TimerProcessor> log)
{
    // Timers of one claim and one transaction. More would save little and hold the organization's log for longer.
    private const int Together = 100;

    /// <summary>Fires until nothing is due; answers how many fired.</summary>
    public async Task<int> FireDue(CancellationToken ct)
    {
        // As a rule one claim takes all there is. Behind a backlog several work beside each other, each claiming for itself, so that none waits for the slowest.
        var first = await Claim(ct);
        var beside = first.Length == Together ? Math.Min(Environment.ProcessorCount + 1, 4) : 1;
        var fired = await Task.WhenAll(Enumerable.Range(0, beside).Select(worker => FireClaimed(worker == 0 ? first : null, ct)));
        return fired.Sum() + await StartDue(ct);
    }

    private async Task<int> FireClaimed(Guid[]? due, CancellationToken ct)
    {
        for (var fired = 0; ; due = null)
        {
            due ??= await Claim(ct);
            fired += due.Length == 0 ? 0 : await FireTogether(due, ct);
            if (due.Length < Together || ct.IsCancellationRequested)
            {
                return fired;
            }
        }
    }

    private async Task<Guid[]> Claim(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        return await db.Database.SqlQuery<Guid>(db.ClaimTimers(now, now + leases.Timers, Together)).ToArrayAsync(ct);
    }

    private async Task<int> FireTogether(Guid[] ids, CancellationToken ct)
    {
        try
        {
            return await Fire(ids, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException && ids.Length > 1)
        {
            // One of them met a person's act, or is broken: each by itself, so that it does not keep the others back.
            var fired = 0;
            foreach (var id in ids)
            {
                fired += await FireTogether([id], ct);
            }

            return fired;
        }
        catch (Exception error) when (Conflicts.IsConflict(error))
        {
            await Release(ids[0], ct);
            return 0;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // It is tried again when its lease has run out.
            log.LogError(error, "timer {Timer} failed", ids[0]);
            return 0;
        }
    }

    private async Task<int> Fire(Guid[] ids, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var timers = await db.Set<ProcessTimer>().IgnoreQueryFilters().Where(timer => ids.Contains(timer.Id) && timer.State == TimerState.Waiting).ToListAsync(ct);
        var instances = timers.Select(timer => timer.InstanceId).Distinct().ToList();
        var cases = await db.Set<ProcessInstance>().IgnoreQueryFilters().Where(instance => instances.Contains(instance.Id)).ToDictionaryAsync(instance => instance.Id, ct);
        var fired = 0;
        foreach (var ofOne in timers.GroupBy(timer => timer.OrganizationId))
        {
            fired += await Fire(scope.ServiceProvider, db, ofOne.Key, ofOne.OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Id), cases, ct);
        }

        return fired;
    }

    private async Task<int> Fire(
        IServiceProvider provider, WorkflowDbContext db, Guid organizationId, IEnumerable<ProcessTimer> timers, Dictionary<Guid, ProcessInstance> cases, CancellationToken ct)
    {
        provider.GetRequiredService<CurrentOrganization>().Id = organizationId;
        var runner = provider.GetRequiredService<ProcessRunner>();
        var now = clock.GetUtcNow();
        var notes = new List<AuditNote>();
        foreach (var timer in timers)
        {
            // A timer before it, of the same case, may have withdrawn it.
            if (timer.State == TimerState.Waiting)
            {
                var instance = cases[timer.InstanceId];
                // Before the step: a cycle arms the same row again.
                timer.State = TimerState.Fired;
                if (await runner.Apply(instance, new Trigger.TimerFired(now, timer.Token), Guid.Empty, ct) is not StepVerdict.Taken)
                {
                    timer.State = TimerState.Withdrawn;
                }
                else
                {
                    notes.Add(new AuditNote(Guid.Empty, "Hệ thống", "timer", instance.SubjectId, $"Đến hạn: {timer.ElementId}."));
                }
            }
        }

        await CommitSave.Run(db, organizationId, notes, now, ct);
        return notes.Count;
    }

    private async Task Release(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await db.Set<ProcessTimer>().IgnoreQueryFilters().Where(timer => timer.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(timer => timer.LeasedUntil, (DateTimeOffset?)null), ct);
    }
}
