using System.Text;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>What is read from files of other tools, and what their authors are told.</summary>
public sealed class ReadingTests
{
    private const string Open = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">""";
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly Vocabulary Free = Words with { PlainTasks = true };

    [Fact]
    public void Several_processes_of_a_file_are_each_a_definition()
    {
        var xml = Open + Process("a", "true") + Process("b", "true") + Process("drawn", "false") + Process("pool", null) + "</definitions>";
        var deployment = BpmnReader.Read(xml, Free);
        Assert.Equal(["a", "b"], deployment.Definitions.Select(one => one.ProcessId));
        Assert.Equal(2, deployment.Definitions.Select(one => one.Hash).Distinct().Count());
        Assert.Equal(["pool"], BpmnReader.Read(Open + Process("drawn", "false") + Process("pool", null) + "</definitions>", Free).Definitions.Select(one => one.ProcessId));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void Files_are_read_in_their_encoding(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var title = name == "iso-8859-1" ? "Tháng" : "Phê duyệt nghị quyết";
        var xml = $"""<?xml version="1.0" encoding="{name}"?>""" + Open + $"""<process id="p" name="{title}"><startEvent id="s"/></process></definitions>""";
        byte[] file = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(xml)];
        Assert.Equal(title, BpmnReader.Read(file, Free).Definition?.Name);
        Assert.Equal("bpmn.bad-xml", Assert.Single(BpmnReader.Read([0x3C, 0xFF, 0xC0], Free).Findings).Code);
    }

    [Fact]
    public void A_plain_task_names_its_own_outcomes()
    {
        var deployment = BpmnReader.Read(Open + """
            <process id="p"><startEvent id="s"/><userTask id="t" wf:outcomes="agree, refuse"/><exclusiveGateway id="g"/><endEvent id="e"/><endEvent id="e2"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="g"/>
            <sequenceFlow id="f3" sourceRef="g" targetRef="e" wf:whenOutcome="agree"/><sequenceFlow id="f4" sourceRef="g" targetRef="e2" wf:whenOutcome="refuse"/></process></definitions>
            """, Free);
        var state = Interpreter.Start(deployment.Definition!, new Trigger.Started(T0)).State;
        Assert.IsType<StepVerdict.Refused>(Interpreter.Step(deployment.Definition!, state, new Trigger.WorkCompleted(T0, "t1", "")).Verdict);
        Assert.Equal(["t", "g", "e2"], Interpreter.Step(deployment.Definition!, state, new Trigger.WorkCompleted(T0, "t1", "refuse")).Passed);
    }

    [Fact]
    public void What_other_modelers_write_for_the_same_thing_is_read()
    {
        var words = new Vocabulary(new Dictionary<string, IReadOnlyList<string>>(), new Dictionary<string, IReadOnlyList<string>> { ["render"] = ["done"], ["bound"] = [""] })
        {
            PlainTasks = true,
            Bindings = new Dictionary<string, string> { ["script"] = "bound" },
        };
        var deployment = BpmnReader.Read(Open + """
            <process id="p"><startEvent id="s" camunda:initiator="who"/>
            <userTask id="a" camunda:assignee="${who}" camunda:formKey="page"><extensionElements><camunda:taskListener event="create" class="X"/></extensionElements></userTask>
            <serviceTask id="b" camunda:type="external" camunda:topic="render"/>
            <serviceTask id="c"><extensionElements><zeebe:taskDefinition type="render"/></extensionElements></serviceTask>
            <userTask id="d"><extensionElements><zeebe:assignmentDefinition assignee="=who" candidateGroups="office"/></extensionElements>
              <multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=list" inputElement="one" outputCollection="all" outputElement="=one"/></extensionElements></multiInstanceLoopCharacteristics></userTask>
            <scriptTask id="script"><script>anything</script></scriptTask>
            <callActivity id="f"><extensionElements><zeebe:calledElement processId="other" propagateAllChildVariables="false"/></extensionElements></callActivity><endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="b"/><sequenceFlow id="f3" sourceRef="b" targetRef="c"/>
            <sequenceFlow id="f4" sourceRef="c" targetRef="d"/><sequenceFlow id="f5" sourceRef="d" targetRef="script"/><sequenceFlow id="f6" sourceRef="script" targetRef="f"/><sequenceFlow id="f7" sourceRef="f" targetRef="e"/></process></definitions>
            """, words);
        Assert.True(deployment.Definition is not null, string.Join('\n', deployment.Findings));
        Assert.Contains(deployment.Warnings, one => one.Code == "bpmn.listener-ignored" && one.ElementId == "a");
        var step = Interpreter.Start(deployment.Definition, new Trigger.Started(T0, new Dictionary<string, Value> { ["list"] = new Value.Items(["x"]) }) { By = "an" });
        var task = Assert.IsType<Effect.OpenTask>(step.Effects[0]);
        Assert.Equal(("an", "page"), (task.Assignee, task.Form));
        foreach (var (token, outcome) in new[] { ("t1", ""), ("t2", "done"), ("t3", "done"), ("t5", ""), ("t6", "") })
        {
            step = Interpreter.Step(deployment.Definition, step.State, new Trigger.WorkCompleted(T0, token, outcome));
            Assert.IsType<StepVerdict.Taken>(step.Verdict);
        }

        var call = Assert.IsType<Effect.StartCall>(step.Effects[^1]);
        Assert.Equal(new Value.Items(["x"]), call.Variables["all"]);
        Assert.Empty(deployment.Definition.ComesBack("f", new Dictionary<string, Value> { ["a"] = 1 }, T0));
    }

