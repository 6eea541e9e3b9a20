using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Appraisals;

/// <summary>The points by which drafts are appraised on a day.</summary>
internal static class Checklists
{
    /// <summary>Null, without points: the organization has no list that early.</summary>
    public static async Task<(AppraisalChecklist? List, IReadOnlyList<AppraisalItem> Items)> InForce(WorkflowDbContext db, DateOnly day, CancellationToken ct) =>
        AppraisalChecklist.InForce(await db.Set<AppraisalChecklist>().AsNoTracking().ToListAsync(ct), day) is not { } list ? (null, [])
        : (list, await db.Set<AppraisalItem>().AsNoTracking().Where(item => item.ChecklistId == list.Id).OrderBy(item => item.Ordinal).ToListAsync(ct));
}
