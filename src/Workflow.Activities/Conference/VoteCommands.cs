using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conference;

/// <summary>The vote on an item opens: the quorum is judged now.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record OpenVote(Guid CommandId, Guid AgendaItemId, VoteMode Mode) : ICommand;

/// <summary>A member votes on their own device; once.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record CastBallot(Guid CommandId, Guid VoteId, Choice Choice) : ICommand;

/// <summary>The vote closes: by the counts of hands, or by the ballots cast on devices.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CloseVote(Guid CommandId, Guid VoteId, int InFavour, int Against, int Abstained) : ICommand;

internal sealed class VoteHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) : IRequestHandler<OpenVote, Answer>, IRequestHandler<CastBallot, Answer>, IRequestHandler<CloseVote, Answer>
{
    public async Task<Answer> Handle(OpenVote command, CancellationToken cancellationToken)
    {
        var item = await db.Set<AgendaItem>().SingleOrDefaultAsync(one => one.Id == command.AgendaItemId, cancellationToken);
        if (item is null)
        {
            return Answer.No("conference.no-item", "Không thấy nội dung này trong chương trình.");
        }

        var draft = await db.Set<Draft>().SingleAsync(one => one.Id == item.DraftId, cancellationToken);
        if (draft.CurrentHash != item.VersionHash)
        {
            return Answer.No("conference.stale", "Dự thảo đã có bản mới sau khi đưa vào chương trình. Cần triệu tập lại với bản mới.");
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.AgendaItemId == item.Id, cancellationToken))
        {
            return Answer.No("conference.voted", "Nội dung này đã được biểu quyết.");
        }

        if (await db.Set<Vote>().AnyAsync(vote => vote.DraftId == item.DraftId && vote.ClosedAt == null, cancellationToken))
        {
            return Answer.No("conference.being-voted", "Dự thảo này đang được biểu quyết ở một hội nghị khác. Đồng chí khóa biểu quyết ấy trước.");
        }

        var conference = await db.Set<Domain.Conferences.Conference>().SingleAsync(one => one.Id == item.ConferenceId, cancellationToken);
        var presences = await db.Set<Attendance>().Where(row => row.ConferenceId == item.ConferenceId).Select(row => row.Presence).ToListAsync(cancellationToken);
        var profile = await Rolls.ProfileOn(db, VietnamTime.DayOf(conference.StartsAt), cancellationToken);
        var present = presences.Count(one => one == Presence.Present);
        if (Vote.MayOpen(profile, presences.Count, present) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var vote = new Vote
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            AgendaItemId = item.Id,
            DraftId = item.DraftId,
            VersionHash = item.VersionHash,
            Mode = command.Mode,
            OpenedAt = actor.Now,
            Incumbents = presences.Count,
            Summoned = presences.Count,
            Present = present,
            QuorumRequired = Domain.Profiles.Voting.QuorumRequired(profile, presences.Count),
            Required = Domain.Profiles.Voting.AdoptionRequired(profile, presences.Count),
            ProfileId = profile.Id,
        };
        db.Add(vote);
        return Answer.Done(vote.Id, $"Đã mở biểu quyết: có mặt {present}/{presences.Count}, cần ít nhất {vote.Required} phiếu tán thành.");
    }

    public async Task<Answer> Handle(CastBallot command, CancellationToken cancellationToken)
    {
        var vote = await db.Set<Vote>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == command.VoteId, cancellationToken);
        if (vote is null || vote.ClosedAt is not null || vote.Mode != VoteMode.Devices)
        {
            return NotOpen();
        }

        var present = await db.Set<Attendance>().AnyAsync(
            row => row.PersonId == actor.PersonId && row.Presence == Presence.Present && db.Set<AgendaItem>().Any(item => item.Id == vote.AgendaItemId && item.ConferenceId == row.ConferenceId), cancellationToken);
        if (!present)
        {
            return Answer.No("vote.not-present", "Đồng chí chưa được điểm danh có mặt tại hội nghị này nên chưa biểu quyết được. Đồng chí báo Văn phòng.");
        }

        if (await db.Set<Ballot>().AnyAsync(ballot => ballot.VoteId == vote.Id && ballot.PersonId == actor.PersonId, cancellationToken))
        {
            return Answer.No("vote.already", "Đồng chí đã biểu quyết nội dung này; mỗi đồng chí một phiếu.");
        }

        // Whoever closes the vote counts under the same lock: a ballot is there before the count, or comes too late and is told so.
        await CommitSave.LockRow(db, db.Set<Vote>().Where(one => one.Id == vote.Id), one => one.ClosedAt, cancellationToken);
        if (!await db.Set<Vote>().AnyAsync(one => one.Id == vote.Id && one.ClosedAt == null, cancellationToken))
        {
            return NotOpen();
        }

        db.Add(new Ballot { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, VoteId = vote.Id, PersonId = actor.PersonId, Choice = command.Choice, At = actor.Now });
        return Answer.Done(vote.Id, $"Đã ghi nhận phiếu của đồng chí: {ConferenceWords.Of(command.Choice)}.");
    }

    private static Answer NotOpen() => Answer.No("vote.not-open", "Biểu quyết này không mở (hoặc đã khóa, hoặc biểu quyết bằng giơ tay).");

    public async Task<Answer> Handle(CloseVote command, CancellationToken cancellationToken)
    {
        await CommitSave.LockRow(db, db.Set<Vote>().Where(one => one.Id == command.VoteId), one => one.ClosedAt, cancellationToken);
        var vote = await db.Set<Vote>().SingleOrDefaultAsync(one => one.Id == command.VoteId, cancellationToken);
        if (vote is null)
        {
            return Answer.No("vote.not-found", "Không thấy biểu quyết này.");
        }

        var counts = (command.InFavour, command.Against, command.Abstained);
        if (vote.Mode == VoteMode.Devices)
        {
            var cast = await db.Set<Ballot>().Where(ballot => ballot.VoteId == vote.Id).GroupBy(ballot => ballot.Choice).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
            int Of(Choice choice) => cast.Find(one => one.Key == choice)?.Count ?? 0;
            counts = (Of(Choice.InFavour), Of(Choice.Against), Of(Choice.Abstain));
        }

        if (vote.Close(counts.Item1, counts.Item2, counts.Item3, actor.Now) is { } refusal)
        {
            return Answer.No(refusal);
        }

        var draft = await db.Set<Draft>().SingleAsync(one => one.Id == vote.DraftId, cancellationToken);
        if (draft.CurrentHash != vote.VersionHash)
        {
            return Answer.No("conference.stale", "Dự thảo đã đổi sau khi mở biểu quyết; kết quả không được ghi nhận.");
        }

        var adopted = vote.Adopted == true;
        if (adopted)
        {
            draft.AdoptedHash = vote.VersionHash;
            draft.AdoptedAt = actor.Now;
        }

        var (key, yes) = draft.IssuingBody == BodyKind.ExecutiveCommittee ? (TaskKeys.Conference, "adopted") : (TaskKeys.Approval, "approved");
        var moved = await runner.Complete(draft.Id, key, adopted ? yes : "rejected", actor.PersonId, actor.Now, cancellationToken);
        return moved is null ? Answer.Done(vote.Id, vote.ResultSentence() + ".") : Answer.No(moved);
    }
}
