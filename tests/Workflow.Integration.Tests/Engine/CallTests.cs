using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Engine;

/// <summary>A case calls another: two rows, two journals, one act.</summary>
[Collection("cluster")]
public sealed class CallTests(TestCluster cluster)
{
    [Fact]
    public async Task A_called_case_completes_and_its_answer_comes_back()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Calls);
        var upper = await world.Start("upper", """{"n":1}""");
        var (above, below) = await world.Look(async db => (await db.Set<ProcessInstance>().SingleAsync(row => row.Id == upper), await db.Set<ProcessInstance>().SingleAsync(row => row.CallerInstanceId == upper)));
        Assert.Equal((above.SubjectId, "key", 1), (below.SubjectId, below.BusinessKey, below.Depth));
        await world.Finish("below");
        Assert.Equal("after", await world.Open());
        Assert.Equal("- Completed", await world.Ends());
        Assert.Equal(2m, await world.Look(async db => ((Value.Number)InstanceState.FromJson((await db.Set<ProcessInstance>().SingleAsync(row => row.Id == upper)).State).Variables["answer"]).Of));
        await world.Finish("after");
        Assert.Equal("Completed Completed", await world.Ends());
        await JournalsHold(world);
    }

    [Fact]
    public async Task An_error_of_the_called_case_is_caught_above()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Calls);
        await world.Start("upper", """{"n":10}""");
        await world.Finish("below");
        Assert.Equal("mend", await world.Open());
        Assert.Equal("- UncaughtError", await world.Ends());
        await JournalsHold(world);
    }

    [Fact]
    public async Task Taking_back_the_caller_takes_back_what_it_called()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Calls);
        var upper = await world.Start("upper", """{"n":1}""");
        await using (var work = world.Begin())
        {
            Assert.Null(await work.Runner.Cancel(upper, "thử", RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            await work.Save();
        }

        Assert.Equal("", await world.Open());
        Assert.Equal("Cancelled Cancelled", await world.Ends());
        await JournalsHold(world);
    }

    [Fact]
    public async Task A_caller_withdrawn_meanwhile_is_not_answered()
    {
        // One has completed the called case in memory; before it saves, another takes the caller back.
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Calls);
        var upper = await world.Start("upper", """{"n":1}""");
        await using var slow = world.Begin();
        var task = await slow.Db.Set<OpenTask>().SingleAsync(row => row.ElementId == "below");
        Assert.Null(await slow.Runner.Answer(task.Id, "done", null, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
        await using (var fast = world.Begin())
        {
            Assert.Null(await fast.Runner.Cancel(upper, "thử", RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
            await fast.Save();
        }

        Assert.True(Workflow.Runtime.Storage.Conflicts.IsConflict((await Record.ExceptionAsync(() => slow.Save()))!));
        Assert.Equal("Cancelled Cancelled", await world.Ends());
        await JournalsHold(world);
    }

    [Fact]
    public async Task A_newer_definition_is_called_from_then_on_and_running_cases_stay()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await world.Deploy(Drawn.Calls);
        await world.Start("upper", """{"n":1}""");
        await world.Deploy(Drawn.Calls.Replace("\"below\"", "\"newer\"", StringComparison.Ordinal));
        await world.Start("upper", """{"n":1}""");
        Assert.Equal("below newer", await world.Open());
        await world.Finish("below");
        Assert.Equal("after newer", await world.Open());
        await JournalsHold(world);
    }

    [Fact]
    public async Task A_file_that_is_refused_stores_nothing_and_says_why()
    {
        await using var world = await RuntimeWorld.Open(cluster, await cluster.Copy());
        await using var work = world.Begin();
        var report = await world.Get<DefinitionCatalog>().Deploy(work.Db, world.Organization, Drawn.File("""<process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/><scriptTask id="x"/></process>"""), world.Time.GetUtcNow(), default);
        Assert.False(report.IsAccepted);
        Assert.Contains(report.Findings, finding => finding is { Code: "bpmn.unknown-element", ElementId: "x", IsWarning: false });
        Assert.False(work.Db.ChangeTracker.HasChanges());
        var shipped = await world.Get<DefinitionCatalog>().Deploy(work.Db, world.Organization, Drawn.Calls.Replace("\"upper\"", "\"task\"", StringComparison.Ordinal), world.Time.GetUtcNow(), default);
        Assert.Equal("deploy.ships", Assert.Single(shipped.Findings).Code);
        Assert.False(work.Db.ChangeTracker.HasChanges());
    }

    internal static Task JournalsHold(RuntimeWorld world) => world.Look(async db =>
    {
        foreach (var instance in await db.Set<ProcessInstance>().ToListAsync())
        {
            Assert.True((await new CaseReader(db, world.Get<DefinitionCatalog>()).Read(instance.Id, default))!.JournalGivesState);
        }

        return true;
    });
}
