using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;

namespace Workflow.Activities.Review;

/// <summary>The office asks the drafting body to answer some of the comments.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, StandsIn = true)]
public sealed record AssignComments(Guid CommandId, Guid DraftId, IReadOnlyList<Guid> CommentIds) : ICommand, IOfDraft;

internal sealed class AssignCommentsHandler(CommentDesk desk, Actor actor) : IRequestHandler<AssignComments, Answer>
{
    public async Task<Answer> Handle(AssignComments command, CancellationToken cancellationToken)
    {
        var (draft, chosen, refusal) = await desk.Chosen(command.DraftId, command.CommentIds, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (await desk.NotNow(command.DraftId, "giao trả lời", cancellationToken) is { } not)
        {
            return Answer.No(not);
        }

        if (chosen.Exists(comment => comment.Readers == CommentReaders.StandingBoard))
        {
            return Answer.No("review.assign-board", "Góp ý chỉ dành cho Thường trực không giao cho cơ quan soạn thảo trả lời được.");
        }

        chosen.ForEach(comment => comment.AssignedAt ??= actor.Now);
        return Answer.Done(draft!.Id, $"Đã giao {chosen.Count} góp ý cho cơ quan soạn thảo ({draft.DraftingBody}) trả lời.");
    }
}
