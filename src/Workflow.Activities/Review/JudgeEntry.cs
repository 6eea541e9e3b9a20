using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A member says whether the answer that the office entered for them is theirs. One that is not counts no longer.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record JudgeEntry(Guid CommandId, Guid OpinionId, bool IsRight, string Objection) : ICommand;

internal sealed class JudgeEntryHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<JudgeEntry, Answer>
{
    public async Task<Answer> Handle(JudgeEntry command, CancellationToken cancellationToken)
    {
        var roundId = await db.Set<GivenOpinion>().Where(one => one.Id == command.OpinionId && one.PersonId == actor.PersonId).Select(one => one.RoundId).SingleOrDefaultAsync(cancellationToken);
        var (asked, refusal) = await Rounds.Locked(db, Guid.Empty, roundId, actor.PersonId, actor.Now, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No("review.no-entry", "Không thấy phiếu nhập thay này.");
        }

        var given = await db.Set<GivenOpinion>().Where(one => one.RoundId == roundId && one.PersonId == actor.PersonId).ToListAsync(cancellationToken);
        refusal = command.Objection.Length > 4_000 ? new("review.reason-too-long", "Nội dung dài quá 4.000 chữ. Đồng chí viết gọn lại.") : given.Single(one => one.Id == command.OpinionId).Judge(command.IsRight, command.Objection, actor.Now);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        asked!.Sheet.Take(GivenOpinion.Standing(given, asked.Round.VersionHash));
        return Answer.Done(asked.Round.DraftId, command.IsRight ? "Đồng chí xác nhận phiếu Văn phòng nhập thay là đúng." : "Đồng chí báo phiếu Văn phòng nhập thay không đúng; phiếu ấy không được tính nữa.");
    }
}
