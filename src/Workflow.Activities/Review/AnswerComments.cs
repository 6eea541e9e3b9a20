using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;

namespace Workflow.Activities.Review;

/// <summary>Several comments get one and the same answer. All or none.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Drafter, StandsIn = true)]
public sealed record AnswerComments(Guid CommandId, Guid DraftId, IReadOnlyList<Guid> CommentIds, Disposition Disposition, string Reason, int? DoneInRound = null) : ICommand, IOfDraft;

internal sealed class AnswerCommentsHandler(CommentDesk desk) : IRequestHandler<AnswerComments, Answer>
{
    public Task<Answer> Handle(AnswerComments command, CancellationToken cancellationToken) =>
        desk.Answer(command.DraftId, command.CommentIds, command.Disposition, command.Reason, command.DoneInRound, cancellationToken);
}
