using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office closes the round before its time, when everyone has answered or the matter does not wait.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CloseReview(Guid CommandId, Guid DraftId) : ICommand;

internal sealed class CloseReviewHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<CloseReview, Answer>
{
    public async Task<Answer> Handle(CloseReview command, CancellationToken cancellationToken)
    {
        await CommitSave.LockRow(db, db.Set<ReviewRound>().Where(one => one.DraftId == command.DraftId), one => one.ClosedAt, cancellationToken);
        var round = await db.Set<ReviewRound>().Where(one => one.DraftId == command.DraftId).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancellationToken);
        if (round is null || (!round.IsOfProcess && !round.IsOpen(actor.Now)))
        {
            return Answer.No("review.none-open", "Không có đợt góp ý nào đang mở.");
        }

        // Once closed it stays so; the step of the process may still wait for its timer.
        round.Close(actor.Now);
        var refusal = round.IsOfProcess ? await runner.Complete(command.DraftId, TaskKeys.Review, "closed", actor.PersonId, actor.Now, cancellationToken) : null;
        var next = db.Set<OpenTask>().Local.FirstOrDefault(task => task.SubjectId == command.DraftId && task.ClosedAt is null);
        return refusal is not null ? Answer.No(refusal)
            : next?.TaskKey == TaskKeys.Conclusion ? Answer.Done(command.DraftId, $"Đã kết thúc đợt góp ý; bước tiếp theo: {next.Name}.")
            : Answer.Done(command.DraftId, round.Purpose == RoundPurpose.Decision ? "Đã kết thúc đợt lấy ý kiến bằng văn bản; Văn phòng kết luận kết quả." : "Đã kết thúc đợt góp ý; Văn phòng tiếp thu, giải trình từng ý kiến.");
    }
}
