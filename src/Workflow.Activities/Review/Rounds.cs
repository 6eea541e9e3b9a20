using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Rounds of opinions, as the acts on them look them up.</summary>
internal static class Rounds
{
    /// <summary>A member's sheet and its round, both locked against the close for the rest of the act.</summary>
    public sealed record Asked(ReviewRound Round, OpinionSheet Sheet, bool IsOpen);

    /// <summary>Whether answers are taken now. What the process has closed stays closed, whatever the clock says afterwards.</summary>
    public static async Task<bool> IsOpen(WorkflowDbContext db, ReviewRound round, DateTimeOffset now, CancellationToken ct) => round.IsOpen(now)
        && (!round.IsOfProcess || await db.Set<OpenTask>().AnyAsync(task => task.SubjectId == round.DraftId && task.TaskKey == TaskKeys.Review && task.ClosedAt == null, ct));

    /// <summary>The round by its id, or the newest on the draft when the id is empty; with the person's sheet in it.</summary>
    public static async Task<(Asked? Asked, Refusal? Refusal)> Of(WorkflowDbContext db, Guid draftId, Guid roundId, Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        if (await Find.For(db)(db, draftId, roundId, personId, ct) is not { } found)
        {
            return (null, new("review.none-open", "Không thấy đợt lấy ý kiến này."));
        }

        return found.Sheet is { } sheet ? (new(found.Round, sheet, await IsOpen(db, found.Round, now, ct)), null)
            : (null, new("review.not-asked", "Đồng chí không có tên trong danh sách được lấy ý kiến của đợt này."));
    }

    /// <summary>
    /// The same, holding the round's row: an answer is there before the close, or comes after it and is told so. A deadline that has passed is written down
    /// as the close, so that a clock set back does not open it again.
    /// </summary>
    public static async Task<(Asked? Asked, Refusal? Refusal)> Locked(WorkflowDbContext db, Guid draftId, Guid roundId, Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<ReviewRound>().Where(one => roundId != Guid.Empty ? one.Id == roundId : one.DraftId == draftId), one => one.ClosedAt, ct);
        var (asked, refusal) = await Of(db, draftId, roundId, personId, now, ct);
        if (asked is { Round: { ClosedAt: null } round } && now >= round.ClosesAt)
        {
            round.ClosedAt = round.ClosesAt;
        }

        return (asked, refusal);
    }

    /// <summary>A round for the office, held.</summary>
    public static async Task<ReviewRound?> Hold(WorkflowDbContext db, Guid roundId, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<ReviewRound>().Where(one => one.Id == roundId), one => one.ClosedAt, ct);
        return await db.Set<ReviewRound>().SingleOrDefaultAsync(one => one.Id == roundId, ct);
    }

    /// <summary>Works out again which of a member's answers counts.</summary>
    public static async Task Recount(WorkflowDbContext db, ReviewRound round, OpinionSheet sheet, CancellationToken ct)
    {
        await db.Set<GivenOpinion>().Where(one => one.RoundId == round.Id && one.PersonId == sheet.PersonId).LoadAsync(ct);
        sheet.Take(GivenOpinion.Standing(db.Set<GivenOpinion>().Local.Where(one => one.RoundId == round.Id && one.PersonId == sheet.PersonId), round.VersionHash));
    }

    /// <summary>Whether a late answer is still taken: not once the text is adopted or the case is over.</summary>
    public static async Task<Refusal?> TooLate(WorkflowDbContext db, Guid draftId, CancellationToken ct) =>
        await db.Set<Draft>().AnyAsync(draft => draft.Id == draftId && draft.AdoptedHash == "", ct) && await db.Set<OpenTask>().AnyAsync(task => task.SubjectId == draftId && task.ClosedAt == null, ct) ? null
        : new("review.decided", "Dự thảo đã được thông qua hoặc hồ sơ đã kết thúc nên không ghi nhận thêm được. Nếu cần, đồng chí gửi ý kiến trực tiếp cho Văn phòng.");

    /// <summary>Ids of the whole office's rounds on a draft that still take answers.</summary>
    public static async Task<ReviewRound?> OpenOn(WorkflowDbContext db, Guid draftId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var round in await db.Set<ReviewRound>().Where(one => one.DraftId == draftId && one.ClosedAt == null).ToListAsync(ct))
        {
            if (await IsOpen(db, round, now, ct))
            {
                return round;
            }
        }

        return null;
    }

    private sealed record Found(ReviewRound Round, OpinionSheet? Sheet);

    // Every answer of every member begins with it.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, Guid, Guid, CancellationToken, Task<Found?>>> Find = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid draftId, Guid roundId, Guid personId, CancellationToken ct) => db.Set<ReviewRound>()
            .Where(one => roundId != Guid.Empty ? one.Id == roundId : one.DraftId == draftId).OrderByDescending(one => one.Number)
            .Select(one => new Found(one, db.Set<OpinionSheet>().FirstOrDefault(sheet => sheet.RoundId == one.Id && sheet.PersonId == personId))).FirstOrDefault()));
}
