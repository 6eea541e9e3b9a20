using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage.PostgreSql;

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

    /// <summary>Saves; answers the entry's position, the receipt number.</summary>
    public static Task<long> Run(WorkflowDbContext db, Guid organizationId, AuditNote note, DateTimeOffset at, CancellationToken ct, AuditRecord? record = null) =>
        Run(db, organizationId, [note], at, ct, record);

    /// <summary>Saves work in progress: no entry in the log, so no receipt.</summary>
    public static Task Quietly(WorkflowDbContext db, CancellationToken ct) => db.SaveChangesAsync(ct);

    /// <summary>Writes what must be in the database before the rest of the act is, in the act's own transaction: nothing of it is there unless all of it is.</summary>
    public static async Task Ahead(WorkflowDbContext db, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
        {
            await db.Database.BeginTransactionAsync(ct);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Saves with several entries, the act's own last, and returns once that is on disk: several acts of the machine at once, or one act that concerns other matters too.</summary>
    public static async Task<long> Run(
        WorkflowDbContext db, Guid organizationId, IReadOnlyList<AuditNote> notes, DateTimeOffset at, CancellationToken ct, AuditRecord? record = null)
    {
        db.BeginAct();
        try
        {
            var (position, line) = await Save(db, organizationId, notes, at, record, ct);
            if (line is not null)
            {
                await db.OnDisk(line);
            }

            return position;
        }
        finally
        {
            await db.ReleaseConnection();
        }
    }

    private static async Task<(long Position, FlushLine? Line)> Save(WorkflowDbContext db, Guid organizationId, IReadOnlyList<AuditNote> notes, DateTimeOffset at, AuditRecord? record, CancellationToken ct)
    {
        // An act that had to lock rows has its transaction already.
        await using var transaction = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(ct);

        // A save that fails ends the act: there is nothing to go back to, and each savepoint would be one more trip.
        db.Database.AutoSavepointsEnabled = false;
        await db.SaveChangesAsync(ct);

        // The log comes last, because from here on all acts of the organization wait. On PostgreSQL its statement carries the commit.
        var line = notes.Count > 0 ? db.ShareFlush() : null;
        var position = await AuditTrail.Append(db, organizationId, notes, record, at, db.CommitInSameTrip.Length > 0, line is not null, ct);
        if (db.CommitInSameTrip.Length == 0)
        {
            await transaction.CommitAsync(ct);
        }

        return (position, line);
    }
}
