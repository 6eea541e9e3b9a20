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

/// <summary>The office calls a session: the roll of the day is summoned, the drafts that wait for a vote are frozen by their hash.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CallConference(
    Guid CommandId, BodyKind Body, DateOnly Day, TimeOnly Time, string Place, Guid ChairId, Guid NoteTakerId, IReadOnlyList<Guid> DraftIds, int? Ordinal = null) : ICommand;

/// <summary>One member's presence.</summary>
public sealed record PresenceEntry(Guid PersonId, Presence Presence, string Reason);

/// <summary>The office records who is there.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record RecordAttendance(Guid CommandId, Guid ConferenceId, IReadOnlyList<PresenceEntry> Entries, string Discussion) : ICommand;

/// <summary>The vote on an item opens: the quorum is judged now.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record OpenVote(Guid CommandId, Guid AgendaItemId, VoteMode Mode) : ICommand;

/// <summary>A member votes on their own device; once.</summary>
[Allow(Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record CastBallot(Guid CommandId, Guid VoteId, Choice Choice) : ICommand;

/// <summary>The vote closes: by the counts of hands, or by the ballots cast on devices.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record CloseVote(Guid CommandId, Guid VoteId, int InFavour, int Against, int Abstained) : ICommand;

internal sealed class ConferenceHandler(WorkflowDbContext db, ProcessRunner runner, Actor actor) :
    IRequestHandler<CallConference, Answer>, IRequestHandler<RecordAttendance, Answer>, IRequestHandler<OpenVote, Answer>,
    IRequestHandler<CastBallot, Answer>, IRequestHandler<CloseVote, Answer>
{
    public async Task<Answer> Handle(CallConference command, CancellationToken cancellationToken)
    {
        var body = await db.Set<Body>().SingleOrDefaultAsync(one => one.Kind == command.Body, cancellationToken);
        var term = await Rolls.TermOn(db, command.Day, cancellationToken);
        if (body is null || term is null)
        {
            return Answer.No("conference.no-term", "Chưa khai báo cơ quan hoặc nhiệm kỳ cho ngày này. Người quản trị bổ sung ở mục Tổ chức.");
        }

        if (string.IsNullOrWhiteSpace(command.Place) || command.Place.Length > 200)
        {
            return Answer.No("conference.no-place", "Đồng chí ghi địa điểm họp (tối đa 200 chữ).");
        }

        var members = await Rolls.MembersOn(db, command.Body, command.Day, cancellationToken);
        if (!members.Contains(command.ChairId))
        {
            return Answer.No("conference.chair", "Người chủ trì phải là thành viên đương nhiệm của cơ quan họp.");
        }

        if (command.DraftIds.Count == 0)
        {
            return Answer.No("conference.no-agenda", "Chương trình chưa có dự thảo nào. Đồng chí chọn ít nhất một dự thảo để biểu quyết.");
        }

        var last = await db.Set<Domain.Conferences.Conference>().Where(one => one.BodyId == body.Id && one.TermId == term.Id).MaxAsync(one => (int?)one.Ordinal, cancellationToken) ?? 0;
        var ordinal = command.Ordinal is { } wanted && wanted > last ? wanted : last + 1;
        var conference = new Domain.Conferences.Conference
        {
            Id = Guid.CreateVersion7(actor.Now),
            OrganizationId = actor.OrganizationId,
            BodyId = body.Id,
            TermId = term.Id,
            Ordinal = ordinal,
            StartsAt = VietnamTime.At(command.Day, command.Time),
            Place = command.Place.Trim(),
            ChairId = command.ChairId,
            NoteTakerId = command.NoteTakerId,
        };
        db.Add(conference);
        foreach (var member in members)
        {
            db.Add(new Attendance { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, PersonId = member });
        }

        var key = command.Body == BodyKind.ExecutiveCommittee ? TaskKeys.Conference : TaskKeys.Approval;
        var position = 0;
        foreach (var draftId in command.DraftIds.Distinct())
        {
            var draft = await db.Set<Draft>().SingleOrDefaultAsync(one => one.Id == draftId, cancellationToken);
            if (draft is null || await runner.FindTask(draftId, key, cancellationToken) is null)
            {
                return Answer.No("conference.not-ready", $"Dự thảo “{draft?.Subject ?? draftId.ToString()}” chưa ở bước biểu quyết nên chưa đưa vào chương trình được.");
            }

            if (await IsBeingVoted(draft.Id, cancellationToken))
            {
                return Answer.No("conference.being-voted", $"Dự thảo “{draft.Subject}” đang được biểu quyết ở một hội nghị khác. Đồng chí khóa biểu quyết ấy trước rồi mới đưa vào chương trình.");
            }

            db.Add(new AgendaItem
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = actor.OrganizationId,
                ConferenceId = conference.Id,
                DraftId = draft.Id,
                VersionId = draft.CurrentVersionId,
                VersionHash = draft.CurrentHash,
                Position = ++position,
            });
        }

        return Answer.Done(conference.Id, $"Đã triệu tập {body.Name} họp lần thứ {ordinal}: {members.Count} đồng chí, {position} dự thảo.");
    }

    public async Task<Answer> Handle(RecordAttendance command, CancellationToken cancellationToken)
    {
        var conference = await db.Set<Domain.Conferences.Conference>().SingleOrDefaultAsync(one => one.Id == command.ConferenceId, cancellationToken);
        if (conference is null)
        {
            return Answer.No("conference.not-found", "Không thấy hội nghị này.");
        }

        var voted = await db.Set<Vote>().AnyAsync(vote => db.Set<AgendaItem>().Any(item => item.Id == vote.AgendaItemId && item.ConferenceId == conference.Id) && vote.ClosedAt == null, cancellationToken);
        if (voted)
        {
            return Answer.No("conference.vote-running", "Đang biểu quyết nên chưa sửa được danh sách có mặt. Đồng chí khóa biểu quyết trước.");
        }

        var rows = await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id).ToListAsync(cancellationToken);
        // Once everything is voted on, the presence by which it was judged stands; only the minutes may still be written.
        var decided = !await db.Set<AgendaItem>().AnyAsync(item => item.ConferenceId == conference.Id && !db.Set<Vote>().Any(vote => vote.AgendaItemId == item.Id), cancellationToken);
        if (decided && command.Entries.Any(entry => rows.Exists(row => row.PersonId == entry.PersonId && row.Presence != entry.Presence)))
        {
            return Answer.No("conference.decided", "Hội nghị đã biểu quyết xong nên danh sách có mặt không sửa được nữa. Đồng chí giữ nguyên điểm danh, chỉ ghi nội dung thảo luận.");
        }

        foreach (var entry in command.Entries)
        {
            if (rows.Find(row => row.PersonId == entry.PersonId) is not { } row)
            {
                return Answer.No("conference.not-summoned", "Có người không thuộc danh sách triệu tập.");
            }

            if (row.Mark(entry.Presence, entry.Reason) is { } refusal)
            {
                return Answer.No(refusal);
            }
        }

        conference.Discussion = command.Discussion.Trim();
        return Answer.Done(conference.Id, $"Đã điểm danh: có mặt {rows.Count(row => row.Presence == Presence.Present)}/{rows.Count} đồng chí.");
    }

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

        if (await IsBeingVoted(item.DraftId, cancellationToken))
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

    private Task<bool> IsBeingVoted(Guid draftId, CancellationToken ct) => db.Set<Vote>().AnyAsync(vote => vote.DraftId == draftId && vote.ClosedAt == null, ct);

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

/// <summary>Words of the conference.</summary>
public static class ConferenceWords
{
    /// <summary>"Tán thành" …</summary>
    public static string Of(Choice choice) => choice switch
    {
        Choice.InFavour => "Tán thành",
        Choice.Against => "Không tán thành",
        Choice.Abstain => "Không có ý kiến",
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    /// <summary>"giơ tay" …</summary>
    public static string Of(VoteMode mode) => mode == VoteMode.ShowOfHands ? "giơ tay" : "trên thiết bị của từng đồng chí";

    /// <summary>"Có mặt" …</summary>
    public static string Of(Presence presence) => presence switch
    {
        Presence.Summoned => "Chưa điểm danh",
        Presence.Present => "Có mặt",
        Presence.AbsentWithReason => "Vắng có lý do",
        Presence.Absent => "Vắng không lý do",
        _ => throw new ArgumentOutOfRangeException(nameof(presence)),
    };
}
