using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A member throws one of their own unsent remarks away.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record DropComment(Guid CommandId, Guid NoteId) : IQuietCommand;

internal sealed class DropCommentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<DropComment, Answer>
{
    public async Task<Answer> Handle(DropComment command, CancellationToken cancellationToken)
    {
        if (await db.Set<CommentDraft>().SingleOrDefaultAsync(one => one.Id == command.NoteId && one.PersonId == actor.PersonId, cancellationToken) is not { } row)
        {
            return Answer.No(CommentPlacing.Gone);
        }

        db.Remove(row);
        return Answer.Done(row.RoundId, "Đã bỏ góp ý nháp.");
    }
}
