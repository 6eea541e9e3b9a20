using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Outbox;

/// <summary>
/// Carries out what waits for the machine: claims rows with a lease, runs the activity outside a transaction, and writes its rows,
/// its outcome and "done" in one save. After a crash the lease runs out and another run comes to the same end.
/// </summary>
public sealed class OutboxProcessor(IServiceScopeFactory scopes, TimeProvider clock, LeaseSettings leases, ILogger<OutboxProcessor> log)
{
    private const int AtOnce = 16;
    private const int Beside = 4;

    // Then an incident that an operator must look at.
    private static readonly TimeSpan[] Backoff = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    private readonly Guid worker = Guid.NewGuid();

    /// <summary>Runs what is due until nothing is; answers how many were done.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var done = 0;
        while (!ct.IsCancellationRequested)
        {
            var claimed = await Claim(ct);
            if (claimed.Count == 0)
            {
                return done;
            }

            // Cases beside each other, the work of one case one after the other: its steps would only get into each other's way.
            await Parallel.ForEachAsync(
                claimed.GroupBy(message => message.InstanceId),
                new ParallelOptions { MaxDegreeOfParallelism = Beside, CancellationToken = ct },
                async (ofOne, inner) =>
                {
                    foreach (var message in ofOne.OrderBy(message => message.Id))
                    {
                        await RunOne(message.Id, inner);
                        Interlocked.Increment(ref done);
                    }
                });
        }

        return done;
    }

    private async Task<List<Claimed>> Claim(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two claims at the same moment would not see each other's leases and might share the work of one case.
        await db.Database.ExecuteSqlRawAsync(db.OneClaimAtATime, ct);
        var claimed = await db.Database.SqlQuery<Claimed>(db.ClaimOutbox(now, now + leases.Messages, worker, AtOnce)).ToListAsync(ct);
        await transaction.CommitAsync(ct);
        return claimed;
    }

    private sealed record Claimed(Guid Id, Guid InstanceId);

    private async Task RunOne(Guid id, CancellationToken ct)
    {
        try
        {
            await Execute(id, ct);
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            if (log.IsEnabled(LogLevel.Warning))
            {
                log.LogWarning(error, "activity {Message} failed", id);
            }

            await PutBack(id, error, Conflicts.IsConflict(error), ct);
        }
    }

    private async Task Execute(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var message = await db.Set<OutboxMessage>().IgnoreQueryFilters().SingleAsync(row => row.Id == id, ct);
        if (message.DoneAt is not null)
        {
            return;
        }

        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = message.OrganizationId;
        var activity = scope.ServiceProvider.GetServices<IActivity>().Single(one => one.Key == message.ActivityKey);
        var now = clock.GetUtcNow();
        var result = await activity.Run(new ActivityRun(message.Id, message.OrganizationId, message.SubjectId, now)
        {
            ElementId = message.ElementId,
            ReadVariables = inner => Variables(db, message, inner),
        }, ct);
        message.DoneAt = now;
        message.Attempts++;
        Trigger trigger = result.ErrorCode is { } code
            ? new Trigger.WorkFailed(now, message.Token, code, result.Variables?.Values)
            : new Trigger.WorkCompleted(now, message.Token, result.Outcome!, result.Variables?.Values);
        await scope.ServiceProvider.GetRequiredService<ProcessRunner>().Apply(message.InstanceId, trigger, Guid.Empty, ct);
        await CommitSave.Run(db, message.OrganizationId, new AuditNote(Guid.Empty, "Hệ thống", message.ActivityKey, message.SubjectId, result.Text), now, ct);
    }

    // Not tracked: the step that follows reads the case as it is then.
    private static async Task<CaseVariables> Variables(WorkflowDbContext db, OutboxMessage message, CancellationToken ct)
    {
        var state = await db.Set<ProcessInstance>().Where(row => row.Id == message.InstanceId).Select(row => row.State).SingleAsync(ct);
        var known = InstanceState.FromJson(state).Variables.ToDictionary();
        foreach (var (name, value) in CaseVariables.FromJson(message.Locals).Values)
        {
            known[name] = value;
        }

        return new CaseVariables(known);
    }

    private async Task PutBack(Guid id, Exception error, bool conflict, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var message = await db.Set<OutboxMessage>().IgnoreQueryFilters().SingleAsync(row => row.Id == id, ct);
        if (message.DoneAt is not null)
        {
            // The save was carried out, only word of it did not come back.
            return;
        }

        var now = clock.GetUtcNow();
        message.LeasedUntil = null;
        message.LastError = error.Message.Length > 2_000 ? error.Message[..2_000] : error.Message;
        if (!conflict)
        {
            message.NotBefore = message.Attempts < Backoff.Length ? now + Backoff[message.Attempts] : now;
            message.FailedAt = message.Attempts < Backoff.Length ? null : now;
            message.Attempts++;
            if (await db.Set<ProcessInstance>().IgnoreQueryFilters().AnyAsync(row => row.Id == message.InstanceId && row.SuspendedAt != null, ct))
            {
                message.NotBefore = Suspension.Never;
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (Exception again) when (again is not OperationCanceledException)
        {
            // The lease runs out by itself; nothing is lost.
            log.LogWarning(again, "could not put back {Message}", id);
        }
    }
}
