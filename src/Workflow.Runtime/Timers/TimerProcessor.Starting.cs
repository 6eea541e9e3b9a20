using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Timers;

/// <summary>
/// Starts the cases whose time has come. Start timers are few, so they are not leased: of several hosts that see one due, the first to save
/// has moved it on, and the others' saves fail on it.
/// </summary>
public sealed partial class TimerProcessor
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private async Task<int> StartDue(CancellationToken ct)
    {
        var started = 0;
        foreach (var id in await DueStarts(ct))
        {
            try
            {
                started += await StartOne(id, ct);
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // Another host was faster, or a newer definition stands in for this one.
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "start timer {Timer} failed", id);
                await Postpone(id, ct);
            }
        }

        return started;
    }

    private async Task<List<Guid>> DueStarts(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<StartPoint>().IgnoreQueryFilters()
            .Where(point => point.DueAt <= now && (point.RetryAt == null || point.RetryAt <= now)).OrderBy(point => point.DueAt).ThenBy(point => point.Id).Select(point => point.Id).ToListAsync(ct);
    }

    private async Task<int> StartOne(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        if (await db.Set<StartPoint>().IgnoreQueryFilters().SingleOrDefaultAsync(point => point.Id == id, ct) is not { DueAt: { } due } point || due > now)
        {
            return 0;
        }

        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = point.OrganizationId;
        var definition = await scope.ServiceProvider.GetRequiredService<DefinitionCatalog>().Of(db, point.DefinitionHash, ct);
        if (definition.NextStart(point.ElementId, new TimerStart(due, point.Every, point.Times), now) is { } again)
        {
            (point.DueAt, point.Times, point.RetryAt) = (again.Due, again.Times, null);
        }
        else
        {
            db.Remove(point);
        }

        var started = await scope.ServiceProvider.GetRequiredService<ProcessRunner>().Start(point, now, ct);
        await CommitSave.Run(db, point.OrganizationId, new AuditNote(Guid.Empty, "Hệ thống", "timer", started.SubjectId, $"Đến hạn: {definition.NameOf(point.ElementId)}."), now, ct);
        return 1;
    }

    private async Task Postpone(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var retry = (DateTimeOffset?)(clock.GetUtcNow() + Pause);
        await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<StartPoint>().IgnoreQueryFilters().Where(point => point.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(point => point.RetryAt, retry), ct);
    }
}
