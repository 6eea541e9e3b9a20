using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Trips;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Conferences;
using Xunit;

namespace Workflow.Integration.Tests.Trips;

/// <summary>A session of three drafts and an election that was taken from home to a laptop, and is held there.</summary>
internal sealed class TripWorld : IAsyncDisposable
{
    private TripWorld(SessionWorld home, LaptopWorld laptop) => (Home, Laptop) = (home, laptop);

    public SessionWorld Home { get; }

    public LaptopWorld Laptop { get; }

    public Guid Election { get; private set; }

    public string HomeKey => Home.World.First.Services.GetRequiredService<InstallationKey>().Fingerprint;

    /// <summary>Called at home, with an agenda; not away yet.</summary>
    public static async Task<TripWorld> Create(TestCluster cluster, int drafts = 3)
    {
        var home = await SessionWorld.Create(cluster, drafts);
        await home.Done(home.Office, new AddAgendaItem(Guid.CreateVersion7(), home.Conference, AgendaKind.Personnel, "Bầu bổ sung ủy viên Ban Thường vụ"));
        await home.Done(home.Office, new InviteGuest(Guid.CreateVersion7(), home.Conference, "Đồng chí Vừ A Páo, Ban Tổ chức Tỉnh ủy"));
        return new TripWorld(home, await LaptopWorld.Create(cluster, home.World.Clock))
        {
            Election = await home.World.First.Look(db => db.Set<AgendaItem>().Where(row => row.Kind == AgendaKind.Personnel).Select(row => row.Id).SingleAsync()),
        };
    }

    /// <summary>Taken along, and imported on the laptop.</summary>
    public static async Task<TripWorld> Away(TestCluster cluster, int drafts = 3)
    {
        var world = await Create(cluster, drafts);
        await world.Home.Done(world.Home.Office, new TakeSessionAlong(Guid.CreateVersion7(), world.Home.Conference));
        var (session, refusal) = await world.Laptop.Import(await world.Package(), world.HomeKey);
        Assert.True(refusal is null, refusal?.Text);
        Assert.Equal(world.Home.Conference, session!.ConferenceId);
        return world;
    }

    /// <summary>The package that home gives out.</summary>
    public async Task<byte[]> Package() => (await Home.World.First.Ask(Home.Office, new ReadTripPackage(Home.Conference)))!.Content;

    /// <summary>The package that the laptop gives back.</summary>
    public async Task<byte[]> Result() => (await Laptop.Ask(Home.Office, new ReadTripPackage(Home.Conference)))!.Content;

    public async Task<Answer> Receive(byte[] file, string? fingerprint = null) =>
        await Home.World.First.Send(Home.Office, new ReceiveResult(Guid.CreateVersion7(), Home.Conference, file, fingerprint ?? Laptop.Fingerprint));

    /// <summary>The chair comes with so many others, and opens.</summary>
    public async Task Open(int present)
    {
        var people = new[] { Home.Chair }.Concat(Home.Members.Where(person => person.Id != Home.Chair.Id).Take(present - 1));
        await Laptop.Done(Home.Office, new RecordAttendance(Guid.CreateVersion7(), Home.Conference, [.. people.Select(person => new PresenceEntry(person.Id, Presence.Present, ""))], ""));
        await Laptop.Done(Home.Chair, new OpenConference(Guid.CreateVersion7(), Home.Conference));
    }

    /// <summary>A vote on the laptop's devices: so many for it, the others against. Answers the vote.</summary>
    public async Task<Guid> Vote(AgendaItem item, int inFavour, VoteMode mode = VoteMode.Devices)
    {
        var vote = (await Laptop.Done(Home.Chair, new OpenVote(Guid.CreateVersion7(), item.Id, mode))).Id;
        await Cast(vote, index => index < inFavour ? "+" : "-");
        await Laptop.Done(Home.Chair, new CloseVote(Guid.CreateVersion7(), vote));
        return vote;
    }

