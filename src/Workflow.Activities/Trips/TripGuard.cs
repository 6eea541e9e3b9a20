using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>An act that takes a session along, back or in: the guard lets it through.</summary>
public interface ITripCommand : ICommand
{
}

/// <summary>
/// While a session is away, nothing of it and of its drafts is changed at home; and the laptop changes nothing else. Judged by the rows that an act is about
/// to write, whatever act it is: one that is added later is held as well.
/// </summary>
internal sealed class TripGuard(WorkflowDbContext db)
{
    /// <summary>Before the act: what a look at its name and its draft tells.</summary>
    public async Task<Refusal?> Before(TripSide side, ICommand command, CancellationToken ct)
    {
        if (command is ITripCommand or IQuietCommand)
        {
            return null;
        }

        if (side == TripSide.Home)
        {
            return command is IOfDraft { DraftId: var draft } && draft != Guid.Empty ? await Away([draft], ct) : null;
        }

        var trip = await db.Set<SessionTrip>().AsNoTracking().Where(row => row.Side == TripSide.Away).OrderByDescending(row => row.Number).FirstAsync(ct);
        return !trip.IsOpen
            ? new("trip.sealed", "Sổ hội nghị trên máy này đã khóa để mang kết quả về, nên không ghi thêm được. Việc còn lại làm ở hệ thống chính sau khi nhận kết quả.")
            : command.GetType().Namespace == typeof(CastBallot).Namespace && command is not (CallConference or SendInvitations or MoveConference or CancelConference) ? null
            : new("trip.elsewhere", "Máy này chỉ dùng để họp hội nghị đã mang đi. Việc này làm ở hệ thống chính.");
    }

    /// <summary>
    /// After the act, before its save: what its rows are about. Whoever writes to a session holds it by now, so a session that was taken along (or sealed)
    /// while the act waited for it is seen, though it was not when the act began.
    /// </summary>
    public async Task<Refusal?> After(TripSide? side, ICommand command, CancellationToken ct)
    {
        if (command is ITripCommand or IQuietCommand)
        {
            return null;
        }

        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (side == TripSide.Away)
        {
            var ofSession = changed.Exists(entry => entry.Metadata.ClrType.Namespace == typeof(Conference).Namespace);
            return changed.Exists(entry => entry is { State: EntityState.Deleted, Entity: AgendaItem { DraftId: not null } })
                ? new("trip.keep-draft", "Hội nghị đã được mang đi cùng dự thảo này nên không bỏ khỏi chương trình ở đây được. Đồng chí kết luận “Hoãn” và ghi lý do.")
                : changed.Exists(entry => entry.Entity is SessionLetter or LetterCopy or GuestPass or Conference { CancelledAt: not null })
                ? new("trip.letters-at-home", "Giấy mời, thông báo và việc hủy hội nghị làm ở hệ thống chính, không làm trên máy mang đi: máy này không gửi thư được.")
                : ofSession ? await Before(TripSide.Away, command, ct) : null;
        }

        // A session that leaves is not open yet: only what is written before could meet its leaving. Ballots never do, and pay nothing for the look.
        return side is null && !changed.Exists(entry => entry.Entity is Conference or AgendaItem or Attendance or Movement or Recusal) ? null
            : await Away(changed.SelectMany(entry => entry.Properties).Where(cell => cell.Metadata.ClrType == typeof(Guid) || cell.Metadata.ClrType == typeof(Guid?)).Select(cell => cell.CurrentValue as Guid? ?? Guid.Empty).Where(id => id != Guid.Empty).ToHashSet(), ct);
    }

    // Every row of a session names the session, an item of its agenda or one of those summoned; every row of a draft names the draft, a version or its case.
    private async Task<Refusal?> Away(HashSet<Guid> touched, CancellationToken ct)
    {
        foreach (var trip in await db.Set<SessionTrip>().AsNoTracking().Where(row => row.Side == TripSide.Home && row.EndedAt == null).ToListAsync(ct))
        {
            var items = await db.Set<AgendaItem>().AsNoTracking().Where(row => row.ConferenceId == trip.ConferenceId).Select(row => new { row.Id, row.DraftId }).ToListAsync(ct);
            var drafts = items.Where(item => item.DraftId is not null).Select(item => item.DraftId!.Value).ToList();
            var own = new HashSet<Guid>([trip.ConferenceId, .. items.Select(item => item.Id), .. drafts]);
            own.UnionWith(await db.Set<Attendance>().Where(row => row.ConferenceId == trip.ConferenceId).Select(row => row.Id).ToListAsync(ct));
            own.UnionWith(await db.Set<DraftVersion>().Where(row => drafts.Contains(row.DraftId)).Select(row => row.Id).ToListAsync(ct));
            own.UnionWith(await db.Set<ProcessInstance>().Where(row => drafts.Contains(row.SubjectId)).Select(row => row.Id).ToListAsync(ct));
            if (own.Overlaps(touched))
            {
                return new("trip.away", $"Hội nghị đã được mang đi máy khác từ {TripWords.Moment(trip.OutAt)}, nên ở đây chưa ghi gì thêm vào hội nghị và các dự thảo của hội nghị được. Khi họp xong, Văn phòng mở hội nghị, chọn “Mang hội nghị đi” để nhận kết quả; nếu máy mang đi không còn dùng được thì lấy hội nghị lại ở trang ấy.");
            }
        }

        return null;
    }
}

/// <summary>Words of trips.</summary>
internal static class TripWords
{
    public static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
