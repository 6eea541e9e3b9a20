using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage.PostgreSql;
using Xunit;

namespace Workflow.Integration.Tests.Storage;

/// <summary>
/// Acts that share a flush: nobody is answered before the disk has the act, whoever asks again neither, and what was answered is there after the server was killed.
/// </summary>
public sealed class SharedFlushTests(LazyCluster server) : IClassFixture<LazyCluster>
{
    private const int Many = 2 * SharedFlush.Few;
    private static readonly TimeSpan AWhile = TimeSpan.FromMilliseconds(700);

    [Fact]
    public async Task Nobody_is_answered_before_the_disk_has_the_act()
    {
        await using var world = await RuntimeWorld.Open(server.Connection);
        var line = await Line(world);
        var before = await Cases();
        using var stopped = Stopped.Process(line);
        var acts = await Begin(world);
        var answers = acts.Select(act => Task.Run(() => act.Save())).ToList();
        await Eventually(async () => await Cases() == before + Many);
        await Task.Delay(AWhile);
        Assert.DoesNotContain(answers, answer => answer.IsCompleted);
        stopped.Dispose();
        Assert.Equal(Many, (await Task.WhenAll(answers)).Distinct().Count());
        Assert.Null(await world.FirstBadEntry());
        await End(acts);
    }

    [Fact]
    public async Task Who_sends_again_is_answered_no_sooner()
    {
        await using var others = Others.Begin(server.Demo);
        using var stopped = Stopped.Process(await DemoLine());
        var id = Guid.CreateVersion7();
        var first = Task.Run(() => Stage(id));
        await Eventually(() => server.Demo.Look(db => db.Set<CommandRecord>().AnyAsync(record => record.CommandId == id)));
        var again = Task.Run(() => Stage(id));
        await Task.Delay(AWhile);
        Assert.False(first.IsCompleted || again.IsCompleted);
        stopped.Dispose();
        Assert.Equal((await first).Receipt, (await again).Receipt);
        Assert.Equal((await first).Id, (await again).Id);
    }

    [Fact]
    public async Task A_person_whose_flush_was_lost_is_told_what_became_of_the_act()
    {
        await using var others = Others.Begin(server.Demo);
        var line = await DemoLine();
        using var stopped = Stopped.Process(line);
        var id = Guid.CreateVersion7();
        var sent = Task.Run(() => Stage(id));
        await Eventually(() => server.Demo.Look(db => db.Set<CommandRecord>().AnyAsync(record => record.CommandId == id)));
        await server.Ask($"SELECT pg_terminate_backend({line})");
        stopped.Dispose();
        var answer = await sent;
        Assert.Null(answer.Refusal);
        Assert.Equal(answer.Receipt, await server.Demo.Look(db => db.Set<CommandRecord>().Where(record => record.CommandId == id).Select(record => record.Receipt).SingleAsync()));
    }

    [Fact]
    public async Task What_was_answered_is_there_after_the_server_was_killed()
    {
        for (var round = 1; round <= 4; round++)
        {
            long[] places;
            int before;
            await using (var world = await RuntimeWorld.Open(server.Connection))
            {
                await Line(world);
                before = await Cases();
                var flushes = world.Get<SharedFlush>().Flushes;
                var acts = await Begin(world);
                places = await Task.WhenAll(acts.Select(act => Task.Run(() => act.Save())));
                server.Kill();
                Assert.InRange(world.Get<SharedFlush>().Flushes - flushes, 1, Many - 1);
                await End(acts);
            }

            server.StartAgain();
            await using var after = await RuntimeWorld.Open(server.Connection);
            Assert.Equal(before + Many, await Cases());
            Assert.Equal(Many, await after.Look(db => db.Set<AuditEntry>().CountAsync(entry => places.Contains(entry.Position))));
            Assert.Null(await after.FirstBadEntry());
        }
    }

    [Fact]
    public async Task Who_waits_on_a_lost_process_is_not_told_that_all_is_well()
    {
        await using var world = await RuntimeWorld.Open(server.Connection);
        var line = await Line(world);
        using var stopped = Stopped.Process(line);
        var acts = await Begin(world);
        var before = await Cases();
        var answers = acts.Select(act => Record.ExceptionAsync(() => Task.Run(() => act.Save()))).ToList();
        await Eventually(async () => await Cases() == before + Many);
        await server.Ask($"SELECT pg_terminate_backend({line})");
        stopped.Dispose();
        Assert.All(await Task.WhenAll(answers), error => Assert.IsType<FlushLostException>(error));
        await End(acts);

        // The next ones flush for themselves, and soon there is a process to share again.
        acts = await Begin(world);
        Assert.Equal(Many, (await Task.WhenAll(acts.Select(act => Task.Run(() => act.Save())))).Distinct().Count());
        await End(acts);
        Assert.NotEqual(line, await Line(world));
        Assert.Null(await world.FirstBadEntry());
    }

