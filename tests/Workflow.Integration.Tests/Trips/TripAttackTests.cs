using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflow.Activities.Conferences;
using Workflow.Activities.Trips;
using Workflow.Domain.Conferences;
using Workflow.Host.Commands;
using Xunit;

namespace Workflow.Integration.Tests.Trips;

/// <summary>Spoilt and forged packages, and connections that die while one is received: nothing of it is stored, and it is said why.</summary>
[Collection("cluster")]
public sealed class TripAttackTests(TestCluster cluster)
{
    [Fact]
    public async Task Nothing_of_a_spoilt_or_forged_result_is_stored()
    {
        await using var world = await Held(cluster);
        var (file, before) = (await world.Result(), await world.Tables());
        var seen = 0;
        foreach (var tampered in new TamperedPackages(file, await world.Package(), world.Laptop.Key).All())
        {
            var answer = await world.Receive(tampered.File, tampered.Fingerprint);
            Assert.True(tampered.Code == answer.Refusal?.Code, $"{tampered.How}: {answer.Refusal?.Code ?? "taken"} {answer.Refusal?.Text}");
            Assert.True(before.SequenceEqual(await world.Tables()), tampered.How);
            seen++;
        }

        Assert.True(seen >= 40, $"{seen} ways");
        Assert.Null((await world.Receive(file)).Refusal);
    }

    [Fact]
    public async Task A_package_out_that_was_spoilt_fills_nothing()
    {
        await using var world = await TripWorld.Create(cluster, drafts: 1);
        await world.Home.Done(world.Home.Office, new TakeSessionAlong(Guid.CreateVersion7(), world.Home.Conference));
        var file = await world.Package();
        Assert.Equal("package.untrusted", (await world.Laptop.Import(file, "")).Refusal?.Code);
        Assert.Equal("package.damaged", (await world.Laptop.Import(file[..(file.Length / 3)], world.HomeKey)).Refusal?.Code);
        using var home = new InstallationKey(new InstallationKeys());
        var opened = SessionPackage.Open(file, PackageKind.Out, world.HomeKey).Package!;
        byte[] Signed(Func<(string Name, byte[] Bytes), (string, byte[])> change) => SessionPackage.Write(opened.Manifest, [.. opened.Parts.Select(part => change((part.Key, part.Value)))], home);
        Assert.Equal("package.changed-since", (await world.Laptop.Import(Signed(part => part.Name == "Movement.json" ? (part.Name, "[ ]"u8.ToArray()) : part), home.Fingerprint)).Refusal?.Code);
        Assert.Equal("package.rows", (await world.Laptop.Import(Signed(part => part.Name == "Person.json" ? (part.Name, "{}"u8.ToArray()) : part), home.Fingerprint)).Refusal?.Code);
        Assert.Equal("package.foreign-rows", (await world.Laptop.Import(Signed(part => part.Name == "Organization.json" ? (part.Name, "[]"u8.ToArray()) : part), home.Fingerprint)).Refusal?.Code);
        var now = world.Home.World.Clock.Now;
        world.Home.World.Clock.Now = now.AddDays(-1);
        Assert.Equal("import.clock", (await world.Laptop.Import(file, world.HomeKey)).Refusal?.Code);
        world.Home.World.Clock.Now = now;
        Assert.Equal(0, await world.Laptop.Look(db => db.Set<Conference>().IgnoreQueryFilters().CountAsync()));
        Assert.Null((await world.Laptop.Import(file, world.HomeKey)).Refusal);
    }

