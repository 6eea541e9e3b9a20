using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Documents.Papers;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>One conference as the asking person may see it.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadConference(Guid Id) : IQuery<ConferenceView?>;

/// <summary>Somebody summoned or invited. <paramref name="Key"/> is the person, or the row of a guest whom nobody knows.</summary>
public sealed record AttendanceRow(Guid Key, string Name, bool IsGuest, Presence Presence, string Reason, DateTimeOffset? ArrivedAt);

/// <summary>A vote as shown. Who is missing is named in an open vote only; in a secret one there is a number.</summary>
/// <param name="Cast">Ballots taken on devices.</param>
/// <param name="Missing">Members who may vote on their device and have not; empty in a secret vote.</param>
/// <param name="My">What I am to this vote; null: not of the body.</param>
/// <param name="Entered">How many counters have entered; only who entered sees more.</param>
/// <param name="IsAgreed">Two entries agree.</param>
public sealed record VoteRow(Vote Vote, int Cast, IReadOnlyList<string> Missing, Standing? My, bool IVoted, int Entered, bool IEntered, bool IsAgreed, bool ICount, IReadOnlyList<string> Counters);

/// <summary>A speaker.</summary>
public sealed record SpeechRow(Speech Speech, string Name, bool IsMine);

/// <summary>An amendment with who stands behind it.</summary>
public sealed record AmendmentRow(Amendment Amendment, string Mover, IReadOnlyList<string> Seconders, bool IsMine, bool ISecond);

/// <summary>An item of the agenda with all that happened on it.</summary>
/// <param name="IsCurrent">The draft still is what was put on the agenda.</param>
/// <param name="Clauses">Clauses of the text put to the vote, by which remarks and amendments are placed; empty when the item is ended.</param>
/// <param name="AwaitsFinal">Adopted with amendments: 1 the office makes the final text, 2 the chair confirms it; 0 neither.</param>
public sealed record AgendaRow(
    AgendaItem Item, string Number, string Title, bool IsCurrent, IReadOnlyList<VoteRow> Votes, IReadOnlyList<SpeechRow> Speeches, IReadOnlyList<AmendmentRow> Amendments, IReadOnlyList<(string Name, string Reason)> Recused,
    IReadOnlyList<(string Name, string Text)> Reserved, int AwaitsFinal, string FinalHash, IReadOnlyList<(string Id, string Title)> Clauses)
{
    public Guid Id => Item.Id;

    /// <summary>The vote that runs, or else the last that counts.</summary>
    public VoteRow? Open => Votes.FirstOrDefault(row => row.Vote.IsUndecided);

    /// <summary>The last vote on the whole that is closed and not void.</summary>
    public Vote? Whole => Votes.LastOrDefault(row => row.Vote is { Subject: VoteSubject.Whole, ClosedAt: not null, VoidedAt: null })?.Vote;
}

/// <summary>A conference's page.</summary>
/// <param name="InvitationLate">A sentence when invitation and papers go out too late; empty otherwise.</param>
/// <param name="MinutesHash">SHA-256 of the minutes as they are now; empty before the session is closed.</param>
public sealed record ConferenceView(
    Conference Conference, string Name, string Body, string Chair, string NoteTaker, IReadOnlyList<AttendanceRow> Attendance, int Summoned, int Present, int QuorumRequired, string Source, string InvitationLate,
    IReadOnlyList<AgendaRow> Items, bool IsOffice, bool IsChair, bool IsNoteTaker, bool AmMember, bool AmPresent, string DoorCode, IReadOnlyList<ChoiceRow> Ready, string MinutesHash,
    IReadOnlyList<(string Name, bool AsChair, DateTimeOffset At, bool Holds)> Signatures)
{
    /// <summary>Sentences about material that is missing or came late; for the office.</summary>
    public IReadOnlyList<string> MaterialsLate { get; init; } = [];

    /// <summary>What those invited were not told yet, as a sentence; for the office. Empty when nothing is new.</summary>
    public string NotTold { get; init; } = "";

    /// <summary>Whether the person runs the session.</summary>
    public bool Leads => IsOffice || IsChair;

    public bool HasQuorum => Present >= QuorumRequired;

    /// <summary>The item that is being dealt with.</summary>
    public AgendaRow? Now => Items.FirstOrDefault(row => row.Id == Conference.NowItemId);
}

