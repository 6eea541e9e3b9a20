using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>Whether public pages are open. They are closed until somebody opens them.</summary>
internal static class PortalState
{
    /// <summary>The last word of the current organization; null when it never said anything.</summary>
    public static Task<PortalSwitch?> Last(WorkflowDbContext db, CancellationToken ct) =>
        db.Set<PortalSwitch>().AsNoTracking().OrderByDescending(row => row.From).ThenByDescending(row => row.Id).FirstOrDefaultAsync(ct);

    /// <summary>Whether the current organization's pages are open.</summary>
    public static async Task<bool> IsOn(WorkflowDbContext db, CancellationToken ct) => await Last(db, ct) is { IsOn: true };

    /// <summary>Organizations whose pages are open, each with the moment since which; asked by anybody.</summary>
    public static async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Open(WorkflowDbContext db, CancellationToken ct) =>
        (await db.Set<PortalSwitch>().IgnoreQueryFilters().AsNoTracking().ToListAsync(ct)).GroupBy(row => row.OrganizationId)
            .Select(group => group.MaxBy(row => (row.From, row.Id))!).Where(row => row.IsOn).ToDictionary(row => row.OrganizationId, row => row.From);
}