    public async Task Cast(Guid vote, Func<int, string> marks)
    {
        var ids = await Laptop.Look(db => db.Set<VoteMember>().Where(row => row.VoteId == vote && row.Standing == Standing.MayVote).Select(row => row.PersonId).ToListAsync());
        foreach (var (person, index) in Home.Members.Where(person => ids.Contains(person.Id)).Select((person, index) => (person, index)))
        {
            await Laptop.Done(person, new CastBallot(Guid.CreateVersion7(), vote, marks(index)));
        }
    }

    /// <summary>The whole session: one adopted, one adopted with an amendment, one returned, an election; minutes signed by both; sealed.</summary>
    public async Task<IReadOnlyList<Guid>> Hold()
    {
        await Open(present: 20);
        var items = new List<AgendaItem>();
        foreach (var draft in Home.Drafts)
        {
            items.Add(await Laptop.Look(db => db.Set<AgendaItem>().AsNoTracking().SingleAsync(row => row.DraftId == draft)));
        }

        var votes = new List<Guid> { await Vote(items[0], inFavour: 18) };
        votes.Add(await Amended(items[1]));
        votes.Add(await Vote(items[2], inFavour: 12));
        await Laptop.Done(Home.Chair, new DecideItem(Guid.CreateVersion7(), items[2].Id, ItemDecision.Returned, "Chưa rõ nguồn vốn"));
        var election = (await Laptop.Done(Home.Office, new OpenVote(Guid.CreateVersion7(), Election, VoteMode.SecretDevices, VoteSubject.Election, "Bầu bổ sung", Options: ["Lò Thị A", "Vàng Văn B"], Seats: 1))).Id;
        await Cast(election, index => index % 5 == 0 ? "-+" : "+-");
        await Laptop.Done(Home.Chair, new CloseVote(Guid.CreateVersion7(), election));
        votes.Add(election);
        await Laptop.Done(Home.Chair, new DecideItem(Guid.CreateVersion7(), Election, ItemDecision.Noted, ""));
        await Laptop.Done(Home.Chair, new CloseConference(Guid.CreateVersion7(), Home.Conference));
        foreach (var person in (Person[])[Home.Office, Home.Chair])
        {
            var hash = (await Laptop.Ask(person, new ReadConference(Home.Conference)))!.MinutesHash;
            await Laptop.Done(person, new SignMinutes(Guid.CreateVersion7(), Home.Conference, hash));
        }

        await Laptop.Done(Home.Office, new SealSession(Guid.CreateVersion7(), Home.Conference));
        return votes;
    }

    private async Task<Guid> Amended(AgendaItem item)
    {
        var text = CanonicalText.Read(await Laptop.Look(db => db.Set<DraftVersion>().Where(row => row.Id == item.VersionId).Select(row => row.Canonical).SingleAsync()));
        var clause = text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 90);
        await Laptop.Done(Home.Members[3], new MoveAmendment(Guid.CreateVersion7(), item.Id, clause.Id, clause.Text[..40], "Câu chữ mới", "Cho rõ"));
        var amendment = await Laptop.Look(db => db.Set<Amendment>().Select(row => row.Id).SingleAsync());
        await Laptop.Done(Home.Chair, new DecideAmendment(Guid.CreateVersion7(), amendment, TakeUp: true));
        var vote = await Vote(item, inFavour: 19);
        await Laptop.Done(Home.Office, new MakeFinalText(Guid.CreateVersion7(), item.Id));
        var hash = await Laptop.Look(db => db.Set<Draft>().Where(row => row.Id == item.DraftId).Select(row => row.CurrentHash).SingleAsync());
        await Laptop.Done(Home.Chair, new ConfirmFinalText(Guid.CreateVersion7(), item.Id, hash));
        return vote;
    }

    /// <summary>Every table of home, row by row, as the database holds it; of the log only its length, which a refused act does not change either.</summary>
    public Task<IReadOnlyDictionary<string, string>> Tables() => Home.World.First.Look(async db =>
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) FROM \"{table}\" t";
            all[table] = (string)(await command.ExecuteScalarAsync())!;
        }

        return (IReadOnlyDictionary<string, string>)all;
    });

    public async ValueTask DisposeAsync()
    {
        await Laptop.DisposeAsync();
        await Home.DisposeAsync();
    }
}