    [Fact]
    public async Task Work_of_the_machine_whose_flush_was_lost_stays_done()
    {
        await using var world = await RuntimeWorld.Open(server.Connection, null, new Machine());
        var line = await Line(world);
        await world.Start("machines");
        var others = Enumerable.Range(0, Many).Select(_ => world.Begin()).ToList();
        others.ForEach(other => other.Db.BeginAct());
        using var stopped = Stopped.Process(line);
        var running = Task.Run(() => world.Get<OutboxProcessor>().RunDue(default));
        await Eventually(async () => await Done() > 0);
        await server.Ask($"SELECT pg_terminate_backend({line})");
        stopped.Dispose();
        await running;
        await world.Get<OutboxProcessor>().RunDue(default);
        Assert.Equal(2, await Done());
        Assert.All(await world.Look(db => db.Set<OutboxMessage>().Where(message => message.ActivityKey == "machine").ToListAsync()), message => Assert.Equal(("", null), (message.LastError, message.FailedAt)));
        await End(others);

        Task<int> Done() => world.Look(db => db.Set<OutboxMessage>().CountAsync(message => message.ActivityKey == "machine" && message.DoneAt != null));
    }

    [Fact]
    public async Task Whoever_may_not_flush_for_others_flushes_for_itself()
    {
        await server.Ask("DROP ROLE IF EXISTS plain; CREATE ROLE plain LOGIN PASSWORD 'plain'; GRANT ALL ON ALL TABLES IN SCHEMA public TO plain");
        var plain = new NpgsqlConnectionStringBuilder(server.Connection) { Username = "plain", Password = "plain" };
        await using (var allowed = await RuntimeWorld.Open(plain.ConnectionString))
        {
            // As servers are set up, every account may.
            await Line(allowed);
            Assert.NotEqual(0, allowed.Get<SharedFlush>().Flushes);
        }

        await server.Ask("REVOKE EXECUTE ON FUNCTION pg_logical_emit_message(boolean, text, text) FROM PUBLIC");
        try
        {
            await using var world = await RuntimeWorld.Open(plain.ConnectionString);
            var before = await Cases();
            for (var round = 1; round <= 2; round++)
            {
                var acts = await Begin(world);
                await Task.WhenAll(acts.Select(act => Task.Run(() => act.Save())));
                await End(acts);
            }

            Assert.Equal(before + (2 * Many), await Cases());
            Assert.Equal(0, world.Get<SharedFlush>().Flushes);
            await world.Look(async db =>
            {
                await db.EverythingOnDisk(default);
                return true;
            });
        }
        finally
        {
            await server.Ask("GRANT EXECUTE ON FUNCTION pg_logical_emit_message(boolean, text, text) TO PUBLIC; DROP OWNED BY plain; DROP ROLE plain");
        }
    }

    [Fact]
    public async Task Few_acts_flush_for_themselves()
    {
        await using var world = await RuntimeWorld.Open(server.Connection);
        await Line(world);
        var flushes = world.Get<SharedFlush>().Flushes;
        var acts = await Begin(world, SharedFlush.Few);
        await Task.WhenAll(acts.Select(act => Task.Run(() => act.Save())));
        await End(acts);
        Assert.Equal(flushes, world.Get<SharedFlush>().Flushes);
    }

    // As many acts as it takes, each at the point before its save.
    private static async Task<List<RuntimeWorld.Work>> Begin(RuntimeWorld world, int acts = Many)
    {
        var begun = new List<RuntimeWorld.Work>();
        for (var n = 0; n < acts; n++)
        {
            var work = world.Begin();
            await work.Runner.Start("task", world.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
            begun.Add(work);
        }

        return begun;
    }

    private static async Task End(List<RuntimeWorld.Work> acts)
    {
        foreach (var act in acts)
        {
            await act.DisposeAsync();
        }
    }

    // The server's process that flushes for this host; the first of many acts has it opened.
    private async Task<int> Line(RuntimeWorld world)
    {
        var before = (await Lines()).ToHashSet();
        var fresh = 0;
        await Eventually(async () =>
        {
            var acts = await Begin(world);
            await Task.WhenAll(acts.Select(act => Task.Run(() => act.Save())));
            await End(acts);
            fresh = (await Lines()).FirstOrDefault(one => !before.Contains(one), (await Lines()).LastOrDefault());
            return fresh > 0 && world.Get<SharedFlush>().Flushes > 0;
        });
        return fresh;
    }

    // That of the host that people work in. What earlier tests had is gone first.
    private async Task<int> DemoLine()
    {
        await server.Ask("SELECT count(pg_terminate_backend(pid))::int FROM pg_stat_activity WHERE application_name = 'workflow flush'");
        await Eventually(async () => (await Lines()).Count == 0);

        // An act notices that its line is gone; open for the server is not yet open for acts.
        await Eventually(async () => (await Stage(Guid.CreateVersion7())).Refusal is null && await server.Demo.Look(db => Task.FromResult(db.ShareFlush() is not null)) && (await Lines()).Count > 0);
        return Assert.Single(await Lines());
    }

    private Task<Answer> Stage(Guid id) => server.Demo.Act(server.Demo.People["soanthao"], new StageUpload(id, null, "", "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", server.Sample));

    private Task<List<int>> Lines() => server.Ask("SELECT pid FROM pg_stat_activity WHERE application_name = 'workflow flush' ORDER BY backend_start");

    private async Task<int> Cases() => Assert.Single(await server.Ask("""SELECT count(*)::int FROM "ProcessInstance" """));

    private sealed class Machine : IActivity
    {
        public string Key => "machine";

        public IReadOnlyList<string> Outcomes { get; } = ["done"];

        public Task<ActivityResult> Run(ActivityRun run, CancellationToken ct) => Task.FromResult(ActivityResult.Done("Đã làm."));
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            Assert.True(tries < 100, "waited in vain");
            await Task.Delay(50);
        }
    }
}
