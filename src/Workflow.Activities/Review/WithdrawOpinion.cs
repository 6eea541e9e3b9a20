using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>
/// A member takes their last answer back, within ten minutes and before the close. What they had answered before counts again, or nothing; the remarks sent
/// with it are theirs alone again.
/// </summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record WithdrawOpinion(Guid CommandId, Guid RoundId) : ICommand;

internal sealed class WithdrawOpinionHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<WithdrawOpinion, Answer>
{
    public async Task<Answer> Handle(WithdrawOpinion command, CancellationToken cancellationToken)
    {
        var (asked, refusal) = await Rounds.Locked(db, Guid.Empty, command.RoundId, actor.PersonId, actor.Now, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        if (!asked!.IsOpen)
        {
            return Answer.No("review.closed", "Đợt lấy ý kiến đã kết thúc nên không rút lại được nữa.");
        }

        var (round, sheet, _) = asked;
        var given = await db.Set<GivenOpinion>().Where(one => one.RoundId == round.Id && one.PersonId == actor.PersonId).ToListAsync(cancellationToken);
        var last = GivenOpinion.Standing(given, round.VersionHash);
        refusal = last is null ? new("review.nothing-to-withdraw", "Đồng chí chưa có câu trả lời nào để rút lại.") : last.Withdraw(actor.Now);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        db.Entry(sheet).Property(one => one.Given).IsModified = true;
        sheet.Take(GivenOpinion.Standing(given, round.VersionHash));
        foreach (var comment in await db.Set<Comment>().Where(one => one.OpinionId == last!.Id && one.WithdrawnAt == null).ToListAsync(cancellationToken))
        {
            comment.WithdrawnAt = actor.Now;
            db.Add(new CommentDraft
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = comment.OrganizationId,
                RoundId = round.Id,
                PersonId = actor.PersonId,
                VersionHash = comment.VersionHash,
                ClauseId = comment.ClauseId,
                Quote = comment.Quote,
                QuoteStart = comment.QuoteStart,
                Proposed = comment.Proposed,
                Text = comment.Text,
                Readers = comment.Readers,
                SavedAt = actor.Now,
            });
        }

        return Answer.Done(round.DraftId, "Đã rút lại câu trả lời vừa gửi; các góp ý kèm theo trở lại thành nháp của riêng đồng chí.");
    }
}
