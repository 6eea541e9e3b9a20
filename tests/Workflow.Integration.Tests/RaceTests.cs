using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Organizations;
using Workflow.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>Two who act on one case at once: one comes first, the other is told, and nothing is half done.</summary>
[Collection("cluster")]
public sealed class RaceTests(TestCluster cluster)
{
    [Fact]
    public async Task Two_complete_the_same_task()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        var subject = await world.Start("task");
        await using var first = world.Begin();
        await using var second = world.Begin();
        Assert.Null(await first.Complete(subject));
        Assert.Null(await second.Complete(subject));
        await second.Save();
        Assert.True(Conflicts.IsConflict((await Record.ExceptionAsync(() => first.Save()))!));
        await using var again = world.Begin();
        Assert.Equal("process.not-waiting", (await again.Complete(subject))!.Code);
        await Ended(world, subject, EndKind.Completed, journal: 2);
    }

    [Fact]
    public async Task A_person_completes_while_the_deadline_fires()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        var subject = await world.Start("deadline");
        world.Time.Now += TimeSpan.FromHours(2);
        await using var person = world.Begin();
        Assert.Null(await person.Complete(subject));
        Assert.Equal(1, await world.Get<TimerProcessor>().FireDue(default));
        Assert.True(Conflicts.IsConflict((await Record.ExceptionAsync(() => person.Save()))!));
        await using var again = world.Begin();
        Assert.Equal("process.not-waiting", (await again.Complete(subject))!.Code);
        await Ended(world, subject, EndKind.Completed, journal: 2);
    }

    [Fact]
    public async Task The_deadline_fires_while_a_person_completes()
    {
        // The processor has read its timers; before it writes, the person is done.
        var database = await cluster.Copy();
        var meanwhile = new BeforeSave();
        await using var world = await RuntimeWorld.Open(cluster, database);
        await using var machine = await RuntimeWorld.Open(cluster, database, meanwhile);
        var subject = await world.Start("deadline");
        var other = await world.Start("deadline");
        machine.Time.Now = world.Time.Now += TimeSpan.FromHours(2);
        meanwhile.Once(async () =>
        {
            await using var person = world.Begin();
            Assert.Null(await person.Complete(subject));
            await person.Save();
        });
        // The other case's timer was in the same transaction and must not suffer.
        Assert.Equal(1, await machine.Get<TimerProcessor>().FireDue(default));
        Assert.Equal([TimerState.Fired, TimerState.Withdrawn], await world.Look(db => db.Set<ProcessTimer>().OrderBy(timer => timer.State).Select(timer => timer.State).ToListAsync()));
        await Ended(world, subject, EndKind.Completed, journal: 2);
        await Ended(world, other, EndKind.Completed, journal: 2);
    }

    [Fact]
    public async Task One_completes_while_another_cancels()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        foreach (var cancelFirst in new[] { true, false })
        {
            var subject = await world.Start("deadline");
            await using var completing = world.Begin();
            await using var cancelling = world.Begin();
            Assert.Null(await completing.Complete(subject));
            Assert.Null(await cancelling.Cancel(subject));
            var (winner, loser) = cancelFirst ? (cancelling, completing) : (completing, cancelling);
            await winner.Save();
            Assert.True(Conflicts.IsConflict((await Record.ExceptionAsync(() => loser.Save()))!));
            await Ended(world, subject, cancelFirst ? EndKind.Cancelled : EndKind.Completed, journal: 2);
        }
    }

    [Fact]
    public async Task Acts_of_one_organization_at_once_make_one_chain()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        var before = await world.Look(db => db.Set<AuditHead>().Select(head => head.Position).SingleAsync());
        var places = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(async () =>
        {
            await using var work = world.Begin();
            await work.Runner.Start("task", world.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
            return await work.Save($"Đồng ý 🙂 lần {n}; 'COMMIT' \\ {{0}} @text0 \u1e05");
        })));
        Assert.Equal(Enumerable.Range(1, 40).Select(n => before + n), places.Order());
        Assert.Null(await world.FirstBadEntry());
        Assert.Equal(40, await world.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Text.StartsWith("Đồng ý 🙂"))));
    }

    [Fact]
    public async Task Without_a_log_nothing_is_saved()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Look(db => db.Set<AuditHead>().ExecuteDeleteAsync());
        await using var work = world.Begin();
        var subject = Guid.CreateVersion7();
        await work.Runner.Start("task", world.Organization, subject, RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
        Assert.NotNull(await Record.ExceptionAsync(() => work.Save()));
        Assert.False(await world.Look(db => db.Set<ProcessInstance>().AnyAsync(one => one.SubjectId == subject)));
    }

    [Fact]
    public async Task A_context_from_the_pool_remembers_nobody()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Start("task");
        for (var turn = 0; turn < 20; turn++)
        {
            Assert.Equal(1, await world.Look(db => db.Set<ProcessInstance>().CountAsync()));
            await using var nobody = world.Nobody();
            var db = nobody.ServiceProvider.GetRequiredService<WorkflowDbContext>();
            Assert.Equal(0, await db.Set<ProcessInstance>().CountAsync());
            Assert.Equal(0, await db.Set<Person>().CountAsync());
            Assert.Empty(db.ChangeTracker.Entries());
        }
    }

    // The stored state is what the journal says, nothing is left open, and the log is whole.
    private static async Task Ended(RuntimeWorld world, Guid subject, EndKind kind, int journal)
    {
        var instance = await world.Look(db => db.Set<ProcessInstance>().SingleAsync(one => one.SubjectId == subject));
        Assert.Equal(kind, InstanceState.FromJson(instance.State).End);
        Assert.Equal(journal, await world.Look(db => db.Set<JournalEntry>().CountAsync(entry => entry.InstanceId == instance.Id)));
        Assert.False(await world.Look(db => db.Set<OpenTask>().AnyAsync(task => task.InstanceId == instance.Id && task.ClosedAt == null)));
        Assert.False(await world.Look(db => db.Set<ProcessTimer>().AnyAsync(timer => timer.InstanceId == instance.Id && timer.State == TimerState.Waiting)));
        Assert.Null(await world.FirstBadEntry());
    }
}
