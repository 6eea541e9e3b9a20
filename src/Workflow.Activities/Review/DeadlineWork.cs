using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// Carries out what falls due on rounds, on whichever host is awake. Nothing is leased: the round's row is held for the one short transaction, and who comes second finds its
/// rows settled. The deadline itself does not wait for this: it is judged whenever a round is read or answered.
/// </summary>
public sealed class DeadlineWork(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeadlineWork> log) : IDueWork
{
    private const int Batch = 100;

    /// <inheritdoc />
    public async Task<int> RunDue(CancellationToken ct)
    {
        var done = 0;
        foreach (var (round, organization) in await Due(ct))
        {
            try
            {
                done += await One(round, organization, ct);
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // A person's act was faster; the next look tells what is left to do.
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "deadlines of round {Round} failed", round);
            }
        }

        return done;
    }

    private async Task<List<(Guid Round, Guid Organization)>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();

        // What an operator holds waits with its case.
        var rows = await db.Set<RoundDeadline>().IgnoreQueryFilters().Where(row => row.State == DeadlineState.Waiting && row.DueAt <= now)
            .Where(row => !db.Set<Draft>().IgnoreQueryFilters().Any(draft => draft.Id == row.DraftId && db.Set<ProcessInstance>().IgnoreQueryFilters().Any(instance => instance.Id == draft.ProcessInstanceId && instance.SuspendedAt != null)))
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Take(Batch).Select(row => new { row.RoundId, row.OrganizationId }).ToListAsync(ct);
        return [.. rows.Select(row => (row.RoundId, row.OrganizationId)).Distinct()];
    }

    private async Task<int> One(Guid roundId, Guid organizationId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organizationId;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        if (await RoundDeadlines.Held(db, roundId, now, ct) is not { Waiting.Count: > 0 } held)
        {
            return 0;
        }

        var said = await RoundDeadlines.Carry(db, held, now, ct);
        await CommitSave.Run(db, organizationId, [.. said.Select(text => new AuditNote(Guid.Empty, "Hệ thống", "deadline", held.Round.DraftId, text))], now, ct);
        return held.Waiting.Count;
    }
}
