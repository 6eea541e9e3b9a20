using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>Which rules of the checks the organization has switched off.</summary>
internal static class ChecksInForce
{
    public static async Task<IReadOnlySet<string>> Off(WorkflowDbContext db, DateTimeOffset at, CancellationToken ct) =>
        CheckSwitch.Off(await db.Set<CheckSwitch>().AsNoTracking().ToListAsync(ct), at);
}
