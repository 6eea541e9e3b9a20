using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>An office in which drafts are reviewed, with a clock that a test may turn either way; several hosts may share the database and the clock.</summary>
internal sealed class ReviewWorld : IAsyncDisposable
{
    private readonly List<DemoWorld> hosts = [];

    private ReviewWorld(Hands clock) => Clock = clock;

    public Hands Clock { get; }

    public DemoWorld First => hosts[0];

    public IReadOnlyList<DemoWorld> Hosts => hosts;

    public Person Office => First.People["vanphong"];

    /// <summary>Members of the Standing Committee, as the roll has them.</summary>
    public IReadOnlyList<Person> Members { get; private set; } = [];

    public static async Task<ReviewWorld> Create(TestCluster cluster, int hosts = 1, string? database = null, Action<IServiceCollection>? configure = null)
    {
        var world = new ReviewWorld(new Hands());
        var name = database ?? await cluster.Copy();
        for (var host = 0; host < hosts; host++)
        {
            world.hosts.Add(await DemoWorld.Create(cluster.Sample, cluster.Cluster, name, services =>
            {
                services.AddSingleton<TimeProvider>(world.Clock);
                configure?.Invoke(services);
            }));
        }

        var ids = await world.First.Look(db => db.Set<Membership>().Join(db.Set<Body>().Where(body => body.Kind == BodyKind.StandingCommittee), member => member.BodyId, body => body.Id, (member, _) => member.PersonId).ToListAsync());
        world.Members = [.. world.First.People.Values.Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id)];
        return world;
    }

    /// <summary>A draft that the Standing Committee is asked about for three days; what it shows follows <paramref name="shown"/>.</summary>
    public async Task<(Guid Draft, Guid Round)> Asked(byte[] sample, AnswersShown shown = AnswersShown.AfterMine, string file = "nghi-quyet-mau.txt")
    {
        var draft = (await First.Draft(First.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình xem xét.", file, sample)).Id;
        await Done(First.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), draft));
        await Done(Office, new AppraiseDraft(Guid.CreateVersion7(), draft, await Hash(draft), true, "", VietnamTime.DayOf(Clock.Now).AddDays(3), Shown: shown, Points: await First.Judged()));
        return (draft, await First.Look(db => db.Set<ReviewRound>().Where(round => round.DraftId == draft).Select(round => round.Id).SingleAsync()));
    }

    public Task<string> Hash(Guid draft) => First.Look(db => db.Set<Draft>().Where(row => row.Id == draft).Select(row => row.CurrentHash).SingleAsync());

    /// <summary>Sends what must succeed.</summary>
    public async Task<Answer> Done(Person person, ICommand command)
    {
        var answer = await First.Send(person, command);
        Assert.True(answer.Refusal is null, $"{command.GetType().Name}: {answer.Refusal?.Text}");
        return answer;
    }

    /// <summary>Sends what must be refused.</summary>
    public async Task Refused(string code, Person person, ICommand command) => Assert.Equal(code, (await First.Send(person, command)).Refusal?.Code);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    internal sealed class Hands : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