    [Fact]
    public async Task A_connection_that_dies_before_any_write_of_the_union_leaves_nothing_of_it()
    {
        await using var world = await Held(cluster);
        var (file, before) = (await world.Result(), await world.Tables());
        var database = await world.Home.World.First.Look(db => Task.FromResult(db.Database.GetDbConnection().Database));
        var dying = new DyingConnection(cluster.Cluster.ConnectionString("postgres"));
        await using var host = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database, services => services.AddSingleton<IInterceptor>(dying).AddSingleton<TimeProvider>(world.Home.World.Clock));
        host.HasMachine = false;
        before = await world.Tables();
        var deaths = 0;
        for (; ; deaths++)
        {
            dying.After(deaths);
            try
            {
                Assert.Null((await host.Send(world.Home.Office, new ReceiveResult(Guid.CreateVersion7(), world.Home.Conference, file, world.Laptop.Fingerprint))).Refusal);
                break;
            }
            catch (Exception error) when (error is DbException or DbUpdateException or InvalidOperationException)
            {
                Assert.True(before.SequenceEqual(await world.Tables()), $"something is left after {deaths} writes");
                Assert.True(deaths < 100, "it never ends");
            }
        }

        Assert.True(deaths >= 3, $"only {deaths} deaths");
        Assert.Contains("từ trước", (await world.Receive(file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_that_began_before_the_session_left_and_waited_for_it_is_refused_too()
    {
        await using var world = await TripWorld.Create(cluster, drafts: 1);
        var (home, database) = (world.Home, await world.Home.World.First.Look(db => Task.FromResult(db.Database.GetDbConnection().Database)));
        var meanwhile = new BeforeItHolds(() => home.Done(home.Office, new TakeSessionAlong(Guid.CreateVersion7(), home.Conference)));
        await using var host = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database, services => services.AddSingleton<IInterceptor>(meanwhile).AddSingleton<TimeProvider>(home.World.Clock));
        meanwhile.IsArmed = true;
        var answer = await host.Send(home.Office, new InviteGuest(Guid.CreateVersion7(), home.Conference, "Khách đến sau"));
        Assert.Equal("trip.away", answer.Refusal?.Code);
        Assert.False(meanwhile.IsArmed);
        Assert.Null((await world.Laptop.Import(await world.Package(), world.HomeKey)).Refusal);
    }

    private static async Task<TripWorld> Held(TestCluster cluster)
    {
        var world = await TripWorld.Away(cluster, drafts: 1);
        await world.Open(present: 20);
        await world.Vote(await world.Laptop.Look(db => db.Set<AgendaItem>().AsNoTracking().SingleAsync(row => row.DraftId != null)), inFavour: 18);
        await world.Laptop.Done(world.Home.Chair, new DecideItem(Guid.CreateVersion7(), world.Election, ItemDecision.Postponed, "Chưa đủ nhân sự"));
        await world.Laptop.Done(world.Home.Chair, new CloseConference(Guid.CreateVersion7(), world.Home.Conference));
        await world.Laptop.Done(world.Home.Office, new SealSession(Guid.CreateVersion7(), world.Home.Conference));
        return world;
    }

    /// <summary>Ends its own connection from outside before a statement that writes, as a power cut does: so many are let through.</summary>
    private sealed class DyingConnection(string other) : DbCommandInterceptor
    {
        private int left = int.MaxValue;

        public void After(int writes) => left = writes;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await Perhaps(command);
            return result;
        }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            await Perhaps(command);
            return result;
        }

        private async Task Perhaps(DbCommand command)
        {
            var writes = command.CommandText.Contains("INSERT", StringComparison.Ordinal) || command.CommandText.Contains("UPDATE", StringComparison.Ordinal) || command.CommandText.Contains("DELETE", StringComparison.Ordinal);
            if (!writes || left-- != 0)
            {
                return;
            }

            await using var connection = new NpgsqlConnection(other + ";Pooling=false");
            await connection.OpenAsync();
            await using var kill = new NpgsqlCommand($"SELECT pg_terminate_backend({((NpgsqlConnection)command.Connection!).ProcessID})", connection);
            await kill.ExecuteScalarAsync();
        }
    }

    /// <summary>Lets something happen after an act has looked at everything else and before it holds its session.</summary>
    private sealed class BeforeItHolds(Func<Task> happens) : DbCommandInterceptor
    {
        public bool IsArmed { get; set; }

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (IsArmed && command.CommandText.StartsWith("UPDATE \"Conference\"", StringComparison.Ordinal))
            {
                IsArmed = false;
                await happens();
            }

            return result;
        }
    }
}
