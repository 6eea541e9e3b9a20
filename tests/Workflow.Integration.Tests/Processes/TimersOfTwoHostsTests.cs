using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workflow.Integration.Tests.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Processes;

/// <summary>Two hosts as users run them fire what is due; one is killed with SIGKILL in the midst of it.</summary>
[Collection("another cluster")]
public sealed class TimersOfTwoHostsTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int Once = 9_000;
    private const int Cycles = 1_000;
    private const int All = Once + Cycles;

    // A case that waits for an hour, and one that is told every hour that it still waits.
    private static readonly string Alarms = Drawn.File(
        """
        <process id="alarm" isExecutable="true">
          <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
          <intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent><sequenceFlow id="f1" sourceRef="t" targetRef="e"/><endEvent id="e"/>
        </process>
        <process id="cycle" isExecutable="true">
          <startEvent id="cs"/><sequenceFlow id="c0" sourceRef="cs" targetRef="wait"/><receiveTask id="wait"/><sequenceFlow id="c1" sourceRef="wait" targetRef="ce"/><endEvent id="ce"/>
          <boundaryEvent id="every" attachedToRef="wait" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
          <sequenceFlow id="c2" sourceRef="every" targetRef="told"/><endEvent id="told"/>
        </process>
        """);

    [Fact]
    public async Task Ten_thousand_due_timers_and_two_hosts_of_which_one_is_killed_midway_each_fires_once()
    {
        var database = await cluster.Copy();
        await using var world = await RuntimeWorld.Open(cluster, database);
        var now = TimeProvider.System.GetUtcNow();
        world.Time.Now = now.AddHours(-10.5);
        await Fill(world);
        var folder = Directory.CreateTempSubdirectory("workflow-timers-").FullName;
        var settings = new Dictionary<string, string> { ["Leases__Timers"] = "00:00:04" };
        await using var dying = await HostProcess.Start(Path.Combine(folder, "a"), cluster.Cluster.ConnectionString(database), settings);
        await using (await HostProcess.Start(Path.Combine(folder, "b"), cluster.Cluster.ConnectionString(database), settings))
        {
            // Both are there; now everything falls due at once.
            await world.Look(db => db.Set<ProcessTimer>().ExecuteUpdateAsync(set => set.SetProperty(timer => timer.State, TimerState.Waiting)));
            var watch = Stopwatch.StartNew();
            var before = await Until(world, fired => fired > 1_000);
            await dying.Kill();
            var claimed = await world.Look(db => db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Waiting && timer.LeasedUntil != null));
            output.WriteLine($"killed after {before}; {claimed} were claimed and not fired then");
            Assert.InRange(before, 1_001, All - 1_000);
            await Until(world, fired => fired >= All);
            output.WriteLine($"all after {watch.Elapsed.TotalSeconds:0.0} s");

            // A round more of the host that lives: nothing fires again.
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        await world.Look(async db =>
        {
            Assert.Equal(Once, await db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Fired));
            Assert.Equal(Once, await db.Set<ProcessInstance>().CountAsync(row => row.End == CaseEnd.Completed));

            // Ten firings of each cycle were missed: one came, and the next is still to come.
            Assert.Equal(Cycles, await db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Waiting && timer.DueAt > now));
            Assert.Equal([2], await db.Set<JournalEntry>().GroupBy(row => row.InstanceId).Select(group => group.Count()).Distinct().ToListAsync());
            Assert.Equal(All, await db.Set<AuditEntry>().CountAsync(entry => entry.Act == "timer"));
            foreach (var some in (await db.Set<ProcessInstance>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync()).Where((_, at) => at % 100 == 0))
            {
                Assert.True((await new CaseReader(db, world.Get<DefinitionCatalog>()).Read(some, default))!.JournalGivesState);
            }

            return true;
        });
        Assert.Null(await world.FirstBadEntry());
        Directory.Delete(folder, recursive: true);
    }

    private static async Task Fill(RuntimeWorld world)
    {
        await world.Deploy(Alarms);
        foreach (var some in Enumerable.Repeat("alarm", Once).Concat(Enumerable.Repeat("cycle", Cycles)).Chunk(500))
        {
            await using var work = world.Begin();
            foreach (var process in some)
            {
                await work.Runner.Start(process, world.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
            }

            await work.Save();
        }

        await world.Look(db => db.Set<ProcessTimer>().ExecuteUpdateAsync(set => set.SetProperty(timer => timer.State, TimerState.Held)));
    }

    private static async Task<int> Until(RuntimeWorld world, Func<int, bool> enough)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            var fired = await world.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "timer"));
            if (enough(fired))
            {
                return fired;
            }

            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"only {fired} fired in a minute");
            await Task.Delay(20);
        }
    }
}
