using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Authority;

/// <summary>The table of authority by which documents of a day are judged.</summary>
public static class AuthorityOn
{
    /// <summary>Of the current organization. Of two tables from the same day the later written one counts: it was written to replace the other before its day.</summary>
    public static async Task<AuthorityTable> Day(WorkflowDbContext db, DateOnly day, CancellationToken ct) =>
        AuthorityTable.InForce((await db.Set<OrganizationAuthority>().AsNoTracking().Where(row => row.ValidFrom <= day).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(ct)).Select(row => row.Table), day);
}
