using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Calendars;
using Workflow.Domain.Messages;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// What falls due on a round: planned when it opens, by the rules of that day; carried out with the round's row held, so that each holds once and meets no
/// answer and no close halfway.
/// </summary>
internal static class RoundDeadlines
{
    /// <summary>A round whose row is held, with what still waits on it.</summary>
    public sealed record Hold(ReviewRound Round, IReadOnlyList<RoundDeadline> Waiting);

    /// <summary>Writes the rows of a round that opens.</summary>
    public static void Plan(WorkflowDbContext db, ReviewRound round, RuleProfile rules, WorkingCalendar calendar)
    {
        RoundDeadline Row(DeadlineKind kind, DateTimeOffset due, int minutes = 0) =>
            new() { Id = Guid.CreateVersion7(round.OpenedAt), OrganizationId = round.OrganizationId, RoundId = round.Id, DraftId = round.DraftId, Kind = kind, MinutesBefore = minutes, DueAt = due };
        db.AddRange(ReminderPlan.Of(round.OpenedAt, round.ClosesAt, rules.ReminderMinutes, calendar).Select(one => Row(DeadlineKind.Reminder, one.At, one.MinutesBefore)));
        db.Add(Row(DeadlineKind.Close, round.ClosesAt));
        db.Add(Row(DeadlineKind.Escalation, calendar.NextWorkingMoment(round.ClosesAt.AddMinutes(rules.EscalateAfterMinutes))));
    }

    /// <summary>Holds a round that has rows of its own; null for one that began before there were any.</summary>
    public static async Task<Hold?> Held(WorkflowDbContext db, Guid roundId, DateTimeOffset now, CancellationToken ct)
    {
        await CommitSave.LockRow(db, db.Set<ReviewRound>().Where(one => one.Id == roundId), one => one.ClosedAt, ct);
        var rows = await db.Set<RoundDeadline>().Where(row => row.RoundId == roundId).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToListAsync(ct);
        return rows.Count == 0 ? null : new(await db.Set<ReviewRound>().SingleAsync(one => one.Id == roundId, ct), rows.FindAll(row => row.State == DeadlineState.Waiting && row.DueAt <= now));
    }

    /// <summary>Carries out what is due; answers what the draft's story is to say of it. Missed reminders collapse into the last.</summary>
    public static async Task<IReadOnlyList<string>> Carry(WorkflowDbContext db, Hold held, DateTimeOffset now, CancellationToken ct)
    {
        var (round, due, said) = (held.Round, held.Waiting, new List<string>());
        if (due.FirstOrDefault(row => row.Kind == DeadlineKind.Close) is { } close)
        {
            // The office may have ended it before; an act that came late may have noted that its time was over.
            round.ClosedAt ??= round.ClosesAt;
            var ranOut = round.ClosedAt >= round.ClosesAt;
            close.Settle(ranOut ? DeadlineState.Done : DeadlineState.Withdrawn, now);
            if (ranOut)
            {
                var missing = (await Missing.Of(db, round.Id, ct)).Count;
                said.Add($"Đợt lấy ý kiến thứ {round.Number} đã hết hạn lúc {Moment(round.ClosesAt)}: {await Missing.Asked(db, round.Id, ct) - missing} đồng chí đã trả lời, {missing} đồng chí chưa trả lời.");
            }
        }

        var reminders = due.Where(row => row.Kind == DeadlineKind.Reminder).OrderBy(row => row.MinutesBefore).ToList();
        if (reminders.Count > 0)
        {
            var open = await Rounds.IsOpen(db, round, now, ct) && await IsAlive(db, round, ct);
            reminders[0].Settle(open ? DeadlineState.Done : DeadlineState.Withdrawn, now);
            reminders.Skip(1).ToList().ForEach(row => row.Settle(DeadlineState.Withdrawn, now));
            if (open)
            {
                said.Add(await Remind(db, round, $"round:{round.Id:N}:{reminders[0].MinutesBefore}", now, ct));
            }
        }

        if (due.FirstOrDefault(row => row.Kind == DeadlineKind.Escalation) is { } escalation)
        {
            var missing = (await Missing.Of(db, round.Id, ct)).Count;

            // A round that the office ended before its time, or that everyone has answered, is no deputy's worry.
            var matters = missing > 0 && round.ClosedAt >= round.ClosesAt && await Rounds.TooLate(db, round.DraftId, ct) is null;
            escalation.Settle(matters ? DeadlineState.Done : DeadlineState.Withdrawn, now);
            if (matters)
            {
                // From here on it stands in the deputy's list, which messages are made of.
                said.Add($"Đã báo Phó Bí thư Thường trực: đợt lấy ý kiến thứ {round.Number} quá hạn, còn {missing} đồng chí chưa trả lời.");
            }
        }

        return said;
    }

    /// <summary>Reminds those who have not answered, and only those.</summary>
    public static async Task<string> Remind(WorkflowDbContext db, ReviewRound round, string key, DateTimeOffset now, CancellationToken ct)
    {
        var missing = await Missing.Of(db, round.Id, ct);
        await Mail(db, round, key, missing, now, ct);
        return missing.Count == 0 ? "Mọi đồng chí được hỏi đã trả lời, không nhắc ai." : $"Đã nhắc {missing.Count} đồng chí chưa trả lời; hạn {Moment(round.ClosesAt)}.";
    }

    private static async Task Mail(WorkflowDbContext db, ReviewRound round, string key, List<Guid> people, DateTimeOffset now, CancellationToken ct)
    {
        var wanting = await db.Set<MessagePreference>().Where(one => people.Contains(one.PersonId) && one.Mode == MessageMode.AtOnce && one.Address != "").Select(one => one.PersonId).ToListAsync(ct);
        db.AddRange(wanting.Select(person => new MailMessage { Id = Guid.CreateVersion7(now), OrganizationId = round.OrganizationId, PersonId = person, Kind = MailKind.Reminder, Key = key, SubjectId = round.Id, CreatedAt = now, NotBefore = now }));
    }

    // A case that was stopped asks nobody any more, though a round beside its steps was open.
    private static Task<bool> IsAlive(WorkflowDbContext db, ReviewRound round, CancellationToken ct) => db.Set<OpenTask>().AnyAsync(task => task.SubjectId == round.DraftId && task.ClosedAt == null, ct);

    private static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
