using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The chair takes an amendment up (nobody objects), or it is withdrawn by its mover; otherwise it is voted on.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record DecideAmendment(Guid CommandId, Guid AmendmentId, bool TakeUp, string Reason = "") : ICommand;

internal sealed class DecideAmendmentHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<DecideAmendment, Answer>
{
    public async Task<Answer> Handle(DecideAmendment command, CancellationToken cancellationToken)
    {
        var found = await db.Set<Amendment>().SingleOrDefaultAsync(one => one.Id == command.AmendmentId, cancellationToken);
        var (conference, item) = found is null ? (null, null) : await Sessions.HoldItem(db, found.ItemId, cancellationToken);
        if (found is null || conference is null || item?.VersionId is not { } version)
        {
            return Answer.No("amendment.not-found", "Không thấy đề nghị sửa đổi này.");
        }

        await db.Entry(found).ReloadAsync(cancellationToken);
        if (!(found.MoverId == actor.PersonId && !command.TakeUp) && await Sessions.MayLead(actor, conference, cancellationToken) is { } notYours)
        {
            return Answer.No(notYours);
        }

        if ((Sessions.MustRun(conference) ?? Sessions.MustBeUndecided(item)) is { } notNow)
        {
            return Answer.No(notNow);
        }

        if (command.Reason.Length > Conference.LongestReason)
        {
            return Answer.No("amendment.reason", "Lý do dài quá 1.000 chữ. Đồng chí viết gọn lại.");
        }

        if (await Amendments.VoteOnWhole(db, item.Id, cancellationToken) || await db.Set<Vote>().AnyAsync(vote => vote.AmendmentId == found.Id && vote.ClosedAt == null && vote.VoidedAt == null, cancellationToken))
        {
            return Answer.No("amendment.being-voted", "Đang biểu quyết nên chưa đổi được. Đồng chí khóa hoặc hủy biểu quyết trước.");
        }

        if (command.TakeUp && Amendments.Apply(await VersionTexts.Of(db, version, item.VersionHash, cancellationToken), [.. await Amendments.Standing(db, item.Id, cancellationToken), found]).Refusal is { } collides)
        {
            return Answer.No(collides);
        }

        return found.Decide(command.TakeUp ? AmendmentState.TakenUp : AmendmentState.Withdrawn, command.Reason, actor.Now) is { } refusal
            ? Answer.No(refusal)
            : Answer.Done(conference.Id, command.TakeUp ? $"Chủ trì tiếp thu đề nghị sửa đổi số {found.Number}; hội nghị không có ý kiến khác." : $"Đã rút đề nghị sửa đổi số {found.Number}.");
    }
}
