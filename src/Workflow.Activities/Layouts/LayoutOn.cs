using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Layouts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Layouts;

/// <summary>The layout that papers of a day follow.</summary>
internal static class LayoutOn
{
    // Of two layouts from the same day the later written one counts: it was written to replace the other before its day.
    public static async Task<LayoutProfile> Day(WorkflowDbContext db, DateOnly day, CancellationToken ct) =>
        LayoutProfile.InForce((await db.Set<OrganizationLayout>().AsNoTracking().Where(row => row.ValidFrom <= day).OrderBy(row => row.At).ToListAsync(ct)).Select(row => row.Profile), day);
}
