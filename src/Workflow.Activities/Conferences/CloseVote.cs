using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The vote closes: by the ballots cast on devices, or by the count on which two agree. Asked again, the answer is the same.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record CloseVote(Guid CommandId, Guid VoteId) : ICommand;

internal sealed class CloseVoteHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor, BallotSeal seal) : IRequestHandler<CloseVote, Answer>
{
    public async Task<Answer> Handle(CloseVote command, CancellationToken cancellationToken)
    {
        var (vote, refusal) = await Votes.Hold(db, actor, command.VoteId, cancellationToken);
        if (refusal is not null || vote is null)
        {
            return Answer.No(refusal!);
        }

        if (vote.ClosedAt is not null && vote.VoidedAt is null)
        {
            return Answer.Done(vote.Id, $"Biểu quyết đã khóa từ trước: {vote.ResultSentence()}.");
        }

        refusal = await Count(vote, cancellationToken);
        if (refusal is not null)
        {
            return Answer.No(refusal);
        }

        return await Carry(vote, cancellationToken) is { } not ? Answer.No(not) : Answer.Done(vote.Id, vote.ResultSentence() + ".");
    }

    private async Task<Refusal?> Count(Vote vote, CancellationToken ct)
    {
        switch (vote.Mode)
        {
            case VoteMode.Devices:
                var open = await db.Set<Ballot>().Where(ballot => ballot.VoteId == vote.Id).Select(ballot => ballot.Marks).ToListAsync(ct);
                return vote.Close(Marks.Count(open, vote.Options.Count), actor.Now);
            case VoteMode.SecretDevices:
                return await CountSecret(vote, ct);
            default:
                return CountEntry.Agreed(await db.Set<CountEntry>().AsNoTracking().Where(one => one.VoteId == vote.Id).ToListAsync(ct)) is { } agreed
                    ? vote.Close(Marks.Read(agreed.Counts), actor.Now, agreed.Issued, agreed.Collected, agreed.Spoilt)
                    : new("count.not-agreed", "Chưa có hai người kiểm đếm nhập kết quả khớp nhau nên chưa khóa được. Hai đồng chí nhập độc lập; nếu khác nhau thì đếm lại.");
        }
    }

    private async Task<Refusal?> CountSecret(Vote vote, CancellationToken ct)
    {
        var sealedBallots = await db.Set<SealedBallot>().Where(one => one.VoteId == vote.Id).ToListAsync(ct);
        var opened = sealedBallots.Select(one => seal.Open(vote.Id, one.Sealed)).ToList();
        var voted = await db.Set<VoteMember>().CountAsync(one => one.VoteId == vote.Id && one.HasVoted, ct);
        if (opened.Contains(null) || opened.Count != voted)
        {
            return new("vote.sealed", $"Có {voted} đồng chí đã bỏ phiếu nhưng mở được {opened.Count(one => one is not null)} phiếu, nên không khóa được. Đồng chí hủy biểu quyết, ghi lý do rồi biểu quyết lại.");
        }

        // Written anew in one act, in the order of what they say and under random keys: what came first is not to be seen any more.
        db.RemoveRange(sealedBallots);
        db.AddRange(opened.Order(StringComparer.Ordinal).Select(marks => new SecretBallot { Id = Guid.NewGuid(), OrganizationId = actor.OrganizationId, VoteId = vote.Id, Marks = marks! }));
        return vote.Close(Marks.Count(opened!, vote.Options.Count), actor.Now);
    }

    // What the result means for the amendment or the draft. A whole text that was adopted as it stood goes on at once; everything else the chair concludes.
    private async Task<Refusal?> Carry(Vote vote, CancellationToken ct)
    {
        if (vote.AmendmentId is { } amendmentId)
        {
            var amendment = await db.Set<Amendment>().SingleAsync(one => one.Id == amendmentId, ct);
            return amendment.Decide(vote.Adopted == true ? AmendmentState.Adopted : AmendmentState.Rejected, vote.ResultSentence(), actor.Now);
        }

        if (vote.Subject != VoteSubject.Whole)
        {
            return null;
        }

        var draft = await db.Set<Draft>().SingleAsync(one => one.Id == vote.DraftId, ct);
        if (draft.CurrentHash != vote.VersionHash)
        {
            return new("conference.stale", "Dự thảo đã đổi sau khi mở biểu quyết; kết quả không được ghi nhận.");
        }

        if (vote.Adopted != true)
        {
            return null;
        }

        var item = await db.Set<AgendaItem>().SingleAsync(one => one.Id == vote.AgendaItemId, ct);
        if ((await Amendments.Standing(db, item.Id, ct)).Count > 0)
        {
            return item.Decide(ItemDecision.AdoptedWithAmendments, "", actor.Now);
        }

        (draft.AdoptedHash, draft.AdoptedAt) = (vote.VersionHash, actor.Now);
        return item.Decide(ItemDecision.Adopted, "", actor.Now) ?? await DraftGoesOn.With(runner, draft, adopted: true, actor, ct);
    }
}

/// <summary>Tells a draft's process what the conference decided.</summary>
internal static class DraftGoesOn
{
    public static Task<Refusal?> With(ProcessRunner runner, Draft draft, bool adopted, Actor actor, CancellationToken ct)
    {
        // A case stays at home when its session is taken along: it goes on there, once, when the result is received.
        if (actor.Trip == TripSide.Away)
        {
            return Task.FromResult<Refusal?>(null);
        }

        var (key, yes) = draft.IssuingBody == BodyKind.ExecutiveCommittee ? (TaskKeys.Conference, "adopted") : (TaskKeys.Approval, "approved");
        return runner.Complete(draft.Id, key, adopted ? yes : "rejected", actor.PersonId, actor.Now, ct);
    }
}
