using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Inbox;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>What rounds want of a person beside the tasks of a process: an answer, a look at what was entered for them, a comment that was given to them.</summary>
internal static class OpinionsWaiting
{
    private const int Most = 20;

    public static async Task<List<InboxItem>> For(WorkflowDbContext db, Actor actor, CancellationToken ct)
    {
        var now = actor.Now;
        var asked = await db.Set<OpinionSheet>().AsNoTracking().Where(sheet => sheet.PersonId == actor.PersonId && sheet.Answer == null)
            .Join(db.Set<ReviewRound>().Where(round => !round.IsOfProcess && round.ClosedAt == null && round.ClosesAt > now), sheet => sheet.RoundId, round => round.Id, (sheet, round) => round)
            .Join(db.Set<Draft>(), round => round.DraftId, draft => draft.Id, (round, draft) => new { round.Id, round.OpenedAt, round.OpenedById, round.ClosesAt, round.Purpose, draft.TypeKey, draft.Subject })
            .OrderBy(row => row.ClosesAt).Take(Most).ToListAsync(ct);
        var entered = await db.Set<GivenOpinion>().AsNoTracking().Where(one => one.PersonId == actor.PersonId && one.EnteredById != null && one.ConfirmedAt == null && one.ObjectedAt == null)
            .Join(db.Set<ReviewRound>(), one => one.RoundId, round => round.Id, (one, round) => new { one.At, one.EnteredById, round.Id, round.DraftId })
            .Join(db.Set<Draft>(), row => row.DraftId, draft => draft.Id, (row, draft) => new { row.Id, row.At, row.EnteredById, draft.TypeKey, draft.Subject }).OrderBy(row => row.At).Take(Most).ToListAsync(ct);
        var people = asked.Select(row => row.OpenedById).Concat(entered.Select(row => row.EnteredById!.Value)).Distinct().ToList();
        var names = people.Count == 0 ? [] : await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        return
        [
            .. asked.Select(row => new InboxItem(row.Purpose == RoundPurpose.Decision ? "Trả lời lấy ý kiến bằng văn bản" : "Trả lời phiếu lấy ý kiến", DocumentType.Of(row.TypeKey).Titled(row.Subject), $"/lay-y-kien/{row.Id}", row.OpenedAt, names.GetValueOrDefault(row.OpenedById, ""), row.ClosesAt)),
            .. entered.Select(row => new InboxItem("Xem phiếu Văn phòng đã nhập thay đồng chí", DocumentType.Of(row.TypeKey).Titled(row.Subject), $"/lay-y-kien/{row.Id}", row.At, names.GetValueOrDefault(row.EnteredById!.Value, ""), null)),
            .. (await db.Set<Comment>().AsNoTracking().Where(comment => comment.AssignedAt != null && comment.Disposition == null && comment.WithdrawnAt == null)
                .Join(db.Set<Draft>().Where(draft => draft.DrafterId == actor.PersonId), comment => comment.DraftId, draft => draft.Id, (comment, draft) => new { draft.Id, draft.TypeKey, draft.Subject, comment.AssignedAt })
                .GroupBy(row => new { row.Id, row.TypeKey, row.Subject }).Select(group => new { group.Key, Count = group.Count(), Since = group.Min(row => row.AssignedAt) }).OrderBy(row => row.Since).Take(Most).ToListAsync(ct))
                .Select(row => new InboxItem($"Trả lời {row.Count} góp ý được giao", DocumentType.Of(row.Key.TypeKey).Titled(row.Key.Subject), $"/du-thao/{row.Key.Id}/y-kien", row.Since!.Value, "Văn phòng Đảng ủy", null)),
        ];
    }
}
