using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Outbox;

/// <summary>
/// Brings together what passed each other: one act kept a message while another, at the same moment, began to wait for it. Neither could see
/// the other's rows; a moment later both are there. It also forgets messages that have grown old.
/// </summary>
public sealed class KeptMessageSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeptMessageSweep> log)
{
    // A batch is one short transaction.
    private const int Batch = 100;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private DateTimeOffset next;

    /// <summary>Looks when it is time to; answers how many messages were given.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < next)
        {
            return 0;
        }

        next = now + Between;
        var given = 0;
        foreach (var (message, subscription, organization) in await Meet(now, ct))
        {
            try
            {
                given += await Give(message, subscription, organization, now, ct);
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // Another host gave it, or the case has moved on; the next look tells.
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "kept message {Message} could not be given", message);
            }
        }

        return given;
    }

    private async Task<List<Pair>> Meet(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await db.Set<KeptMessage>().IgnoreQueryFilters().Where(message => message.ExpiresAt <= now).OrderBy(message => message.ExpiresAt).Take(Batch).ExecuteDeleteAsync(ct);
        var pairs = await db.Set<KeptMessage>().IgnoreQueryFilters()
            .Join(
                db.Set<ProcessSubscription>().IgnoreQueryFilters().Where(row => row.Kind == ListensTo.Message),
                message => new { message.OrganizationId, message.Name, message.Key },
                row => new { row.OrganizationId, row.Name, row.Key },
                (message, row) => new { Message = message.Id, Subscription = row.Id, message.OrganizationId })
            .OrderBy(pair => pair.Message).ThenBy(pair => pair.Subscription).Take(Batch).ToListAsync(ct);
        return pairs.ConvertAll(pair => new Pair(pair.Message, pair.Subscription, pair.OrganizationId));
    }

    private async Task<int> Give(Guid messageId, Guid subscriptionId, Guid organizationId, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organizationId;
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();

        // Given by a pair before this one.
        if (await db.Set<KeptMessage>().SingleOrDefaultAsync(row => row.Id == messageId, ct) is not { } message)
        {
            return 0;
        }

        if (await scope.ServiceProvider.GetRequiredService<ProcessRunner>().Deliver(subscriptionId, CaseVariables.FromJson(message.Variables), Guid.Empty, now, ct) is not null)
        {
            return 0;
        }

        db.Remove(message);
        await CommitSave.Run(db, organizationId, new AuditNote(Guid.Empty, "Hệ thống", "message", Guid.Empty, $"Đã chuyển thông điệp “{message.Name}” được giữ lại."), now, ct);
        return 1;
    }

    private sealed record Pair(Guid Message, Guid Subscription, Guid Organization);
}
