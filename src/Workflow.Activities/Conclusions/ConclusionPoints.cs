using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conclusions;

/// <summary>Where a point stands on the draft as it is now.</summary>
/// <param name="Check">The newest look; null when nobody looked.</param>
/// <param name="IsMet">Đạt, on the text as it is now.</param>
/// <param name="IsStale">It was looked at, and the text changed there since.</param>
internal sealed record PointState(ConclusionPoint Point, PointCheck? Check, bool IsMet, bool IsStale);

/// <summary>The points of a draft's conclusions, judged on the text as it is now.</summary>
internal static class ConclusionPoints
{
    /// <summary>All points of conclusions that were not taken back, in their order. Three statements, and one for each version looked at.</summary>
    public static async Task<IReadOnlyList<PointState>> Of(WorkflowDbContext db, Draft draft, CancellationToken ct)
    {
        var points = await db.Set<ConclusionPoint>().AsNoTracking()
            .Where(point => point.DraftId == draft.Id && db.Set<Conclusion>().Any(one => one.Id == point.ConclusionId && one.WithdrawnAt == null))
            .OrderBy(point => point.ConclusionId).ThenBy(point => point.Ordinal).ToListAsync(ct);
        if (points.Count == 0)
        {
            return [];
        }

        var checks = await db.Set<PointCheck>().AsNoTracking().Where(check => db.Set<ConclusionPoint>().Any(point => point.Id == check.PointId && point.DraftId == draft.Id)).ToListAsync(ct);
        var newest = checks.GroupBy(check => check.PointId).ToDictionary(group => group.Key, group => group.OrderBy(check => check.At).ThenBy(check => check.Id).Last());
        var current = await VersionTexts.Of(db, draft.CurrentVersionId, draft.CurrentHash, ct);
        var states = new List<PointState>();
        foreach (var point in points)
        {
            var check = newest.GetValueOrDefault(point.Id);
            var holds = check is not null && check.StillHolds(draft.CurrentHash, check.VersionHash == draft.CurrentHash ? current : await VersionTexts.Of(db, check.VersionId, check.VersionHash, ct), current);
            states.Add(new(point, check, holds && check!.IsMet, check is not null && !holds));
        }

        return states;
    }

    /// <summary>A point that is not met keeps a draft from the next step (DOMAIN §1.6); null when all are.</summary>
    public static async Task<Refusal?> Gate(WorkflowDbContext db, Draft draft, CancellationToken ct)
    {
        var open = (await Of(db, draft, ct)).Where(state => !state.IsMet).ToList();
        return open.Count == 0 ? null : new("conclusion.not-met",
            $"Còn {open.Count} nội dung kết luận chưa đạt hoặc chưa đối soát trên bản này, ví dụ “{Short(open[0].Point.Words)}”. Đồng chí mở mục Kết luận, đối soát từng nội dung rồi trình lại.");
    }

    private static string Short(string words) => words.Length <= 80 ? words : words[..80].TrimEnd() + "…";
}
