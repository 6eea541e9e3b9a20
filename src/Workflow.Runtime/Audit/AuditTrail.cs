using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Audit;

/// <summary>What is to be written into the log with the coming save.</summary>
public sealed record AuditNote(Guid ActorId, string ActorName, string Act, Guid SubjectId, string Text);

/// <summary>Writes and checks the chained log.</summary>
public static class AuditTrail
{
    /// <summary>
    /// Adds an entry to the context, within the transaction that is open, and answers its position. It locks the organization's head
    /// until the commit: the chain has one order.
    /// </summary>
    public static async Task<long> Append(WorkflowDbContext db, Guid organizationId, AuditNote note, DateTimeOffset at, CancellationToken ct)
    {
        var heads = db.Set<AuditHead>().IgnoreQueryFilters().Where(head => head.OrganizationId == organizationId);
        await heads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Position, head => head.Position + 1), ct);
        var locked = await heads.AsNoTracking().SingleAsync(ct);
        // PostgreSQL keeps microseconds; cut here so that what is hashed is what is stored.
        var instant = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero);
        var hash = AuditEntry.HashOf(organizationId, locked.Position, instant, note.ActorId, note.ActorName, note.Act, note.SubjectId, note.Text, locked.Hash);
        db.Add(new AuditEntry
        {
            OrganizationId = organizationId,
            Position = locked.Position,
            At = instant,
            ActorId = note.ActorId,
            ActorName = note.ActorName,
            Act = note.Act,
            SubjectId = note.SubjectId,
            Text = note.Text,
            PreviousHash = locked.Hash,
            Hash = hash,
        });
        await heads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Hash, hash), ct);
        return locked.Position;
    }

    /// <summary>Walks the chain; null when it is whole, otherwise the position of the first bad entry.</summary>
    public static async Task<long?> FirstBadEntry(WorkflowDbContext db, Guid organizationId, CancellationToken ct)
    {
        long expected = 1;
        var previous = "";
        var entries = db.Set<AuditEntry>().IgnoreQueryFilters().AsNoTracking().Where(entry => entry.OrganizationId == organizationId)
            .OrderBy(entry => entry.Position).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
        {
            if (entry.Position != expected || entry.PreviousHash != previous || entry.Hash != entry.Recompute())
            {
                return expected;
            }

            previous = entry.Hash;
            expected++;
        }

        var head = await db.Set<AuditHead>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.OrganizationId == organizationId, ct);
        return head is null || (head.Position == expected - 1 && head.Hash == previous) ? null : expected;
    }
}
