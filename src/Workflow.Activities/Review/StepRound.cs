using System.Globalization;
using Workflow.Activities.Calendars;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Calendars;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>What who sends a draft on says about the round that may open by it.</summary>
/// <param name="ClosesAt">Until when; null when nothing was said.</param>
/// <param name="Question">What is asked; empty for the usual words.</param>
internal sealed record RoundTerms(DateTimeOffset? ClosesAt, string Question, AnswersShown Shown);

/// <summary>What became of a step that may have opened a round.</summary>
internal sealed record SentOn(Refusal? Refusal, ReviewRound? Round, BodyKind? Body, int Asked)
{
    /// <summary>That the deadline was moved off a day on which nobody works; empty when it was not.</summary>
    public string Moved { get; init; } = "";
}

/// <summary>
/// Completes a step behind which the process may ask a body. Whether it does is not foretold: when a step "review" opened by this act, its round opens in the
/// same save, asked of the body that the drawing names as its candidates. So step and round are there together or not at all.
/// </summary>
internal sealed class StepRound(WorkflowDbContext db, ProcessRunner runner, Actor actor)
{
    private const int MostDays = 90;

    public async Task<SentOn> Complete(Draft draft, string taskKey, string outcome, RoundTerms terms, CancellationToken ct)
    {
        var now = actor.Now;
        var isGood = terms.ClosesAt is { } wanted && wanted > now && VietnamTime.DayOf(wanted) <= actor.Today.AddDays(MostDays);

        // The same closing time that the round gets: on a day off it is the next working day's.
        var calendar = await OfficeCalendar.Read(db, ct);
        var rules = await Rolls.ProfileOn(db, actor.Today, ct);
        var asked = isGood ? terms.ClosesAt!.Value : now.AddDays(5);
        var closes = OfficeCalendar.Deadline(calendar, asked);
        var remind = ReminderPlan.Of(now, closes, rules.ReminderMinutes, calendar).Select(one => (DateTimeOffset?)one.At).Min() ?? now + ((closes - now) / 2);
        static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
        if (await runner.Complete(draft.Id, taskKey, outcome, actor.PersonId, now, ct, new Dictionary<string, string> { ["reviewClosesAt"] = Instant(closes), ["reviewRemindAt"] = Instant(remind) }) is { } refusal)
        {
            return new(refusal, null, null, 0);
        }

        if (db.Set<OpenTask>().Local.FirstOrDefault(task => task.SubjectId == draft.Id && task.TaskKey == TaskKeys.Review && task.ClosedAt is null) is not { } step)
        {
            return new(null, null, null, 0);
        }

        refusal = !isGood ? new("review.closing-day", $"Hạn góp ý phải sau lúc này và trong vòng {MostDays} ngày.")
            : await Rounds.OpenOn(db, draft.Id, now, ct) is not null ? new("review.open-already", "Dự thảo này đang có một đợt lấy ý kiến. Đồng chí kết thúc đợt ấy rồi gửi tiếp.")
            : terms.Question.Length > 2_000 || !Enum.IsDefined(terms.Shown) ? new("review.question", "Nội dung hỏi dài quá 2.000 chữ. Đồng chí viết gọn lại.")
            : null;
        if (refusal is not null || CandidateWords.BodyOf(step.Candidates) is not { } body)
        {
            return new(refusal ?? new("review.step-body", $"Bước “{step.Name}” của quy trình không ghi rõ một cơ quan được hỏi (Thường trực, Ban Thường vụ hoặc Ban Chấp hành), nên chưa gửi được. Đồng chí báo người quản trị sửa bản vẽ."), null, null, 0);
        }

        var members = await Rolls.MembersOn(db, body, actor.Today, ct);
        if (members.Count == 0)
        {
            return new(new("review.nobody", $"Danh sách {ReviewWords.Of(body)} hôm nay chưa có ai nên không có người để hỏi. Đồng chí báo người quản trị cập nhật danh sách."), null, null, 0);
        }

        var question = terms.Question.Trim().Length > 0 ? terms.Question.Trim() : $"Đề nghị các đồng chí {ReviewWords.Asked(body)} cho ý kiến đối với dự thảo {draft.Type()} “{draft.Subject}”.";
        var round = await RoundOpening.Open(db, actor, draft, RoundPurpose.Comments, body, true, members, question, asked, terms.Shown, rules, ct);
        return new(null, round, body, members.Count) { Moved = OfficeCalendar.Moved(asked, round.ClosesAt) };
    }
}
