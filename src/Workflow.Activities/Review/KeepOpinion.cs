using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Saves what a member has chosen and typed but not sent. It is nobody's business and counts for nothing.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record KeepOpinion(Guid CommandId, Guid RoundId, OpinionAnswer? Answer, string Reason) : IQuietCommand;

internal sealed class KeepOpinionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<KeepOpinion, Answer>
{
    public async Task<Answer> Handle(KeepOpinion command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await Rounds.Of(db, Guid.Empty, command.RoundId, actor.PersonId, actor.Now, cancellationToken);
        refusal ??= asked!.IsOpen ? null : await Rounds.TooLate(db, asked.Round.DraftId, cancellationToken);
        if (refusal is not null || command.Reason.Length > 4_000)
        {
            return Answer.No(refusal ?? new("review.reason-too-long", "Lý do dài quá 4.000 chữ. Đồng chí viết gọn lại."));
        }

        var row = await db.Set<OpinionDraft>().SingleOrDefaultAsync(one => one.RoundId == command.RoundId && one.PersonId == actor.PersonId, cancellationToken);
        if (row is null)
        {
            row = new OpinionDraft { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, RoundId = command.RoundId, PersonId = actor.PersonId, SavedAt = actor.Now };
            db.Add(row);
        }

        (row.Answer, row.Reason, row.SavedAt) = (command.Answer, command.Reason, actor.Now);
        return Answer.Done(command.RoundId, "Đã lưu nháp.");
    }
}
