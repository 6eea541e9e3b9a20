using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Outbox;

/// <summary>
/// Removes working copies that were left long ago and hold nothing of their own: what they say is what some version of the draft says. Words that
/// exist nowhere else are never removed by a machine: their writer finds them in the list of their work, and throws them away or takes them along.
/// </summary>
public sealed class TextDraftSweep(IServiceScopeFactory scopes, TimeProvider clock, WritingSettings settings)
{
    private const int Page = 100;

    private static readonly TimeSpan Between = TimeSpan.FromHours(6);

    private DateTimeOffset next;

    /// <summary>Looks when it is time to; answers how many went.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < next)
        {
            return 0;
        }

        next = now + Between;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var limit = now - settings.Abandoned;
        var (gone, after) = (0, Guid.Empty);
        while (true)
        {
            var rows = await db.Set<TextDraft>().IgnoreQueryFilters().AsNoTracking().Where(row => row.SavedAt < limit && row.Id > after).OrderBy(row => row.Id).Take(Page)
                .Select(row => new { row.Id, row.Revision }).ToListAsync(ct);
            foreach (var row in rows)
            {
                // Saved again meanwhile, it has another revision and stays.
                gone += await HoldsNothing(db, row.Id, ct) ? await db.Set<TextDraft>().IgnoreQueryFilters().Where(one => one.Id == row.Id && one.Revision == row.Revision).ExecuteDeleteAsync(ct) : 0;
            }

            if (rows.Count < Page)
            {
                return gone;
            }

            after = rows[^1].Id;
        }
    }

    // Half a text that could be no version is somebody's words too.
    private static async Task<bool> HoldsNothing(WorkflowDbContext db, Guid id, CancellationToken ct)
    {
        var row = await db.Set<TextDraft>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        var versions = row is null ? null : db.Set<DraftVersion>().IgnoreQueryFilters().AsNoTracking().Where(version => version.DraftId == row.DraftId);
        var canonical = versions is null ? null : await versions.Where(version => version.Hash == row!.BaseHash).Select(version => version.Canonical).FirstOrDefaultAsync(ct);
        if (canonical is null || EditedText.Parse(row!.Content).Text is not { } edited || EditedTextRules.Over(edited, CanonicalText.Read(canonical)).Text is not { } text)
        {
            return false;
        }

        var hash = CanonicalText.Hash(text);
        return await versions!.AnyAsync(version => version.Hash == hash, ct);
    }
}
