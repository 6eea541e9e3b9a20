using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Conferences;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>Logs of laptops, kept as closed chapters: each is walked by itself, and the log of home must name its last hash.</summary>
public static class Chapters
{
    /// <summary>Chapters of the current organization, and what is wrong with each; null when it is whole.</summary>
    public static async Task<IReadOnlyList<(SessionTrip Trip, string? Wrong)>> Check(WorkflowDbContext db, CancellationToken ct)
    {
        var found = new List<(SessionTrip, string?)>();
        foreach (var trip in await db.Set<SessionTrip>().AsNoTracking().Where(row => row.Side == TripSide.Home && row.ResultHash != "").OrderBy(row => row.OutAt).ToListAsync(ct))
        {
            found.Add((trip, await Wrong(db, trip, ct)));
        }

        return found;
    }

    private static async Task<string?> Wrong(WorkflowDbContext db, SessionTrip trip, CancellationToken ct)
    {
        var (expected, previous) = (1L, "");
        await foreach (var entry in db.Set<ChapterEntry>().AsNoTracking().Where(row => row.TripId == trip.Id).OrderBy(row => row.Position).AsAsyncEnumerable().WithCancellation(ct))
        {
            var hash = AuditEntry.HashOf(entry.OrganizationId, entry.Position, entry.At, entry.ActorId, entry.ActorName, entry.Act, entry.SubjectId, entry.Text, entry.PreviousHash);
            if (entry.Position != expected || entry.PreviousHash != previous || entry.Hash != hash)
            {
                return $"dòng đầu tiên sai là {expected}";
            }

            (expected, previous) = (expected + 1, entry.Hash);
        }

        return expected - 1 != trip.ChapterPosition || previous != trip.ChapterHash ? "thiếu hoặc thừa dòng ở cuối"
            : await db.Set<AuditEntry>().AnyAsync(entry => entry.SubjectId == trip.ConferenceId && entry.Act == nameof(ReceiveResult) && entry.Text.Contains(trip.ChapterHash), ct) ? null
            : "nhật ký của hệ thống chính không ghi mã cuối của chương này";
    }
}