    [Fact]
    public void What_is_legal_but_perhaps_not_meant_is_a_warning()
    {
        var deployment = BpmnReader.Read(Xml(Start() + "<bpmn:task id=\"a\"/>" + """<bpmn:boundaryEvent id="b" attachedToRef="a"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>"""
            + """<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"><bpmn:conditionExpression>${go}</bpmn:conditionExpression></bpmn:sequenceFlow>""" + End() + Flow("f2", "b", "e")), Words);
        Assert.NotNull(deployment.Definition);
        Assert.Equal(["bpmn.condition-after-start", "bpmn.implicit-end", "bpmn.never-occurs"], deployment.Warnings.Select(one => one.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("signal", "x", "x", "false", "", true)]
    [InlineData("signal", "x", "y", "false", "", false)]
    [InlineData("signal", "x", "x", "true", "", false)]
    [InlineData("signal", "x", "x", "false", "wait", false)]
    [InlineData("signal", "x", "x", "false", "inner", true)]
    [InlineData("message", "x", "x", "false", "", true)]
    [InlineData("message", "x", "y", "false", "", false)]
    [InlineData("message", "x", "x", "true", "", false)]
    [InlineData("escalation", "x", "x", "false", "", true)]
    [InlineData("escalation", "x", "y", "false", "", false)]
    [InlineData("escalation", "x", "x", "true", "", false)]
    [InlineData("escalation", "", "x", "false", "", true)]
    [InlineData("escalation", "", "x", "false", "other", false)]
    [InlineData("escalation", "x", "x", "false", "inner", true)]
    [InlineData("escalation", "x", "x", "false", "caught", false)]
    public void An_event_subprocess_that_begins_itself_at_once_is_warned_about(string kind, string heard, string thrown, string interrupting, string way, bool warned)
    {
        var name = kind == "escalation" ? "escalationCode" : "name";
        string Event(string of) => of.Length == 0 ? $"<bpmn:{kind}EventDefinition/>" : $"""<bpmn:{kind}EventDefinition {kind}Ref="{of}"/>""";
        var echo = $"""<bpmn:intermediateThrowEvent id="t">{Event(thrown)}</bpmn:intermediateThrowEvent>""";
        var work = way is "wait" ? """<bpmn:userTask id="w" wf:task="work" wf:candidates="role:office"/>""" + Flow("g1", "es", "w") + Flow("g2", "w", "t") + echo + Flow("g3", "t", "ee")
            : way is "inner" or "caught" ? Flow("g1", "es", "sub") + $"""<bpmn:subProcess id="sub">{"<bpmn:startEvent id=\"is\"/>" + Flow("h1", "is", "t") + echo + Flow("h2", "t", "ie")}<bpmn:endEvent id="ie"/></bpmn:subProcess>""" + Flow("g2", "sub", "ee")
                + (way == "caught" ? $"""<bpmn:boundaryEvent id="b" attachedToRef="sub">{Event(thrown)}</bpmn:boundaryEvent>""" + Flow("g3", "b", "ee") : "")
            : Flow("g1", "es", "t") + echo + Flow("g2", "t", "ee");
        var other = way == "other" ? $"""<bpmn:subProcess id="o" triggeredByEvent="true"><bpmn:startEvent id="os" isInterrupting="false">{Event(thrown)}</bpmn:startEvent><bpmn:endEvent id="oe"/>{Flow("o1", "os", "oe")}</bpmn:subProcess>""" : "";
        var xml = Xml(Start() + """<bpmn:userTask id="a" wf:task="work" wf:candidates="role:office"/>""" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e")
            + $"""<bpmn:subProcess id="beside" triggeredByEvent="true"><bpmn:startEvent id="es" isInterrupting="{interrupting}">{Event(heard)}</bpmn:startEvent><bpmn:endEvent id="ee"/>{work}</bpmn:subProcess>""" + other)
            .Replace("<bpmn:process", $"""<bpmn:{kind} id="x" {name}="x"/><bpmn:{kind} id="y" {name}="y"/><bpmn:process""", StringComparison.Ordinal);
        var deployment = BpmnReader.Read(xml, Words);
        Assert.True(deployment.Definition is not null, string.Join('\n', deployment.Findings));
        Assert.Equal(warned ? ["beside"] : [], deployment.Warnings.Where(one => one.Code == "bpmn.hears-itself").Select(one => one.ElementId));
    }

    [Fact]
    public void Start_timers_say_when_they_are_due()
    {
        var definition = BpmnReader.Read(Xml("""<bpmn:startEvent id="s"><bpmn:timerEventDefinition><bpmn:timeCycle>R2/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>""" + End() + Flow("f1", "s", "e")), Words).Definition!;
        Assert.Equal(new ProcessStart("s", StartKind.Timer, ""), Assert.Single(definition.Starts));
        var first = definition.NextStart("s", null, T0)!;
        Assert.Equal(T0.AddHours(1), first.Due);
        var second = definition.NextStart("s", first, first.Due)!;
        Assert.Equal(T0.AddHours(2), second.Due);
        Assert.Null(definition.NextStart("s", second, second.Due));
    }

    private static string Process(string id, string? executable) =>
        $"""<process id="{id}"{(executable is null ? "" : $" isExecutable=\"{executable}\"")}><startEvent id="{id}s"/></process>""";
}
