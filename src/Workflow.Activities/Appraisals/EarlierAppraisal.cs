using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Domain.Drafts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>A point that was not met, and what became of the place in the text since.</summary>
internal sealed record AskedBefore(AppraisalPoint Point, Appraisal In, Mending Since);

/// <summary>What the appraisal before asked for.</summary>
internal static class EarlierAppraisal
{
    /// <summary>The last appraisal when it returned the draft, with its points that were not met; otherwise null.</summary>
    public static async Task<AppraisalRow?> Returned(WorkflowDbContext db, Draft draft, IReadOnlyDictionary<Guid, string> names, CancellationToken ct)
    {
        if (await db.Set<Appraisal>().AsNoTracking().Where(one => one.DraftId == draft.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(ct) is not { Passed: false } last)
        {
            return null;
        }

        var points = await db.Set<AppraisalPoint>().AsNoTracking().Where(point => point.AppraisalId == last.Id && point.Judgement == PointJudgement.NotMet).OrderBy(point => point.Ordinal).ToListAsync(ct);
        return new(
            last.Id, "", names.GetValueOrDefault(last.ById, ""), last.At, false, last.Note, "", last.ChecklistSource,
            points.ConvertAll(point => new PointJudged(point.Ordinal, point.Part, point.Words, point.Judgement, point.Note, point.ClauseId, point.ClauseTitle, "", point.WasProposed)));
    }

    /// <summary>Points that were not met in the last appraisal before <paramref name="until"/> (the last of all when null), seen on the text of <paramref name="on"/>.</summary>
    public static async Task<IReadOnlyList<AskedBefore>> Asked(WorkflowDbContext db, Draft draft, Appraisal? until, (Guid VersionId, string Hash) on, CancellationToken ct)
    {
        var all = await db.Set<Appraisal>().AsNoTracking().Where(one => one.DraftId == draft.Id).ToListAsync(ct);
        var before = all.Where(one => until is null || one.Number < until.Number).MaxBy(one => one.Number);
        if (before is null || await db.Set<AppraisalPoint>().AsNoTracking().Where(point => point.AppraisalId == before.Id && point.Judgement == PointJudgement.NotMet).OrderBy(point => point.Ordinal).ToListAsync(ct) is not { Count: > 0 } points)
        {
            return [];
        }

        var seenId = await db.Set<DraftVersion>().Where(version => version.DraftId == draft.Id && version.Hash == before.VersionHash).OrderBy(version => version.Round).Select(version => version.Id).FirstAsync(ct);
        var seen = await VersionTexts.Of(db, seenId, before.VersionHash, ct);
        var current = await VersionTexts.Of(db, on.VersionId, on.Hash, ct);
        return points.ConvertAll(point => new AskedBefore(point, before, point.Since(before.VersionHash, seen, on.Hash, current)));
    }
}
