using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Conferences;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>Destroys the keys of secret votes that are counted or void: what was sealed with them cannot be opened by anybody any more.</summary>
public sealed class BallotKeySweep(IServiceScopeFactory scopes, BallotSeal seal)
{
    /// <summary>Looks once; answers how many went.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var kept = seal.Kept();
        if (kept.Count == 0)
        {
            return 0;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var running = await db.Set<Vote>().IgnoreQueryFilters().Where(vote => kept.Contains(vote.Id) && vote.ClosedAt == null && vote.VoidedAt == null).Select(vote => vote.Id).ToListAsync(ct);
        var over = kept.Except(running).ToList();
        over.ForEach(seal.Destroy);
        return over.Count;
    }
}
