using MediatR;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>The office hides answers longer than it said. The other way round there is no way.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record TightenRound(Guid CommandId, Guid RoundId, AnswersShown Shown) : ICommand;

internal sealed class TightenRoundHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<TightenRound, Answer>
{
    public async Task<Answer> Handle(TightenRound command, CancellationToken cancellationToken)
    {
        var round = await Rounds.Hold(db, command.RoundId, cancellationToken);
        if (round is null || !await Rounds.IsOpen(db, round, actor.Now, cancellationToken))
        {
            return Answer.No("review.closed", "Đợt lấy ý kiến này không còn mở.");
        }

        return round.Show(command.Shown) is { } refusal ? Answer.No(refusal) : Answer.Done(round.DraftId, $"Đã đổi chế độ xem của đợt lấy ý kiến: {ReviewWords.Of(command.Shown).ToLowerInvariant()}.");
    }
}
