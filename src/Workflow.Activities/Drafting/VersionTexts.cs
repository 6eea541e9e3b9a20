using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>
/// Texts of versions, each read and parsed once: what bears a hash never changes. Asked by a version that the caller was allowed to
/// see, so that the same text of two organizations tells neither about the other.
/// </summary>
internal static class VersionTexts
{
    // About 100 kB a text of ten pages; a commune has a handful on its way at a time.
    private const int Most = 100;

    private static readonly ConcurrentDictionary<string, DraftText> ByHash = new(StringComparer.Ordinal);
    private static readonly ConcurrentQueue<string> Oldest = new();

    public static async ValueTask<DraftText> Of(WorkflowDbContext db, Guid versionId, string hash, CancellationToken ct)
    {
        if (ByHash.TryGetValue(hash, out var known))
        {
            return known;
        }

        var canonical = await db.Set<DraftVersion>().Where(version => version.Id == versionId).Select(version => version.Canonical).SingleAsync(ct);
        var text = CanonicalText.Read(canonical);

        // A row that was changed behind our back must not be spread further under its old hash.
        if (CanonicalText.Hash(canonical) == hash && ByHash.TryAdd(hash, text))
        {
            Oldest.Enqueue(hash);
            while (ByHash.Count > Most && Oldest.TryDequeue(out var oldest))
            {
                ByHash.TryRemove(oldest, out _);
            }
        }

        return text;
    }
}
