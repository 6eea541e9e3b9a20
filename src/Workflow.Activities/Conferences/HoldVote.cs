using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The taking of ballots stops, or goes on. Asked twice it stays as it is.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record HoldVote(Guid CommandId, Guid VoteId, bool Stop) : ICommand;

internal sealed class HoldVoteHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<HoldVote, Answer>
{
    public async Task<Answer> Handle(HoldVote command, CancellationToken cancellationToken)
    {
        var (vote, refusal) = await Votes.Hold(db, actor, command.VoteId, cancellationToken);
        refusal ??= command.Stop ? vote!.Stop(actor.Now) : vote!.Resume();
        return refusal is not null ? Answer.No(refusal) : Answer.Done(vote!.Id, command.Stop ? "Đã tạm dừng nhận phiếu." : "Đã cho biểu quyết tiếp tục.");
    }
}

/// <summary>A vote held for an act of who leads the session.</summary>
internal static class Votes
{
    public static async Task<(Vote? Vote, Domain.Refusal? Refusal)> Hold(WorkflowDbContext db, Actor actor, Guid voteId, CancellationToken ct)
    {
        if (await db.Set<Vote>().Where(one => one.Id == voteId).Select(one => (Guid?)one.ConferenceId).SingleOrDefaultAsync(ct) is not { } conferenceId)
        {
            return (null, new("vote.not-found", "Không thấy biểu quyết này."));
        }

        // The session first, then the vote: always in this order, so that nobody waits in a circle.
        var conference = await Sessions.Hold(db, conferenceId, ct);
        await CommitSave.LockRow(db, db.Set<Vote>().Where(one => one.Id == voteId), one => one.ClosedAt, ct);
        var vote = await db.Set<Vote>().SingleAsync(one => one.Id == voteId, ct);
        return (vote, await Sessions.MayLead(actor, conference!, ct));
    }
}
