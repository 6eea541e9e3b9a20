using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests.Engine;

/// <summary>Messages reach one, signals all, and each once.</summary>
[Collection("cluster")]
public sealed class TellingTests(TestCluster cluster)
{
    [Fact]
    public async Task A_message_that_came_too_early_is_kept_and_given_once()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        Assert.Null(await Publish(world, "paper", "7"));
        await world.Start("receiver", """{"number":"8"}""");
        Assert.Equal("", await world.Open());
        await world.Start("receiver", """{"number":"7"}""");
        await world.Start("receiver", """{"number":"7"}""");
        Assert.Equal("read", await world.Open());
        Assert.Equal((0, 2), await world.Look(async db => (await db.Set<KeptMessage>().CountAsync(), await db.Set<ProcessSubscription>().CountAsync())));
        Assert.Null(await Publish(world, "paper", "7"));
        Assert.Equal("read read", await world.Open());
        await CallTests.JournalsHold(world);
    }

    [Fact]
    public async Task Two_who_wait_take_a_kept_message_once()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        Assert.Null(await Publish(world, "paper", "7"));
        await using var first = world.Begin();
        await using var second = world.Begin();
        foreach (var work in new[] { first, second })
        {
            await work.Runner.Start("receiver", world.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default, CaseVariables.FromJson("""{"number":"7"}"""));
        }

        await first.Save();
        Assert.True(Workflow.Runtime.Storage.Conflicts.IsConflict((await Record.ExceptionAsync(() => second.Save()))!));
        Assert.Equal("read", await world.Open());
    }

    [Fact]
    public async Task A_message_and_its_receiver_that_pass_each_other_are_brought_together_once()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        await using (var sender = world.Begin())
        await using (var receiver = world.Begin())
        {
            Assert.Null(await sender.Runner.Publish("paper", "7", null, world.Organization, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            await receiver.Runner.Start("receiver", world.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default, CaseVariables.FromJson("""{"number":"7"}"""));
            await sender.Save();
            await receiver.Save();
        }

        Assert.Equal("", await world.Open());
        Assert.Equal(1, await world.Get<KeptMessageSweep>().RunDue(default));
        Assert.Equal("read", await world.Open());
        world.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(0, await world.Get<KeptMessageSweep>().RunDue(default));
        Assert.Equal(0, await world.Look(db => db.Set<KeptMessage>().CountAsync()));
        await CallTests.JournalsHold(world);
    }

    [Fact]
    public async Task A_kept_message_grows_old()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        Assert.Null(await Publish(world, "paper", "7", TimeSpan.FromHours(1)));
        Assert.Equal("process.nobody-waits", (await Publish(world, "paper", "7", TimeSpan.Zero))!.Code);
        world.Time.Now += TimeSpan.FromHours(2);
        await world.Start("receiver", """{"number":"7"}""");
        Assert.Equal(0, await world.Get<KeptMessageSweep>().RunDue(default));
        Assert.Equal("", await world.Open());
        Assert.Equal(0, await world.Look(db => db.Set<KeptMessage>().CountAsync()));
    }

    [Fact]
    public async Task A_message_that_two_wait_for_is_an_error_and_nobody_has_it()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        await world.Start("receiver", """{"number":"7"}""");
        await world.Start("receiver", """{"number":"7"}""");
        Assert.Equal("engine.several-receivers", (await Assert.ThrowsAsync<ExecutionException>(() => Publish(world, "paper", "7"))).Code);
        Assert.Equal("", await world.Open());

        // Chosen by hand, it goes to one of them.
        await using (var work = world.Begin())
        {
            var one = await work.Db.Set<ProcessSubscription>().OrderBy(row => row.Id).FirstAsync();
            Assert.Null(await work.Runner.Deliver(one.Id, null, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            await work.Save();
        }

        Assert.Equal("read", await world.Open());
        Assert.Null(await Publish(world, "paper", "7"));
        Assert.Equal("read read", await world.Open());
    }

    [Fact]
    public async Task A_signal_reaches_every_case_that_waits()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        await world.Start("stoppable", "");
        await world.Start("stoppable", "");
        await world.Start("receiver", """{"number":"7"}""");
        await using (var work = world.Begin())
        {
            Assert.Equal(2, await work.Runner.Signal("stop", null, world.Organization, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            await work.Save();
        }

        Assert.Equal("Completed Completed -", await world.Ends());
        Assert.Equal("", await world.Open());
        Assert.Equal(1, await world.Look(db => db.Set<ProcessSubscription>().CountAsync()));
        await CallTests.JournalsHold(world);
    }

    [Fact]
    public async Task A_message_starts_the_process_that_begins_with_it()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Listeners);
        Assert.Null(await Publish(world, "order", ""));
        Assert.Equal("do", await world.Open());

        // The same file again: still one process begins with it.
        await world.Deploy(Drawn.Listeners);
        Assert.Null(await Publish(world, "order", ""));
        Assert.Equal("do do", await world.Open());
        await CallTests.JournalsHold(world);
    }

    [Fact]
    public async Task What_goes_round_without_end_is_a_clear_error()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Endless);
        await using (var work = world.Begin())
        {
            var error = await Assert.ThrowsAsync<ExecutionException>(() => work.Runner.Signal("again", null, world.Organization, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            Assert.Equal("engine.too-many-cases", error.Code);
        }

        Assert.Equal("", await world.Ends());
    }

    [Fact]
    public async Task A_time_starts_cases_once_over_two_hosts_and_no_oftener_than_it_should()
    {
        var database = await cluster.Copy();
        await using var world = await RuntimeWorld.Open(cluster, database);
        await using var other = await RuntimeWorld.Open(cluster, database);
        await world.Deploy(Drawn.Weekly);
        Assert.Equal(0, await world.Get<TimerProcessor>().FireDue(default));
        for (var week = 1; week <= 3; week++)
        {
            other.Time.Now = world.Time.Now += TimeSpan.FromDays(7);
            var fired = await Task.WhenAll(world.Get<TimerProcessor>().FireDue(default), other.Get<TimerProcessor>().FireDue(default));
            Assert.Equal(week <= 2 ? 1 : 0, fired.Sum());
        }

        Assert.Equal("u u", await world.Open());
        Assert.Equal(0, await world.Look(db => db.Set<StartPoint>().CountAsync()));
        await CallTests.JournalsHold(world);
    }

    private static async Task<Workflow.Domain.Refusal?> Publish(RuntimeWorld world, string name, string key, TimeSpan? keepFor = null)
    {
        await using var work = world.Begin();
        var refusal = await work.Runner.Publish(name, key, null, world.Organization, RuntimeWorld.Actor, world.Time.GetUtcNow(), default, keepFor: keepFor);
        await work.Save();
        return refusal;
    }
}
