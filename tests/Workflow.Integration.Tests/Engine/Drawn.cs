using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Engine;

/// <summary>Definitions that an office deploys, and short ways to see what became of their cases.</summary>
internal static class Drawn
{
    private const string Work = """ wf:task="work" wf:candidates="role:office" """;

    public static readonly string Calls = File(
        """
        <error id="bad" errorCode="bad"/>
        <process id="upper" isExecutable="true">
          <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="call"/>
          <callActivity id="call" calledElement="lower" wf:in="n" wf:out="answer=n+1"/><sequenceFlow id="f1" sourceRef="call" targetRef="after"/>
          <userTask id="after" WORK/><sequenceFlow id="f2" sourceRef="after" targetRef="e"/><endEvent id="e"/>
          <boundaryEvent id="caught" attachedToRef="call"><errorEventDefinition errorRef="bad"/></boundaryEvent><sequenceFlow id="f3" sourceRef="caught" targetRef="mend"/>
          <userTask id="mend" WORK/><sequenceFlow id="f4" sourceRef="mend" targetRef="e"/>
        </process>
        <process id="lower" isExecutable="true">
          <startEvent id="s-lower"/><sequenceFlow id="f0-lower" sourceRef="s-lower" targetRef="below"/>
          <userTask id="below" WORK/><sequenceFlow id="f1-lower" sourceRef="below" targetRef="way"/>
          <exclusiveGateway id="way" default="f2-lower"/><sequenceFlow id="f2-lower" sourceRef="way" targetRef="e-lower"/><endEvent id="e-lower"/>
          <sequenceFlow id="f3-lower" sourceRef="way" targetRef="fault"><conditionExpression>${n &gt; 9}</conditionExpression></sequenceFlow>
          <endEvent id="fault"><errorEventDefinition errorRef="bad"/></endEvent>
        </process>
        """);

    public static readonly string Listeners = File(
        """
        <message id="paper" name="paper"/><message id="order" name="order"/><signal id="stop" name="stop"/>
        <process id="receiver" isExecutable="true">
          <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="get"/>
          <receiveTask id="get" messageRef="paper" wf:key="${number}"/><sequenceFlow id="f1" sourceRef="get" targetRef="read"/>
          <userTask id="read" WORK/><sequenceFlow id="f2" sourceRef="read" targetRef="e"/><endEvent id="e"/>
        </process>
        <process id="ordered" isExecutable="true">
          <startEvent id="s-ordered"><messageEventDefinition messageRef="order"/></startEvent><sequenceFlow id="f0-ordered" sourceRef="s-ordered" targetRef="do"/>
          <userTask id="do" WORK/><sequenceFlow id="f1-ordered" sourceRef="do" targetRef="e-ordered"/><endEvent id="e-ordered"/>
        </process>
        <process id="stoppable" isExecutable="true">
          <startEvent id="s-stoppable"/><sequenceFlow id="f0-stoppable" sourceRef="s-stoppable" targetRef="u"/>
          <userTask id="u" WORK/><sequenceFlow id="f1-stoppable" sourceRef="u" targetRef="e-stoppable"/><endEvent id="e-stoppable"/>
          <boundaryEvent id="b" attachedToRef="u"><signalEventDefinition signalRef="stop"/></boundaryEvent><sequenceFlow id="f2-stoppable" sourceRef="b" targetRef="e-stoppable"/>
        </process>
        """);

    public static readonly string Weekly = File(
        """
        <process id="weekly" isExecutable="true">
          <startEvent id="s"><timerEventDefinition><timeCycle>R2/P7D</timeCycle></timerEventDefinition></startEvent><sequenceFlow id="f0" sourceRef="s" targetRef="u"/>
          <userTask id="u" WORK/><sequenceFlow id="f1" sourceRef="u" targetRef="e"/><endEvent id="e"/>
        </process>
        """);

    public static readonly string Endless = File(
        """
        <process id="endless" isExecutable="true">
          <startEvent id="s"><signalEventDefinition signalRef="again"/></startEvent><sequenceFlow id="f0" sourceRef="s" targetRef="e"/>
          <endEvent id="e"><signalEventDefinition signalRef="again"/></endEvent>
        </process>
        <signal id="again" name="again"/>
        """);

    public static string File(string content) =>
        $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1">{content.Replace("WORK", Work, StringComparison.Ordinal)}</definitions>""";

    public static async Task Deploy(this RuntimeWorld world, string file)
    {
        await using var work = world.Begin();
        var report = await world.Get<DefinitionCatalog>().Deploy(work.Db, world.Organization, file, world.Time.GetUtcNow(), default);
        Assert.True(report.IsAccepted, string.Join('\n', report.Findings));
        await work.Save();
    }

    public static async Task<Guid> Start(this RuntimeWorld world, string process, string variables)
    {
        await using var work = world.Begin();
        var started = await work.Runner.Start(process, world.Organization, Guid.CreateVersion7(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default, CaseVariables.FromJson(variables), "key");
        await work.Save();
        return started.Id;
    }

    /// <summary>Completes the only open task at an element.</summary>
    public static async Task Finish(this RuntimeWorld world, string element)
    {
        await using var work = world.Begin();
        var task = await work.Db.Set<OpenTask>().SingleAsync(row => row.ElementId == element && row.ClosedAt == null);
        Assert.Null(await work.Runner.Answer(task.Id, "done", null, RuntimeWorld.Actor, world.Time.GetUtcNow(), default));
        await work.Save();
    }

    /// <summary>Where people must work, in order.</summary>
    public static Task<string> Open(this RuntimeWorld world) => world.Look(async db =>
        string.Join(' ', await db.Set<OpenTask>().Where(row => row.ClosedAt == null).OrderBy(row => row.ElementId).Select(row => row.ElementId).ToListAsync()));

    /// <summary>Each case's end, the oldest first.</summary>
    public static Task<string> Ends(this RuntimeWorld world) => world.Look(async db =>
        string.Join(' ', (await db.Set<ProcessInstance>().OrderBy(row => row.Id).Select(row => row.End).ToListAsync()).Select(end => end?.ToString() ?? "-")));
}
