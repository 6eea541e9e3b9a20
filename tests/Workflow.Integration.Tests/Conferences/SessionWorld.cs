using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Review;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>A session of the Executive Committee with drafts that wait for its vote, and a clock that a test may turn.</summary>
internal sealed class SessionWorld : IAsyncDisposable
{
    private SessionWorld(ReviewWorld world) => World = world;

    public ReviewWorld World { get; }

    public Person Office => World.Office;

    /// <summary>A second one of the office.</summary>
    public Person Chief => World.First.People["chanhvanphong"];

    public Person Chair => World.First.People["bithu"];

    /// <summary>Members as the roll has them.</summary>
    public IReadOnlyList<Person> Members { get; private set; } = [];

    public IReadOnlyList<Guid> Drafts { get; private set; } = [];

    public Guid Conference { get; private set; }

    public static async Task<SessionWorld> Create(TestCluster cluster, int drafts = 1, string? database = null, int hosts = 1, Action<IServiceCollection>? configure = null)
    {
        var session = new SessionWorld(await ReviewWorld.Create(cluster, hosts, database, configure));
        var ready = new List<Guid>();
        for (var count = 0; count < drafts; count++)
        {
            var (draft, _) = await session.World.Asked(cluster.SampleBytes);
            await session.Done(session.Office, new CloseReview(Guid.CreateVersion7(), draft));
            await session.Done(session.Office, new FinishRevision(Guid.CreateVersion7(), draft));
            ready.Add(draft);
        }

        session.Drafts = ready;
        var ids = await session.World.First.Look(db => db.Set<Membership>().Where(row => db.Set<Body>().Any(body => body.Id == row.BodyId && body.Kind == BodyKind.ExecutiveCommittee)).Select(row => row.PersonId).ToListAsync());
        session.Members = [.. session.World.First.People.Values.Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id)];
        session.Conference = (await session.Done(session.Office, new CallConference(Guid.CreateVersion7(), BodyKind.ExecutiveCommittee, VietnamTime.DayOf(session.World.Clock.Now), new TimeOnly(8, 0), "Hội trường", session.Chair.Id, session.Office.Id, ready))).Id;
        return session;
    }

    /// <summary>Records who is there; the others stay as they are.</summary>
    public Task Arrive(params IEnumerable<Person> people) =>
        Done(Office, new RecordAttendance(Guid.CreateVersion7(), Conference, [.. people.Select(person => new PresenceEntry(person.Id, Presence.Present, ""))], ""));

    /// <summary>Opens the session with so many in the room.</summary>
    public async Task Open(int present)
    {
        // The chair is always there.
        await Arrive([Chair, .. Members.Where(person => person.Id != Chair.Id).Take(present - 1)]);
        await Done(Chair, new OpenConference(Guid.CreateVersion7(), Conference));
    }

    /// <summary>The item of a draft.</summary>
    public Task<AgendaItem> Item(Guid draft) => World.First.Look(db => db.Set<AgendaItem>().AsNoTracking().SingleAsync(row => row.DraftId == draft && row.ConferenceId == Conference));

    public Task<Vote> Vote(Guid id) => World.First.Look(db => db.Set<Vote>().AsNoTracking().SingleAsync(row => row.Id == id));

    /// <summary>Those who may vote in a vote.</summary>
    public async Task<IReadOnlyList<Person>> Voters(Guid vote)
    {
        var ids = await World.First.Look(db => db.Set<VoteMember>().Where(row => row.VoteId == vote && row.Standing == Standing.MayVote).Select(row => row.PersonId).ToListAsync());
        return [.. Members.Where(person => ids.Contains(person.Id))];
    }

    /// <summary>So many vote for it on their devices, the others against.</summary>
    public async Task Cast(Guid vote, int inFavour)
    {
        foreach (var (person, index) in (await Voters(vote)).Select((person, index) => (person, index)))
        {
            await Done(person, new CastBallot(Guid.CreateVersion7(), vote, index < inFavour ? "+" : "-"));
        }
    }

    public async Task<ConferenceView> View(Person person) => (await World.First.Ask(person, new ReadConference(Conference)))!;

    public Task<Answer> Done(Person person, ICommand command) => World.Done(person, command);

    public async Task Refused(string code, Person person, ICommand command) => Assert.Equal(code, (await World.First.Send(person, command)).Refusal?.Code);

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
