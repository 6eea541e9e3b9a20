using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Outbox;

/// <summary>
/// Forgets the keys of acts whose form nobody can still send: antiforgery tokens live as long as their data protection key, 90 days.
/// What was done stands in the log for good.
/// </summary>
public sealed class CommandRecordPurge(IServiceScopeFactory scopes, TimeProvider clock)
{
    // A batch is one short transaction: people who act meanwhile do not wait for it.
    private const int Batch = 1_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private DateTimeOffset next;

    /// <summary>Does a batch when it is time for one; while batches come back full, the next is due at once. Answers how many rows went.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < next)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var limit = now - Kept;
        var gone = await db.Set<CommandRecord>().IgnoreQueryFilters().Where(record => record.At < limit).OrderBy(record => record.At).Take(Batch).ExecuteDeleteAsync(ct);
        next = gone == Batch ? now : now + Between;
        return gone;
    }
}
