using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>A vote is declared void, with its reason. It stays in the record and in the minutes; the question may be voted on again.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record VoidVote(Guid CommandId, Guid VoteId, string Reason) : ICommand;

internal sealed class VoidVoteHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<VoidVote, Answer>
{
    public async Task<Answer> Handle(VoidVote command, CancellationToken cancellationToken)
    {
        var (vote, refusal) = await Votes.Hold(db, actor, command.VoteId, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        // What was decided upon a vote is not taken back by taking back the vote.
        var item = await db.Set<AgendaItem>().SingleAsync(one => one.Id == vote!.AgendaItemId, cancellationToken);
        if (Sessions.MustBeUndecided(item) is not null || (vote!.AmendmentId is not null && vote.ClosedAt is not null))
        {
            return Answer.No("vote.void-late", "Nội dung này đã được kết luận theo kết quả biểu quyết nên không hủy biểu quyết được nữa.");
        }

        if (command.Reason.Length > Conference.LongestReason)
        {
            return Answer.No("conference.reason-long", "Lý do dài quá 1.000 chữ. Đồng chí viết gọn lại.");
        }

        return vote.Void(command.Reason, actor.Now) is { } not ? Answer.No(not) : Answer.Done(vote.Id, $"Đã hủy biểu quyết lần {vote.Number}. Lý do: {vote.VoidReason}");
    }
}
