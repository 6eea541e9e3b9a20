using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Calendars;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Activities.Tasks;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>The drafter hands the draft to the office.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, StandsIn = true)]
public sealed record SubmitDraft(Guid CommandId, Guid DraftId) : ICommand, IOfDraft;

/// <summary>The office appraises: back to the drafter, or on to the Standing Committee with a closing day.</summary>
/// <param name="ClosesOn">Last day for opinions; ignored when the draft is returned.</param>
/// <param name="Question">What is asked; empty for the usual words.</param>
/// <param name="Shown">From when on members read each other's answers.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record AppraiseDraft(Guid CommandId, Guid DraftId, string VersionHash, bool Passed, string Note, DateOnly ClosesOn, string Question = "", AnswersShown Shown = AnswersShown.AfterMine) : ICommand, IOfDraft;

internal sealed class SubmitDraftHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<SubmitDraft, Answer>, IRequestHandler<AppraiseDraft, Answer>
{
    public async Task<Answer> Handle(SubmitDraft command, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Drafting, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no.Code == "task.not-yours" ? new("draft.not-yours", "Chỉ người soạn thảo, người xử lý thay hoặc Văn phòng được trình dự thảo này.") : no);
        }

        await SentVersions.Send(db, draft, actor, cancellationToken);
        var refusal = await runner.Complete(draft.Id, TaskKeys.Drafting, "submitted", actor.PersonId, actor.Now, cancellationToken);
        return refusal is null ? Answer.Done(draft.Id, $"Đã trình bản {draft.CurrentRound} để Văn phòng thẩm định.") : Answer.No(refusal);
    }

    public async Task<Answer> Handle(AppraiseDraft command, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken);
        if (draft is null)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Appraisal, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (draft.CurrentHash != command.VersionHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới. Đồng chí tải lại trang và thẩm định bản mới.");
        }

        if (!command.Passed && string.IsNullOrWhiteSpace(command.Note))
        {
            return Answer.No("appraisal.reason", "Khi trả lại, đồng chí cần ghi rõ nội dung cần sửa để người soạn thảo biết.");
        }

        var now = actor.Now;
        db.Add(new Appraisal
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = actor.OrganizationId,
            DraftId = draft.Id,
            VersionHash = draft.CurrentHash,
            ById = actor.PersonId,
            At = now,
            Passed = command.Passed,
            Note = command.Note.Trim(),
        });
        if (!command.Passed)
        {
            var back = await runner.Complete(draft.Id, TaskKeys.Appraisal, "returned", actor.PersonId, now, cancellationToken);
            return back is null ? Answer.Done(draft.Id, "Đã trả lại dự thảo cho người soạn thảo, kèm ý kiến thẩm định.") : Answer.No(back);
        }

        if (command.ClosesOn <= actor.Today || command.ClosesOn > actor.Today.AddDays(90))
        {
            return Answer.No("review.closing-day", "Hạn góp ý phải sau hôm nay và trong vòng 90 ngày.");
        }

        var closes = VietnamTime.At(command.ClosesOn, new TimeOnly(17, 0));
        if (await Rounds.OpenOn(db, draft.Id, now, cancellationToken) is not null)
        {
            return Answer.No("review.open-already", "Dự thảo này đang có một đợt lấy ý kiến. Đồng chí kết thúc đợt ấy rồi gửi Ban Thường vụ.");
        }

        if (command.Question.Length > 2_000 || !Enum.IsDefined(command.Shown))
        {
            return Answer.No("review.question", "Nội dung hỏi dài quá 2.000 chữ. Đồng chí viết gọn lại.");
        }

        var members = await Rolls.MembersOn(db, BodyKind.StandingCommittee, actor.Today, cancellationToken);
        var question = command.Question.Trim().Length > 0 ? command.Question.Trim() : $"Đề nghị các đồng chí Ủy viên Ban Thường vụ cho ý kiến đối với dự thảo {draft.Type()} “{draft.Subject}”.";
        var round = await RoundOpening.Open(db, actor, draft, RoundPurpose.Comments, BodyKind.StandingCommittee, true, members, question, closes, command.Shown, await Rolls.ProfileOn(db, actor.Today, cancellationToken), cancellationToken);

        string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);
        var refusal = await runner.Complete(draft.Id, TaskKeys.Appraisal, "appraised", actor.PersonId, now, cancellationToken, new Dictionary<string, string>
        {
            ["reviewClosesAt"] = Instant(round.ClosesAt),
            ["reviewRemindAt"] = Instant(RoundDeadlines.FirstReminder(db, round) ?? now + ((round.ClosesAt - now) / 2)),
        });
        return refusal is null ? Answer.Done(draft.Id, $"Đã gửi {members.Count} đồng chí Ban Thường vụ góp ý, hạn 17 giờ ngày {VietnamTime.DayOf(round.ClosesAt):dd/MM/yyyy}.{OfficeCalendar.Moved(closes, round.ClosesAt)}") : Answer.No(refusal);
    }
}
