using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Audit;

namespace Workflow.Runtime.Storage;

/// <summary>The one save of an act: everything that the handler changed and the log entry, in one transaction or not at all.</summary>
public static class CommitSave
{
    /// <summary>
    /// Lets acts that decide on "am I the last one?" go one after the other: holds the row for the rest of this act's transaction.
    /// </summary>
    public static async Task LockRow<T>(WorkflowDbContext db, IQueryable<T> row, System.Linq.Expressions.Expression<Func<T, DateTimeOffset?>> column, CancellationToken ct)
        where T : class
    {
        if (db.Database.CurrentTransaction is null)
        {
            await db.Database.BeginTransactionAsync(ct);
        }

        await row.ExecuteUpdateAsync(set => set.SetProperty(column, column), ct);
    }

    /// <summary>
    /// Saves. <paramref name="withPosition"/> is told the entry's position (the receipt number) before the save, so that a stored answer
    /// can bear it.
    /// </summary>
    public static async Task Run(
        WorkflowDbContext db, Guid organizationId, AuditNote note, DateTimeOffset at, Action<long> withPosition, CancellationToken ct)
    {
        // An act that had to lock rows has its transaction already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        withPosition(await AuditTrail.Append(db, organizationId, note, at, ct));
        await db.SaveChangesAsync(ct);
        await (own ?? db.Database.CurrentTransaction!).CommitAsync(ct);
    }
}
