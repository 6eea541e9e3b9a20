using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Activities.Conferences;
using Workflow.Documents.Import;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Storage;

namespace Workflow.Bench;

/// <summary>
/// A session of 30 and of 300 members through HTTP, each with the page open and following: a vote opens, everyone answers within ten seconds.
/// From the tap to "đã ghi nhận" beside a bare commit of the same seconds; what open pages cost the host.
/// </summary>
internal static class ConferenceLoad
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private static Guid New => Guid.CreateVersion7();

    public static async Task Run(string name, byte[] file, PrivateCluster cluster, Meter meter, string folder)
    {
        var import = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!;
        Console.WriteLine();
        Console.WriteLine("A vote on devices, every member's page open and following, all answer at random moments of ten seconds");
        foreach (var members in new[] { 30, 300 })
        {
            foreach (var mode in new[] { VoteMode.Devices, VoteMode.SecretDevices })
            {
                var database = $"session{members}{(int)mode}";
                await using var world = await DemoWorld.Create(import, cluster, database);
                await using var host = await PageHost.Start(cluster.ConnectionString(database), Path.Combine(folder, database));
                await using var source = NpgsqlDataSource.Create(cluster.ConnectionString(database) + ";Max Auto Prepare=50;Auto Prepare Min Usages=2;No Reset On Close=true");
                await Hold(world, host, source, meter, members, mode);
            }
        }
    }

    private static async Task Hold(DemoWorld world, PageHost host, NpgsqlDataSource source, Meter meter, int members, VoteMode mode)
    {
        var (office, chair) = (world.People["vanphong"], world.People["bithu"]);
        await TestMembers.Fill(world, members);
        var roll = await world.Look(db => db.Set<Membership>().Where(row => db.Set<Body>().Any(body => body.Id == row.BodyId && body.Kind == BodyKind.ExecutiveCommittee)).Select(row => row.PersonId).ToListAsync());
        var session = await Done(world, office, new CallConference(New, BodyKind.ExecutiveCommittee, VietnamTime.DayOf(TimeProvider.System.GetUtcNow()), new TimeOnly(8, 0), "Hội trường", chair.Id, office.Id, []));
        await Done(world, office, new AddAgendaItem(New, session, AgendaKind.Report, "Thông qua chương trình công tác"));
        foreach (var some in roll.Chunk(100))
        {
            await Done(world, office, new RecordAttendance(New, session, [.. some.Select(person => new PresenceEntry(person, Presence.Present, ""))], ""));
        }

        await Done(world, chair, new OpenConference(New, session));
        var accounts = await world.Look(db => db.Set<Account>().Where(account => roll.Contains(account.PersonId)).Select(account => account.UserName!).OrderBy(account => account).ToListAsync());
        var phones = new Phone[accounts.Count];
        await Parallel.ForAsync(0, phones.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (n, _) => phones[n] = new Phone(await host.SignIn(accounts[n], n), session));
        // A first vote that is not measured: what the runtime compiles while it is first used is no part of a session.
        await Open(world, session, mode);
        await Task.WhenAll(phones.Select(phone => phone.Read()));
        await Parallel.ForEachAsync(phones, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (phone, _) => await phone.Tap("+"));
        // Through the host: the key of a secret vote lies with it.
        await phones[accounts.IndexOf("bithu")].CloseVote();
        await Settle(host, meter);
        var memory = host.Memory();
        await Task.WhenAll(phones.Select(phone => phone.Follow()));
        var opened = host.Memory();
        await Settle(host, meter);
        var idle = await Used(host, meter, () => Task.Delay(Quiet));
        var drawn = await Used(host, meter, () => Task.WhenAll(phones.Select(phone => phone.Read())));
        Console.WriteLine($"  {phones.Length} pages open: {(opened - memory) / 1024 / phones.Length:0} KB of the host's memory each, {idle.Host / Quiet.TotalSeconds:0.0} + {idle.Server / Quiet.TotalSeconds:0.0} ms of CPU a second (host + database) while nothing happens; a page is {phones[0].Bytes / 1024} KB and takes {drawn.Host / phones.Length:0.0} + {drawn.Server / phones.Length:0.0} ms of CPU");
        var watch = Stopwatch.StartNew();
        await Open(world, session, mode);
        var random = new Random(members);
        using var stop = new CancellationTokenSource();
        var bare = Bare(source, stop.Token);
        var latencies = new double[phones.Length];
        var told = new double[phones.Length];
        var used = await Used(host, meter, () => Task.WhenAll(phones.Select((phone, n) => (phone, n, at: Within * random.NextDouble())).ToList().Select(async one =>
        {
            await one.phone.Changed.WaitAsync(Within);
            told[one.n] = watch.Elapsed.TotalMilliseconds;
            var rest = one.at - watch.Elapsed;
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
            latencies[one.n] = await one.phone.Tap(one.n % 3 == 0 ? "-" : "+");
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        await stop.CancelAsync();
        var commits = await bare;
        var vote = await Running(world, session);
        var (ballots, flags) = await world.Look(async db => (
            mode == VoteMode.Devices ? await db.Set<Ballot>().CountAsync(row => row.VoteId == vote) : await db.Set<SealedBallot>().CountAsync(row => row.VoteId == vote),
            await db.Set<VoteMember>().CountAsync(row => row.VoteId == vote && row.HasVoted)));
        Array.Sort(latencies);
        Array.Sort(told);
        var p95 = latencies[(int)(latencies.Length * 0.95)];
        Console.WriteLine($"  {phones.Length} members, {(mode == VoteMode.Devices ? "open" : "secret"),-6}: {ballots} ballots, {flags} on the roll, in {seconds:0.0} s; every page showed the vote after {told[^1]:0} ms (median {told[told.Length / 2]:0}); tap to “đã ghi nhận” median {latencies[latencies.Length / 2]:0} ms, p95 {p95:0} ms, slowest {latencies[^1]:0} ms; a bare commit meanwhile {commits.Median:0.00} ms (p95 {commits.P95:0.00}), ratio of the p95 to it {p95 / commits.Median:0}; CPU of host and database {used.Host / 1000:0.0} + {used.Server / 1000:0.0} s");
        foreach (var phone in phones)
        {
            phone.Dispose();
        }

        if (ballots != phones.Length || flags != phones.Length)
        {
            throw new InvalidOperationException("a ballot was lost or doubled");
        }
    }

    // Until the host does the same from one second to the next: what it compiles in the background has an end.
    private static async Task Settle(PageHost host, Meter meter)
    {
        var before = double.MaxValue;
        for (var tries = 0; tries < 40; tries++)
        {
            var (now, _) = await Used(host, meter, () => Task.Delay(1_000));
            if (now < 30 || Math.Abs(now - before) < now / 20)
            {
                return;
            }

            before = now;
        }
    }

    private static async Task Open(DemoWorld world, Guid session, VoteMode mode)
    {
        var item = await world.Look(db => db.Set<AgendaItem>().Where(row => row.ConferenceId == session).Select(row => row.Id).SingleAsync());
        await Done(world, world.People["bithu"], new OpenVote(New, item, mode, VoteSubject.Motion, "Thông qua chương trình công tác"));
    }

    private static Task<Guid> Running(DemoWorld world, Guid session) => world.Look(db => db.Set<Vote>().Where(row => row.ConferenceId == session && row.ClosedAt == null).Select(row => row.Id).SingleAsync());

    private static async Task<(double Host, double Server)> Used(PageHost host, Meter meter, Func<Task> work)
    {
        var (before, server) = (host.Cpu(), meter.Cpu().Server);
        await work();
        return (host.Cpu() - before, meter.Cpu().Server - server);
    }

    // A row and its commit, every 20 ms, on a connection of its own.
    private static async Task<(double Median, double P95)> Bare(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(CancellationToken.None);
        await using (var create = new NpgsqlCommand("CREATE TABLE bench_bare (id uuid PRIMARY KEY)", connection))
        {
            await create.ExecuteNonQueryAsync(CancellationToken.None);
        }

        var latencies = new List<double>();
        while (!ct.IsCancellationRequested)
        {
            var from = Stopwatch.GetTimestamp();
            await using var insert = new NpgsqlCommand("INSERT INTO bench_bare VALUES ($1)", connection) { Parameters = { new() { Value = New } } };
            await insert.ExecuteNonQueryAsync(CancellationToken.None);
            latencies.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            await Task.Delay(20, CancellationToken.None);
        }

        latencies.Sort();
        return (latencies[latencies.Count / 2], latencies[(int)(latencies.Count * 0.95)]);
    }

    private static async Task<Guid> Done(DemoWorld world, Person person, Activities.Pipeline.ICommand command)
    {
        var answer = await world.Send(person, command);
        return answer.Refusal is null ? answer.Id : throw new InvalidOperationException($"{command.GetType().Name}: {answer.Refusal.Text}");
    }
}