internal sealed class ReadConferenceHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadConference, ConferenceView?>
{
    public async Task<ConferenceView?> Handle(ReadConference request, CancellationToken cancellationToken)
    {
        if (await SessionRecord.Of(db, request.Id, cancellationToken) is not { } record)
        {
            return null;
        }

        var conference = record.Conference;

        // Of a session that is at another machine (or sealed on this one) nothing may be done here: so nothing is offered.
        var isHere = !await db.Set<SessionTrip>().AnyAsync(trip => trip.ConferenceId == record.Conference.Id && (trip.Side == TripSide.Home) == (trip.EndedAt == null), cancellationToken);
        var isDesk = isHere && await Sessions.IsDesk(actor, cancellationToken);
        var votes = await Votes(record, cancellationToken);
        var arrived = record.Movements.Where(one => one.IsIn).ToLookup(one => one.AttendanceId, one => one.At);
        var hash = conference.ClosedAt is null ? "" : MinutesPaper.Hash(await Minutes.Of(db, record, cancellationToken));
        var ready = isDesk && !conference.IsOver ? (await Ready.Drafts(db, AgendaDrafts.TaskOf(record.Body.Kind), cancellationToken)).Where(row => record.Items.All(one => one.Item.DraftId != row.Id)).ToList() : [];
        var items = new List<AgendaRow>();
        foreach (var one in record.Items)
        {
            items.Add(Item(record, one, votes, conference.IsRunning && one.Item is { Decision: null, VersionId: { } version } ? await Clauses(version, one.Item.VersionHash, cancellationToken) : []));
        }

        return new(
            conference, record.Name, record.Body.Name, record.NameOf(conference.ChairId), record.NameOf(conference.NoteTakerId),
            [.. record.Attendance.Select(row => new AttendanceRow(row.PersonId ?? row.Id, record.NameOf(row), row.IsGuest, row.Presence, row.Reason, arrived[row.Id].Any() ? arrived[row.Id].First() : null))],
            record.Members.Count(), record.Present, record.QuorumRequired, record.Rules.VotingSource, conference.OpenedAt is null && !conference.IsOver ? SessionCalling.InvitationLate(record, conference.InvitedAt ?? actor.Now) : "",
            items,
            isDesk, isHere && conference.ChairId == actor.PersonId, isHere && conference.NoteTakerId == actor.PersonId,
            isHere && record.Members.Any(row => row.PersonId == actor.PersonId), record.Members.Any(row => row.PersonId == actor.PersonId && row.IsPresent),
            isDesk ? conference.DoorCode : "", ready, hash,
            [.. record.Signatures.Select(one => (record.NameOf(one.PersonId), one.AsChair, one.At, one.Hash == hash))])
        {
            MaterialsLate = isDesk && conference.OpenedAt is null && !conference.IsOver ? SessionCalling.MaterialsLate(record, actor.Now) : [],
            NotTold = isDesk && conference is { InvitedAt: not null, OpenedAt: null, IsOver: false } ? await Letters.NotTold(db, record, cancellationToken) : "",
        };
    }

    private AgendaRow Item(SessionRecord record, (AgendaItem Item, string Number, string Title) one, IReadOnlyDictionary<Guid, VoteRow> votes, IReadOnlyList<(string Id, string Title)> clauses)
    {
        var (item, number, title) = one;
        var draft = item.DraftId is { } draftId ? record.Drafts[draftId] : null;
        var awaits = item.Decision != ItemDecision.AdoptedWithAmendments || item.FinalHash.Length > 0 ? 0 : draft!.CurrentHash == item.VersionHash ? 1 : 2;
        return new(
            item, number, title, draft is null || draft.CurrentHash == item.VersionHash, [.. record.Votes[item.Id].Select(vote => votes[vote.Id])],
            [.. record.Speeches[item.Id].Select(speech => new SpeechRow(speech, record.NameOf(speech.PersonId), speech.PersonId == actor.PersonId))],
            [.. record.Amendments[item.Id].Select(row => new AmendmentRow(row, record.NameOf(row.MoverId), [.. record.Seconders[row.Id].Select(id => record.NameOf(id))], row.MoverId == actor.PersonId, record.Seconders[row.Id].Contains(actor.PersonId)))],
            [.. record.Recusals[item.Id].Select(row => (record.NameOf(row.PersonId), row.Reason))],
            [.. record.Reserved[item.Id].Select(row => (record.NameOf(row.PersonId), row.Text))], awaits, draft?.CurrentHash ?? "", clauses);
    }

    private async Task<IReadOnlyList<(string Id, string Title)>> Clauses(Guid version, string hash, CancellationToken ct)
    {
        var text = await VersionTexts.Of(db, version, hash, ct);
        return [.. text.Clauses.Select(clause => (clause.Id, ClauseTitles.Of(text, clause)))];
    }

    private async Task<Dictionary<Guid, VoteRow>> Votes(SessionRecord record, CancellationToken ct)
    {
        var all = record.Items.SelectMany(one => record.Votes[one.Item.Id]).ToList();
        var ids = all.ConvertAll(vote => vote.Id);
        var members = (await db.Set<VoteMember>().AsNoTracking().Where(row => ids.Contains(row.VoteId)).ToListAsync(ct)).ToLookup(row => row.VoteId);
        var entries = (await db.Set<CountEntry>().AsNoTracking().Where(row => ids.Contains(row.VoteId)).ToListAsync(ct)).ToLookup(row => row.VoteId);
        var counters = (await db.Set<Counter>().AsNoTracking().Where(row => ids.Contains(row.VoteId)).OrderByDescending(row => row.IsHead).ToListAsync(ct)).ToLookup(row => row.VoteId);
        return all.ToDictionary(vote => vote.Id, vote =>
        {
            var mine = members[vote.Id].FirstOrDefault(row => row.PersonId == actor.PersonId);
            return new VoteRow(
                vote, vote.Mode.IsOnDevices() ? members[vote.Id].Count(row => row.HasVoted) : 0,
                vote.Mode == VoteMode.Devices ? [.. members[vote.Id].Where(row => row.Standing == Standing.MayVote && !row.HasVoted).OrderBy(row => row.PersonId).Select(row => record.NameOf(row.PersonId))] : [],
                mine?.Standing, mine?.HasVoted == true, entries[vote.Id].Select(row => row.ById).Distinct().Count(), entries[vote.Id].Any(row => row.ById == actor.PersonId), CountEntry.Agreed(entries[vote.Id]) is not null,
                counters[vote.Id].Any(row => row.PersonId == actor.PersonId), [.. counters[vote.Id].Select(row => record.NameOf(row.PersonId))]);
        });
    }
}
