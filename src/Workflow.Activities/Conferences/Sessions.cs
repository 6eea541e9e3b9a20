using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>What acts on a session have in common: one after the other, by the office or the chair, while it may still be changed.</summary>
internal static class Sessions
{
    public static readonly Refusal NotFound = new("conference.not-found", "Không thấy hội nghị này.");
    public static readonly Refusal NoItem = new("conference.no-item", "Không thấy nội dung này trong chương trình.");

    /// <summary>The session, held for this act: acts on one session follow each other. Null when there is none.</summary>
    public static async Task<Conference?> Hold(WorkflowDbContext db, Guid id, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<Conference>().Where(one => one.Id == id), one => one.ClosedAt, ct);
        return await db.Set<Conference>().SingleOrDefaultAsync(one => one.Id == id, ct);
    }

    /// <summary>An item and its session, held for this act.</summary>
    public static async Task<(Conference? Conference, AgendaItem? Item)> HoldItem(WorkflowDbContext db, Guid itemId, CancellationToken ct)
    {
        var of = await db.Set<AgendaItem>().Where(one => one.Id == itemId).Select(one => (Guid?)one.ConferenceId).SingleOrDefaultAsync(ct);
        return of is not { } id ? (null, null) : (await Hold(db, id, ct), await db.Set<AgendaItem>().SingleAsync(one => one.Id == itemId, ct));
    }

    /// <summary>Whether the actor keeps the books of sessions.</summary>
    public static async Task<bool> IsDesk(Actor actor, CancellationToken ct) => Offices.OfDesk.Any((await actor.OfficesHeld(ct)).Contains);

    /// <summary>Only the chair and, on the chair's word, the office run a session.</summary>
    public static async Task<Refusal?> MayLead(Actor actor, Conference conference, CancellationToken ct) => conference.ChairId == actor.PersonId || await IsDesk(actor, ct)
        ? null
        : new("conference.chair-only", "Việc này do đồng chí chủ trì hoặc Văn phòng làm tại hội nghị.");

    /// <summary>Refused unless the session is running.</summary>
    public static Refusal? MustRun(Conference conference) => conference.IsOver ? Over(conference)
        : conference.OpenedAt is null ? new("conference.not-open", "Hội nghị chưa khai mạc. Đồng chí điểm danh và khai mạc trước.")
        : null;

    /// <summary>Refused once the session is over or called off.</summary>
    public static Refusal? MustNotBeOver(Conference conference) => conference.IsOver ? Over(conference) : null;

    /// <summary>Refused when the item is ended.</summary>
    public static Refusal? MustBeUndecided(AgendaItem item) => item.Decision is null ? null : new("item.decided", "Nội dung này đã được kết luận; kết luận không thay đổi được nữa.");

    /// <summary>The actor's row among those summoned, if the actor is a member in the room.</summary>
    public static Task<Attendance?> PresentMember(WorkflowDbContext db, Guid conferenceId, Guid personId, CancellationToken ct) =>
        db.Set<Attendance>().SingleOrDefaultAsync(row => row.ConferenceId == conferenceId && row.PersonId == personId && !row.IsGuest && row.Presence == Presence.Present, ct);

    private static Refusal Over(Conference conference) => conference.CancelledAt is not null ? new("conference.cancelled", $"Hội nghị này đã hủy, lý do: {conference.CancelReason.TrimEnd('.')}. Không ghi thêm được; đồng chí triệu tập hội nghị khác khi cần.")
        : new("conference.closed", "Hội nghị đã bế mạc nên không ghi thêm được. Nội dung đã ghi vẫn giữ nguyên.");
}
