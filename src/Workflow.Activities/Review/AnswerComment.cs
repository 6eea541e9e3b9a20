using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A comment is answered: accepted, partly, not; always with the reason. The drafting body answers those it was asked to.</summary>
/// <param name="DoneInRound">The version that carries the change out, or null.</param>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Drafter, StandsIn = true)]
public sealed record AnswerComment(Guid CommandId, Guid CommentId, Disposition Disposition, string Reason, int? DoneInRound = null) : ICommand;

internal sealed class AnswerCommentHandler(WorkflowDbContext db, CommentDesk desk) : IRequestHandler<AnswerComment, Answer>
{
    public async Task<Answer> Handle(AnswerComment command, CancellationToken cancellationToken)
    {
        var draftId = await db.Set<Comment>().Where(row => row.Id == command.CommentId).Select(row => row.DraftId).SingleOrDefaultAsync(cancellationToken);
        return await desk.Answer(draftId, [command.CommentId], command.Disposition, command.Reason, command.DoneInRound, cancellationToken);
    }
}
