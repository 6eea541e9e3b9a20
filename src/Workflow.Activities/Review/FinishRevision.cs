using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office ends the revision; every comment must have its answer.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record FinishRevision(Guid CommandId, Guid DraftId) : ICommand, IOfDraft;

internal sealed class FinishRevisionHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<FinishRevision, Answer>
{
    public async Task<Answer> Handle(FinishRevision command, CancellationToken cancellationToken)
    {
        // An objection that comes at this moment is before the gate or after it, never beside it.
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => row.Id == command.DraftId), row => row.AdoptedAt, cancellationToken);
        if (await db.Set<Draft>().SingleOrDefaultAsync(row => row.Id == command.DraftId, cancellationToken) is not { } draft)
        {
            return Answer.No("draft.not-found", "Không thấy dự thảo này.");
        }

        if (await Rounds.OpenOn(db, draft.Id, actor.Now, cancellationToken) is not null)
        {
            return Answer.No("review.still-open", "Đợt lấy ý kiến về dự thảo này chưa kết thúc. Đồng chí chờ hết hạn hoặc kết thúc đợt trước khi trình tiếp.");
        }

        if (await UnansweredComments.Count(db, draft.Id, [], cancellationToken) is > 0 and var open)
        {
            return Answer.No("review.unanswered", $"Còn {open} góp ý chưa được trả lời. Mỗi góp ý cần có kết quả tiếp thu hoặc giải trình trước khi trình tiếp.");
        }

        if (await ConclusionPoints.Gate(db, draft, cancellationToken) is { } notMet)
        {
            return Answer.No(notMet);
        }

        if (await StageWork.Refused(db, actor, draft.Id, TaskKeys.Revision, completes: true, cancellationToken) is { } no)
        {
            return Answer.No(no);
        }

        await SentVersions.Send(db, draft, actor, cancellationToken);
        var refusal = await runner.Complete(draft.Id, TaskKeys.Revision, "finalized", actor.PersonId, actor.Now, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        var next = db.Set<OpenTask>().Local.FirstOrDefault(task => task.SubjectId == draft.Id && task.ClosedAt is null);
        return Answer.Done(draft.Id, $"Đã hoàn chỉnh bản {draft.CurrentRound}; {(next is null or { TaskKey: TaskKeys.Conference or TaskKeys.Approval } ? "dự thảo sẵn sàng để biểu quyết" : $"bước tiếp theo: {next.Name}")}.");
    }
}

/// <summary>What holds the next gate up. Restricted comments count as well, what they say is told to nobody; those of a round that is open do not: their number is a secret yet.</summary>
internal static class UnansweredComments
{
    public static Task<int> Count(WorkflowDbContext db, Guid draftId, IReadOnlyCollection<Guid> openRounds, CancellationToken ct) => db.Set<Comment>().CountAsync(comment => comment.DraftId == draftId && !comment.IsLate && comment.WithdrawnAt == null && (comment.RoundId == null || !openRounds.Contains(comment.RoundId.Value))
        && (comment.Disposition == null || (comment.ObjectedAt != null && !comment.ObjectionAnswered)), ct);
}
