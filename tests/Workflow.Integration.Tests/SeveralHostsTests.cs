using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>Several hosts on one database: each timer fires once, each message is run by one, and one case's work never beside itself.</summary>
[Collection("cluster")]
public sealed class SeveralHostsTests(TestCluster cluster)
{
    [Fact]
    public async Task Ten_thousand_timers_and_two_hosts_of_which_one_stops_midway_each_fires_once()
    {
        const int timers = 10_000;
        var database = await cluster.Copy();
        var meanwhile = new BeforeSave();
        await using var steady = await RuntimeWorld.Open(cluster, database);
        await using var dying = await RuntimeWorld.Open(cluster, database, meanwhile);
        foreach (var some in Enumerable.Range(0, timers).Chunk(500))
        {
            await using var work = steady.Begin();
            foreach (var _ in some)
            {
                await work.Runner.Start("wait", steady.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, steady.Time.GetUtcNow(), default);
            }

            await work.Save();
        }

        dying.Time.Now = steady.Time.Now += TimeSpan.FromHours(2);
        using var stop = new CancellationTokenSource();
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        meanwhile.Once(async () =>
        {
            // It holds leases and is about to write; from here the other runs, and this one never writes what it began.
            both.SetResult();
            await stop.CancelAsync();
        });
        var dead = Record.ExceptionAsync(() => dying.Get<TimerProcessor>().FireDue(stop.Token));
        await both.Task;
        var fired = await steady.Get<TimerProcessor>().FireDue(default);
        Assert.IsAssignableFrom<OperationCanceledException>(await dead);
        Assert.InRange(fired, 1, timers - 1);

        // What the dead one had claimed waits for its lease to run out, and no longer.
        var left = await steady.Look(db => db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Waiting));
        Assert.Equal(0, await steady.Get<TimerProcessor>().FireDue(default));
        steady.Time.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(left, await steady.Get<TimerProcessor>().FireDue(default));
        Assert.Equal(timers, await steady.Look(db => db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Fired)));
        Assert.Equal(timers, await steady.Look(db => db.Set<OpenTask>().CountAsync()));
        Assert.Equal(2 * timers, await steady.Look(db => db.Set<JournalEntry>().CountAsync()));
        Assert.Equal(timers, await steady.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "timer")));
        Assert.Null(await steady.FirstBadEntry());
    }

    [Fact]
    public async Task Two_hosts_share_the_outbox_and_one_case_is_never_worked_on_twice_at_once()
    {
        const int cases = 12;
        var database = await cluster.Copy();
        var machine = new Machine { Two = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        await using var first = await RuntimeWorld.Open(cluster, database, null, machine);
        await using var second = await RuntimeWorld.Open(cluster, database, null, machine);
        for (var one = 0; one < cases; one++)
        {
            await first.Start("machines");
        }

        var done = await Task.WhenAll(first.Get<OutboxProcessor>().RunDue(default), second.Get<OutboxProcessor>().RunDue(default));
        // A host may find nothing free while the other still holds a case; what is left is found at the next look.
        var rest = await first.Get<OutboxProcessor>().RunDue(default);
        Assert.Equal(2 * cases, done.Sum() + rest);
        Assert.Equal(2 * cases, machine.Runs);
        Assert.False(machine.Overlapped, "two activities of one case ran at once");
        Assert.True(machine.Two!.Task.IsCompletedSuccessfully, "cases were not worked on beside each other");
        Assert.True(await first.Look(db => db.Set<ProcessInstance>().AllAsync(instance => instance.EndedAt != null)));
        Assert.Null(await first.FirstBadEntry());
    }

    [Fact]
    public async Task A_case_that_one_host_works_on_is_left_alone_by_the_other()
    {
        var database = await cluster.Copy();
        var machine = new Machine { Hold = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        await using var first = await RuntimeWorld.Open(cluster, database, null, machine);
        await using var second = await RuntimeWorld.Open(cluster, database, null, new Machine());
        await first.Start("machines");
        var working = first.Get<OutboxProcessor>().RunDue(default);
        await machine.Begun.Task;
        Assert.Equal(0, await second.Get<OutboxProcessor>().RunDue(default));
        await second.Start("machines");
        Assert.Equal(2, await second.Get<OutboxProcessor>().RunDue(default));
        machine.Hold.SetResult();
        Assert.Equal(2, await working);
        Assert.Equal(2, machine.Runs);
    }

    private sealed class Machine : IActivity
    {
        private readonly ConcurrentDictionary<Guid, int> running = new();
        private int runs;
        private int now;

        public string Key => "machine";

        public IReadOnlyList<string> Outcomes { get; } = ["done"];

        public TaskCompletionSource? Hold { get; init; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Runs => runs;

        /// <summary>The first run waits until a second one is there; set, it shows that there was one.</summary>
        public TaskCompletionSource? Two { get; init; }

        public bool Overlapped { get; private set; }

        public async Task<ActivityResult> Run(ActivityRun run, CancellationToken ct)
        {
            Interlocked.Increment(ref runs);
            if (Interlocked.Increment(ref now) > 1)
            {
                Two?.TrySetResult();
            }

            Overlapped |= !running.TryAdd(run.SubjectId, 1);
            Begun.TrySetResult();
            await Task.Yield();
            if (Hold is not null)
            {
                await Hold.Task;
            }

            if (Two is not null)
            {
                await Task.WhenAny(Two.Task, Task.Delay(TimeSpan.FromSeconds(20), ct));
            }

            running.TryRemove(run.SubjectId, out _);
            Interlocked.Decrement(ref now);
            return ActivityResult.Done("xong");
        }
    }
}
