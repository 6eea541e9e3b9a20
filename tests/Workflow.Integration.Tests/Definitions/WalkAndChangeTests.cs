using Microsoft.AspNetCore.Html;
using Workflow.Runtime.Processes;
using Workflow.Web.Shared;
using Xunit;

namespace Workflow.Integration.Tests.Definitions;

/// <summary>What needs no database: the walk, the comparison, the drawing.</summary>
public sealed class WalkAndChangeTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly DefinitionCatalog Catalog = new([new DeclaredTask("work", "yes", "no")], [], []);

    private const string Everything =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1">
          <message id="m" name="tra-loi"/><signal id="g" name="dung"/>
          <process id="p" name="Đủ loại" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="fork"/>
            <parallelGateway id="fork"/>
            <sequenceFlow id="f1" sourceRef="fork" targetRef="call"/><callActivity id="call" name="Gọi" calledElement="khac" wf:out="x"/><sequenceFlow id="f2" sourceRef="call" targetRef="join"/>
            <sequenceFlow id="f3" sourceRef="fork" targetRef="get"/><receiveTask id="get" name="Nhận" messageRef="m" wf:key="${so}"/><sequenceFlow id="f4" sourceRef="get" targetRef="join"/>
            <sequenceFlow id="f5" sourceRef="fork" targetRef="hear"/><intermediateCatchEvent id="hear" name="Nghe"><signalEventDefinition signalRef="g"/></intermediateCatchEvent><sequenceFlow id="f6" sourceRef="hear" targetRef="join"/>
            <parallelGateway id="join"/><sequenceFlow id="f7" sourceRef="join" targetRef="way"/>
            <exclusiveGateway id="way" default="f9"/>
            <sequenceFlow id="f8" sourceRef="way" targetRef="many"><conditionExpression>${x &gt; 1}</conditionExpression></sequenceFlow><sequenceFlow id="f9" sourceRef="way" targetRef="e"/>
            <userTask id="many" name="Từng người" wf:task="work" wf:candidates="role:office"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask>
            <sequenceFlow id="f10" sourceRef="many" targetRef="e"/><endEvent id="e"/>
          </process>
        </definitions>
        """;

    [Fact]
    public void A_walk_answers_calls_messages_signals_and_several_people_with_variables()
    {
        SimulatedCase Walk(params string[] answers) => new Simulation(null!, Catalog).OfFile(Everything, "", answers, Monday)!;
        string[] Answers(SimulatedCase one) => [.. one.Open.SelectMany(open => open.Answers.Select(answer => answer.Answer))];
        Assert.Equal([("s", "s")], Walk().Begins);
        Assert.Contains("so", Walk(":start:s").Problem, StringComparison.Ordinal);
        var begun = Walk(":start:s|{\"so\":7}");
        Assert.Equal([SimulatedWait.CalledCase, SimulatedWait.Message, SimulatedWait.Signal], begun.Open.Select(open => open.Wait));
        Assert.Equal(["khac", "tra-loi (7)", "dung"], begun.Open.Select(open => open.Detail));
        Assert.Equal(["t1:returned:", "t2:message:", ":signal:dung"], Answers(begun));
        string[] joined = [":start:s|{\"so\":7}", "t1:returned:|{\"x\":2}", "t2:message:", ":signal:dung"];
        var several = Walk(joined);
        Assert.Equal(["many", "many"], several.Open.Select(open => open.ElementId));
        Assert.Equal(4, Answers(several).Length);
        Assert.Contains(("x", "2"), several.Variables);
        var end = Walk([.. joined, Answers(several)[0], Answers(several)[^1]]);
        Assert.Equal((CaseEnd.Completed, ""), (end.End, end.Problem));
        Assert.Equal(joined.Length, Walk([.. joined, "t1:returned:"]).Answers.Count);
        Assert.Equal("Bước này không còn chờ nữa.", Walk([.. joined, "t1:returned:"]).Problem);
        Assert.NotEqual("", Walk(joined[0], "rubbish").Problem);
        Assert.NotEqual("", Walk(":start:s|{").Problem);
    }

    [Fact]
    public void Only_what_an_element_says_is_compared_not_how_it_is_written_or_where_it_stands()
    {
        var same = Everything.Replace("wf:", "flow:", StringComparison.Ordinal).Replace("xmlns:wf", "xmlns:flow", StringComparison.Ordinal).Replace("  <message", "<!-- x -->\n <message", StringComparison.Ordinal)
            .Replace("""id="get" name="Nhận" """, """name="Nhận" id="get" """, StringComparison.Ordinal).Replace("""<startEvent id="s"/>""", """<startEvent id="s"><outgoing>f0</outgoing></startEvent>""", StringComparison.Ordinal);
        Assert.NotEqual(Everything, same);
        Assert.Empty(DefinitionChanges.Between(Everything, same, "p"));
        var other = Everything.Replace("${x &gt; 1}", "${x &gt; 2}", StringComparison.Ordinal).Replace("""<sequenceFlow id="f10" sourceRef="many" targetRef="e"/>""", """<sequenceFlow id="f11" sourceRef="many" targetRef="e"/>""", StringComparison.Ordinal);
        Assert.Equal(
            [(ElementChange.New, "f11"), (ElementChange.Changed, "f8"), (ElementChange.Removed, "f10")],
            DefinitionChanges.Between(Everything, other, "p").Select(change => (change.Change, change.ElementId)));
        Assert.All(DefinitionChanges.Between(null, Everything, "p"), change => Assert.Equal(ElementChange.New, change.Change));
    }

    [Theory]
    [InlineData("")]
    [InlineData("""<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"><bpmndi:BPMNPlane><bpmndi:BPMNShape bpmnElement="many"/><bpmndi:BPMNShape bpmnElement="s"><Bounds xmlns="http://www.omg.org/spec/DD/20100524/DC" x="NaN" y="1e300" width="-5" height="x"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>""")]
    public void What_a_stranger_drew_badly_or_not_at_all_makes_no_page_fail(string drawing)
    {
        var svg = ProcessDiagram.Svg(Everything.Replace("</definitions>", drawing + "</definitions>", StringComparison.Ordinal), ["many"], ["s"], [new DiagramMark("call", "!", "<b>\"lỗi\"</b>", "late")]);
        var text = ((HtmlString)svg).Value!;
        Assert.Equal(drawing.Length == 0, text.Contains("class=\"task now\"", StringComparison.Ordinal));
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
    }
}
