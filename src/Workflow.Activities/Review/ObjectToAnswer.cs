using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The author of a comment does not agree with its answer: once. It waits for an answer again.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ObjectToAnswer(Guid CommandId, Guid CommentId, string Objection) : ICommand;

internal sealed class ObjectToAnswerHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<ObjectToAnswer, Answer>
{
    public async Task<Answer> Handle(ObjectToAnswer command, CancellationToken cancellationToken)
    {
        // Before the gate or after it, never beside it.
        await CommitSave.LockRow(db, db.Set<Draft>().Where(row => db.Set<Comment>().Any(one => one.Id == command.CommentId && one.DraftId == row.Id)), row => row.AdoptedAt, cancellationToken);
        if (await db.Set<Comment>().SingleOrDefaultAsync(one => one.Id == command.CommentId && one.AuthorId == actor.PersonId && one.WithdrawnAt == null, cancellationToken) is not { } comment)
        {
            return Answer.No("review.no-comment", "Không thấy góp ý này.");
        }

        var refusal = await runner.FindTask(comment.DraftId, TaskKeys.Revision, cancellationToken) is null
            ? new("review.not-now", "Dự thảo đã qua bước tiếp thu, giải trình. Đồng chí nêu ý kiến tại hội nghị.")
            : comment.Object(actor.PersonId, command.Objection, actor.Now);
        return refusal is null ? Answer.Done(comment.DraftId, "Đã ghi nhận đồng chí chưa thống nhất với câu trả lời một góp ý; Văn phòng phải trả lời lại.") : Answer.No(refusal);
    }
}
