using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Redline;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
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

    /// <summary>A working copy and the current version of its draft, put together; or why that cannot be done.</summary>
    public static async Task<(DraftMerge? Merge, Refusal? Problem)> Merge(WorkflowDbContext db, Draft draft, TextDraft row, CancellationToken ct)
    {
        if (await Version(db, draft.Id, row.BaseHash, ct) is not { } from)
        {
            return (null, new("draft.no-version", "Không thấy bản này của dự thảo."));
        }

        var (edited, unreadable) = EditedText.Parse(row.Content);
        var (text, wrong) = edited is null ? (null, unreadable) : EditedTextRules.Over(edited, from.Text, await UsedIds(db, draft.Id, ct));
        return text is null ? (null, wrong) : (DraftMerge.Of(from.Text, await DraftToChange.CurrentText(db, draft, ct), text), null);
    }

    /// <summary>Who else saved within the last minutes, and what they changed of the current version.</summary>
    public static async Task<List<OtherWriter>> Others(WorkflowDbContext db, Actor actor, Draft draft, DraftText current, CancellationToken ct)
    {
        var since = actor.Now - TextDraft.StillWriting;
        var rows = await db.Set<TextDraft>().AsNoTracking().Where(row => row.DraftId == draft.Id && row.PersonId != actor.PersonId && row.SavedAt > since)
            .Join(db.Set<Person>(), row => row.PersonId, person => person.Id, (row, person) => new { person.FullName, row.SavedAt, row.Content }).ToListAsync(ct);
        return [.. rows.Select(row => new OtherWriter(row.FullName, row.SavedAt, EditedText.Parse(row.Content).Text is { } text ? EditedTextRules.Touched(text, current) : []))];
    }

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
