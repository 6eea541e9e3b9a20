using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Audit;

namespace Workflow.Runtime.Storage;

/// <summary>The one save of an act: everything that the handler changed and the log entry, in one transaction or not at all.</summary>
public static class CommitSave
{
    /// <summary>
    /// Saves. <paramref name="withPosition"/> is told the entry's position (the receipt number) before the save, so that a stored answer
    /// can bear it.
    /// </summary>
    public static async Task Run(
        WorkflowDbContext db, Guid organizationId, AuditNote note, DateTimeOffset at, Action<long> withPosition, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        withPosition(await AuditTrail.Append(db, organizationId, note, at, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
