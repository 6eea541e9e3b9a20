using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Inbox;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>What rounds want of a person beside the tasks of a process: an answer, a look at what was entered for them, a comment that was given to them.</summary>
internal static class OpinionsWaiting
{
    /// <summary>Why an answer is wanted of somebody.</summary>
    public const string Asked = "đồng chí được lấy ý kiến";

    private const int Most = 20;

    // What has no day of its own stands among what has, as if it had one.
    private static readonly TimeSpan SoonEnough = TimeSpan.FromDays(3);

    /// <summary>A version that replaces the one asked about asks anew.</summary>
    public static string Key(Guid roundId, string versionHash) => $"round:{roundId:N}:{versionHash[..16]}";

    public static async Task<List<InboxItem>> For(WorkflowDbContext db, Actor actor, CancellationToken ct)
    {
        var now = actor.Now;
        var asked = await db.Set<OpinionSheet>().AsNoTracking().Where(sheet => sheet.PersonId == actor.PersonId && sheet.Answer == null)
            .Join(db.Set<ReviewRound>().Where(round => !round.IsOfProcess && round.ClosedAt == null && round.ClosesAt > now), sheet => sheet.RoundId, round => round.Id, (sheet, round) => round)
            .Join(db.Set<Draft>(), round => round.DraftId, draft => draft.Id, (round, draft) => new
            {
                round.Id,
                round.OpenedAt,
                round.OpenedById,
                round.ClosesAt,
                round.Purpose,
                round.VersionHash,
                draft.TypeKey,
                draft.Subject,
                RemindedAt = db.Set<RoundDeadline>().Where(row => row.RoundId == round.Id && row.Kind == DeadlineKind.Reminder && row.State == DeadlineState.Done).Max(row => row.SettledAt),
            })
            .OrderBy(row => row.ClosesAt).Take(Most).ToListAsync(ct);
        var entered = await db.Set<GivenOpinion>().AsNoTracking().Where(one => one.PersonId == actor.PersonId && one.EnteredById != null && one.ConfirmedAt == null && one.ObjectedAt == null)
            .Join(db.Set<ReviewRound>(), one => one.RoundId, round => round.Id, (one, round) => new { Opinion = one.Id, one.At, one.EnteredById, round.Id, round.DraftId })
            .Join(db.Set<Draft>(), row => row.DraftId, draft => draft.Id, (row, draft) => new { row.Id, row.Opinion, row.At, row.EnteredById, draft.TypeKey, draft.Subject }).OrderBy(row => row.At).Take(Most).ToListAsync(ct);
        var people = asked.Select(row => row.OpenedById).Concat(entered.Select(row => row.EnteredById!.Value)).Distinct().ToList();
        var names = people.Count == 0 ? [] : await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        return
        [
            .. asked.Select(row => new InboxItem(row.Purpose == RoundPurpose.Decision ? "Trả lời lấy ý kiến bằng văn bản" : "Trả lời phiếu lấy ý kiến", DocumentType.Of(row.TypeKey).Titled(row.Subject), $"/lay-y-kien/{row.Id}", row.OpenedAt, names.GetValueOrDefault(row.OpenedById, ""), row.ClosesAt)
            {
                Key = Key(row.Id, row.VersionHash),
                Why = Asked,
                UrgentAt = row.ClosesAt,
                FromId = row.OpenedById,
                RemindedAt = row.RemindedAt,
            }),
            .. entered.Select(row => new InboxItem("Xem phiếu Văn phòng đã nhập thay đồng chí", DocumentType.Of(row.TypeKey).Titled(row.Subject), $"/lay-y-kien/{row.Id}", row.At, names.GetValueOrDefault(row.EnteredById!.Value, ""), null) { Key = $"entered:{row.Opinion:N}", Why = "phiếu mang tên đồng chí", UrgentAt = row.At + SoonEnough, FromId = row.EnteredById.Value }),
            .. (await db.Set<Comment>().AsNoTracking().Where(comment => comment.AssignedAt != null && comment.Disposition == null && comment.WithdrawnAt == null)
                .Join(db.Set<Draft>().Where(draft => draft.DrafterId == actor.PersonId), comment => comment.DraftId, draft => draft.Id, (comment, draft) => new { draft.Id, draft.TypeKey, draft.Subject, comment.AssignedAt })
                .GroupBy(row => new { row.Id, row.TypeKey, row.Subject }).Select(group => new { group.Key, Count = group.Count(), Since = group.Min(row => row.AssignedAt) }).OrderBy(row => row.Since).Take(Most).ToListAsync(ct))
                .Select(row => new InboxItem($"Trả lời {row.Count} góp ý được giao", DocumentType.Of(row.Key.TypeKey).Titled(row.Key.Subject), $"/du-thao/{row.Key.Id}/y-kien", row.Since!.Value, "Văn phòng Đảng ủy", null) { Key = $"comments:{row.Key.Id:N}:{row.Since.Value.UtcTicks}", Why = "đồng chí soạn thảo", UrgentAt = row.Since.Value + SoonEnough }),
            .. await Overdue(db, actor, ct),
        ];
    }
    // What the standing deputy secretary was told of stays in sight until it is settled.
    private static async Task<List<InboxItem>> Overdue(WorkflowDbContext db, Actor actor, CancellationToken ct)
    {
        if (!(await actor.OfficesHeld(ct)).Contains(Office.StandingDeputySecretary))
        {
            return [];
        }

        var rounds = await db.Set<RoundDeadline>().AsNoTracking().Where(row => row.Kind == DeadlineKind.Escalation && row.State == DeadlineState.Done)
            .Join(db.Set<ReviewRound>(), row => row.RoundId, round => round.Id, (row, round) => new { row, round })
            .Where(one => !db.Set<ReviewRound>().Any(later => later.DraftId == one.round.DraftId && later.Number > one.round.Number))
            .Join(db.Set<Draft>().Where(draft => draft.AdoptedHash == ""), one => one.round.DraftId, draft => draft.Id, (one, draft) => new { one.row.SettledAt, one.round.Id, one.round.ClosesAt, draft.TypeKey, draft.Subject, draft.ProcessInstanceId, Missing = db.Set<OpinionSheet>().Count(sheet => sheet.RoundId == one.round.Id && sheet.Answer == null) })
            .Where(one => one.Missing > 0 && db.Set<ProcessInstance>().Any(instance => instance.Id == one.ProcessInstanceId && instance.EndedAt == null)).OrderBy(one => one.ClosesAt).Take(Most).ToListAsync(ct);
        return rounds.ConvertAll(one => new InboxItem($"Đôn đốc: {one.Missing} đồng chí chưa trả lời phiếu lấy ý kiến", DocumentType.Of(one.TypeKey).Titled(one.Subject), $"/lay-y-kien/{one.Id}", one.SettledAt!.Value, "Hệ thống", one.ClosesAt)
        {
            Key = $"escalation:{one.Id:N}",
            Why = "đồng chí là Phó Bí thư Thường trực",
            UrgentAt = one.ClosesAt,
        });
    }
}
