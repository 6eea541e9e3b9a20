using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office sends the draft to the body that the process asks next: the version becomes the next "lần dự thảo", and the round opens.</summary>
/// <param name="Question">What is asked; empty for the usual words.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record OpenStepRound(Guid CommandId, Guid DraftId, string VersionHash, string Question, DateOnly ClosesOn, TimeOnly ClosesAt, AnswersShown Shown) : ICommand, IOfDraft;

internal sealed class OpenStepRoundHandler(WorkflowDbContext db, StepRound step, Actor actor) : IRequestHandler<OpenStepRound, Answer>
{
    public async Task<Answer> Handle(OpenStepRound command, CancellationToken cancellationToken)
    {
        // What is concluded, commented or opened at this moment is before it or after it.
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken) is not { } draft)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.RoundOpening, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        if (draft.CurrentHash != command.VersionHash)
        {
            return Answer.No("draft.stale", "Dự thảo vừa có bản mới. Đồng chí tải lại trang và gửi bản mới; nội dung đã gõ vẫn còn.");
        }

        // What an earlier body asked is done before the next one reads: recorded since the revision ended, it sends the draft back.
        if (await UnansweredComments.Count(db, draft.Id, [], cancellationToken) is > 0 and var open)
        {
            return Answer.No("review.unanswered", $"Còn {open} góp ý chưa được trả lời. Đồng chí trả lại để tiếp thu rồi gửi cơ quan tiếp theo.");
        }

        if (await ConclusionPoints.Gate(db, draft, cancellationToken) is { } notMet)
        {
            return Answer.No(notMet);
        }

        await SentVersions.Send(db, draft, actor, cancellationToken);
        var sent = await step.Complete(draft, TaskKeys.RoundOpening, "opened", new(VietnamTime.At(command.ClosesOn, command.ClosesAt), command.Question, command.Shown), cancellationToken);
        return sent.Refusal is not null ? Answer.No(sent.Refusal)
            : sent.Round is not { } round ? Answer.Done(draft.Id, $"Đã chuyển bản {draft.CurrentRound} sang bước tiếp theo của quy trình.")
            : Answer.Done(draft.Id, $"Đã gửi bản {draft.CurrentRound} tới {sent.Asked} đồng chí {ReviewWords.Short(sent.Body!.Value)} cho ý kiến, hạn {VietnamTime.Local(round.ClosesAt).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture)}.{sent.Moved}");
    }
}
