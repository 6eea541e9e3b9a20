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

/// <summary>A conference in the list.</summary>
public sealed record ConferenceRow(Guid Id, string Name, DateTimeOffset StartsAt, string Place);

/// <summary>Something to choose in a form.</summary>
public sealed record ChoiceRow(Guid Id, string Name);

/// <summary>Conferences, and what the office needs to call the next one.</summary>
public sealed record ConferencesView(IReadOnlyList<ConferenceRow> Rows, bool MayCall, IReadOnlyList<ChoiceRow> ExecutiveReady, IReadOnlyList<ChoiceRow> StandingReady, IReadOnlyList<ChoiceRow> Members, IReadOnlyList<ChoiceRow> OfficePeople);

/// <summary>All conferences, newest first.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadConferences : IQuery<ConferencesView>;

/// <summary>An item of the agenda with its vote.</summary>
public sealed record AgendaRow(Guid Id, Guid DraftId, string Title, string VersionHash, bool IsCurrent, Vote? Vote, int Cast, bool IVoted);

/// <summary>A conference's page.</summary>
public sealed record ConferenceView(
    Domain.Conferences.Conference Conference, string Name, string Chair, string NoteTaker, IReadOnlyList<(Guid PersonId, string Name, Presence Presence, string Reason)> Attendance,
    int Present, int QuorumRequired, string Source, IReadOnlyList<AgendaRow> Items, bool IsOffice, bool AmPresent);

/// <summary>One conference.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadConference(Guid Id) : IQuery<ConferenceView?>;

internal sealed class ReadConferencesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadConferences, ConferencesView>, IRequestHandler<ReadConference, ConferenceView?>
{
    public async Task<ConferencesView> Handle(ReadConferences request, CancellationToken cancellationToken)
    {
        var offices = await actor.OfficesHeld(cancellationToken);
        var mayCall = offices.Contains(Office.OfficeStaff) || offices.Contains(Office.ChiefOfOffice);
        var rows = await db.Set<Domain.Conferences.Conference>().AsNoTracking().OrderByDescending(one => one.StartsAt).Take(50)
            .Join(db.Set<Body>(), one => one.BodyId, body => body.Id, (one, body) => new ConferenceRow(one.Id, "Hội nghị lần thứ " + one.Ordinal + " " + body.Name, one.StartsAt, one.Place)).ToListAsync(cancellationToken);
        async Task<List<ChoiceRow>> Ready(string key) => [.. (await db.Set<OpenTask>().AsNoTracking().Where(task => task.TaskKey == key && task.ClosedAt == null)
            .Join(db.Set<Draft>(), task => task.SubjectId, draft => draft.Id, (_, draft) => draft).ToListAsync(cancellationToken)).Select(draft => new ChoiceRow(draft.Id, $"{draft.Title()} (bản {draft.CurrentRound})"))];
        var people = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var members = await Rolls.MembersOn(db, BodyKind.StandingCommittee, actor.Today, cancellationToken);
        var staff = await db.Set<OfficeHeld>().AsNoTracking().Where(held => (held.Office == Office.OfficeStaff || held.Office == Office.ChiefOfOffice) && held.From <= actor.Today && (held.To == null || held.To >= actor.Today)).Select(held => held.PersonId).ToListAsync(cancellationToken);
        return new([.. rows.OrderByDescending(row => row.StartsAt)], mayCall, await Ready(TaskKeys.Conference), await Ready(TaskKeys.Approval),
            [.. members.Select(id => new ChoiceRow(id, people[id]))], [.. staff.Select(id => new ChoiceRow(id, people[id]))]);
    }

    public async Task<ConferenceView?> Handle(ReadConference request, CancellationToken cancellationToken)
    {
        var conference = await db.Set<Domain.Conferences.Conference>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (conference is null)
        {
            return null;
        }

        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var body = await db.Set<Body>().AsNoTracking().SingleAsync(row => row.Id == conference.BodyId, cancellationToken);
        var attendance = await db.Set<Attendance>().AsNoTracking().Where(row => row.ConferenceId == conference.Id).OrderBy(row => row.PersonId).ToListAsync(cancellationToken);
        var rules = await Rolls.ProfileOn(db, VietnamTime.DayOf(conference.StartsAt), cancellationToken);
        var items = await db.Set<AgendaItem>().AsNoTracking().Where(row => row.ConferenceId == conference.Id).OrderBy(row => row.Position).Join(db.Set<Draft>(), item => item.DraftId, draft => draft.Id, (item, draft) => new { item, draft }).ToListAsync(cancellationToken);
        var ids = items.Select(row => row.item.Id).ToList();
        var votes = await db.Set<Vote>().AsNoTracking().Where(vote => ids.Contains(vote.AgendaItemId)).ToDictionaryAsync(vote => vote.AgendaItemId, cancellationToken);
        var voteIds = votes.Values.Select(vote => vote.Id).ToList();
        var ballots = await db.Set<Ballot>().AsNoTracking().Where(ballot => voteIds.Contains(ballot.VoteId)).Select(ballot => new { ballot.VoteId, ballot.PersonId }).ToListAsync(cancellationToken);
        var offices = await actor.OfficesHeld(cancellationToken);
        return new(
            conference, $"Hội nghị lần thứ {conference.Ordinal} {body.Name}", names.GetValueOrDefault(conference.ChairId, ""), names.GetValueOrDefault(conference.NoteTakerId, ""),
            [.. attendance.Select(row => (row.PersonId, names[row.PersonId], row.Presence, row.Reason))], attendance.Count(row => row.Presence == Presence.Present),
            Domain.Profiles.Voting.QuorumRequired(rules, attendance.Count), rules.VotingSource,
            [.. items.OrderBy(row => row.item.Position).Select(row => new AgendaRow(row.item.Id, row.draft.Id, row.draft.Title(), row.item.VersionHash, row.draft.CurrentHash == row.item.VersionHash, votes.GetValueOrDefault(row.item.Id),
                ballots.Count(ballot => votes.TryGetValue(row.item.Id, out var vote) && ballot.VoteId == vote.Id), ballots.Exists(ballot => votes.TryGetValue(row.item.Id, out var vote) && ballot.VoteId == vote.Id && ballot.PersonId == actor.PersonId)))],
            offices.Contains(Office.OfficeStaff) || offices.Contains(Office.ChiefOfOffice), attendance.Exists(row => row.PersonId == actor.PersonId && row.Presence == Presence.Present));
    }
}
