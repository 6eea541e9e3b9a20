using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests.Engine;

/// <summary>Who holds a case holds all that it called, in the same act.</summary>
[Collection("cluster")]
public sealed class SuspensionTests(TestCluster cluster)
{
    private static readonly string ThreeLevels = Drawn.File(
        """
        <message id="go" name="go"/>
        <process id="top" isExecutable="true">
          <startEvent id="s1"/><sequenceFlow id="f1" sourceRef="s1" targetRef="call-middle"/>
          <callActivity id="call-middle" calledElement="middle"/><sequenceFlow id="f2" sourceRef="call-middle" targetRef="e1"/><endEvent id="e1"/>
        </process>
        <process id="middle" isExecutable="true">
          <startEvent id="s2"/><sequenceFlow id="f3" sourceRef="s2" targetRef="both"/><parallelGateway id="both"/>
          <sequenceFlow id="f4" sourceRef="both" targetRef="call-low"/><callActivity id="call-low" calledElement="low"/><sequenceFlow id="f5" sourceRef="call-low" targetRef="e2"/>
          <sequenceFlow id="f6" sourceRef="both" targetRef="told"/><receiveTask id="told" messageRef="go"/><sequenceFlow id="f7" sourceRef="told" targetRef="call-again"/>
          <callActivity id="call-again" calledElement="low"/><sequenceFlow id="f8" sourceRef="call-again" targetRef="e2"/><endEvent id="e2"/>
        </process>
        <process id="low" isExecutable="true">
          <startEvent id="s3"/><sequenceFlow id="f9" sourceRef="s3" targetRef="work-low"/>
          <userTask id="work-low" WORK/><sequenceFlow id="f10" sourceRef="work-low" targetRef="e3"/><endEvent id="e3"/>
          <boundaryEvent id="late" attachedToRef="work-low"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id="f11" sourceRef="late" targetRef="e3"/>
        </process>
        """);

    [Fact]
    public async Task A_held_case_holds_what_it_called_down_to_the_last_and_lets_it_go_with_itself()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(ThreeLevels);
        var top = await world.Start("top", "{}");
        var low = await world.Look(db => db.Set<ProcessInstance>().Where(row => row.Depth == 2).Select(row => row.Id).SingleAsync());
        Assert.Null(await Operate(world, (suspension, at) => suspension.Hold(top, at, default)));
        Assert.Equal("3 held", await Held(world));

        // Nobody's answer and no time moves what it called, and nothing below is let go alone.
        await using (var work = world.Begin())
        {
            var task = await work.Db.Set<OpenTask>().SingleAsync();
            Assert.Equal("process.suspended", (await work.Runner.Answer(task.Id, "done", null, RuntimeWorld.Actor, world.Time.GetUtcNow(), default))!.Code);
        }

        world.Time.Now += TimeSpan.FromHours(2);
        Assert.Equal(0, await world.Get<TimerProcessor>().FireDue(default));
        Assert.Equal("process.caller-suspended", (await Operate(world, (suspension, at) => suspension.Release(low, at, default)))!.Code);

        // Told meanwhile, it calls once more: that begins held.
        await using (var work = world.Begin())
        {
            Assert.Null(await work.Runner.Publish("go", "", null, world.Organization, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            await work.Save();
        }

        Assert.Equal("4 held", await Held(world));
        Assert.Equal(2, await world.Look(db => db.Set<ProcessTimer>().CountAsync(timer => timer.State == TimerState.Held)));
        Assert.Null(await Operate(world, (suspension, at) => suspension.Release(top, at, default)));
        Assert.Equal("0 held", await Held(world));
        Assert.Equal(1, await world.Get<TimerProcessor>().FireDue(default));
        await world.Finish("work-low");
        Assert.Equal("Completed Completed Completed Completed", await world.Ends());
        await CallTests.JournalsHold(world);
    }

    [Fact]
    public async Task A_called_case_held_for_its_own_reason_stays_held()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(ThreeLevels);
        var top = await world.Start("top", "{}");
        var low = await world.Look(db => db.Set<ProcessInstance>().Where(row => row.Depth == 2).Select(row => row.Id).SingleAsync());
        Assert.Null(await Operate(world, (suspension, at) => suspension.Hold(low, at, default)));
        Assert.Equal("1 held", await Held(world));
        world.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Null(await Operate(world, (suspension, at) => suspension.Hold(top, at, default)));
        Assert.Equal("3 held", await Held(world));
        Assert.Null(await Operate(world, (suspension, at) => suspension.Release(top, at, default)));
        Assert.Equal("1 held", await Held(world));
        Assert.Null(await Operate(world, (suspension, at) => suspension.Release(low, at, default)));
        Assert.Equal("0 held", await Held(world));
    }

    private static async Task<Refusal?> Operate(RuntimeWorld world, Func<Suspension, DateTimeOffset, Task<Refusal?>> act)
    {
        await using var work = world.Begin();
        var refusal = await act(new Suspension(work.Db), world.Time.GetUtcNow());
        if (refusal is null)
        {
            await work.Save();
        }

        return refusal;
    }

    private static Task<string> Held(RuntimeWorld world) => world.Look(async db => $"{await db.Set<ProcessInstance>().CountAsync(row => row.SuspendedAt != null)} held");
}
