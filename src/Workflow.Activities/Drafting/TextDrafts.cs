using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Working copies of texts, as several acts look them up.</summary>
internal static class TextDrafts
{
    public static Task<TextDraft?> Mine(WorkflowDbContext db, Actor actor, Guid draftId, CancellationToken ct) =>
        db.Set<TextDraft>().SingleOrDefaultAsync(row => row.DraftId == draftId && row.PersonId == actor.PersonId, ct);

    /// <summary>The version of the draft with this hash, which two versions may share; null when it has none.</summary>
    public static async Task<(int Round, DraftText Text)?> Version(WorkflowDbContext db, Guid draftId, string hash, CancellationToken ct) =>
        await db.Set<DraftVersion>().Where(version => version.DraftId == draftId && version.Hash == hash).OrderByDescending(version => version.Round).Select(version => new { version.Id, version.Round }).FirstOrDefaultAsync(ct) is { } found
            ? (found.Round, await VersionTexts.Of(db, found.Id, hash, ct)) : null;

    /// <summary>Ids of the clauses of every version: what was said of one must not fall upon another.</summary>
    public static async Task<HashSet<string>> UsedIds(WorkflowDbContext db, Guid draftId, CancellationToken ct)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var version in await db.Set<DraftVersion>().Where(one => one.DraftId == draftId).Select(one => new { one.Id, one.Hash }).ToListAsync(ct))
        {
            used.UnionWith((await VersionTexts.Of(db, version.Id, version.Hash, ct)).Clauses.Select(clause => clause.Id));
        }

        return used;
    }
}
