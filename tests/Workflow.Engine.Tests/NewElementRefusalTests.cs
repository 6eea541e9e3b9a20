using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>What is wrong with events, loops, calls and conditions is refused at deployment, with code and element.</summary>
public sealed class NewElementRefusalTests
{
    private const string Head = """<bpmn:message id="m" name="paper"/><bpmn:message id="blank" name=" "/><bpmn:signal id="g" name="flood"/><bpmn:error id="x1" errorCode="bad"/><bpmn:error id="x0"/><bpmn:escalation id="c1" escalationCode="late"/>""";
    private const string Message = """<bpmn:messageEventDefinition messageRef="m"/>""";

    public static TheoryData<string, string, string> Bad => new()
    {
        { "bpmn.bad-expression", "f9", Line(User("x")) + Condition("f9", "${a == (1}") },
        { "bpmn.bad-expression", "f9", Line(User("x")) + Condition("f9", "a == 1") },
        { "bpmn.bad-expression", "f9", Line(User("x")) + Condition("f9", "${a.equals('b')}") },
        { "bpmn.expression-language", "f9", Line(User("x")) + """<bpmn:sequenceFlow id="f9" sourceRef="x" targetRef="e"><bpmn:conditionExpression language="groovy">${a}</bpmn:conditionExpression></bpmn:sequenceFlow>""" },
        { "bpmn.dangling-reference", "x", Line("""<bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition messageRef="none"/></bpmn:intermediateCatchEvent>""") },
        { "bpmn.dangling-reference", "x", Line("""<bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition/></bpmn:intermediateCatchEvent>""") },
        { "bpmn.no-name", "x", Line("""<bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition messageRef="blank"/></bpmn:intermediateCatchEvent>""") },
        { "bpmn.dangling-reference", "x", Line("""<bpmn:intermediateThrowEvent id="x"><bpmn:signalEventDefinition signalRef="none"/></bpmn:intermediateThrowEvent>""") },
        { "bpmn.no-error-code", "x", Line("""<bpmn:intermediateThrowEvent id="x"><bpmn:escalationEventDefinition/></bpmn:intermediateThrowEvent>""") },
        { "bpmn.no-error-code", "e2", Line(User("x")) + """<bpmn:endEvent id="e2"><bpmn:errorEventDefinition errorRef="x0"/></bpmn:endEvent>""" + Flow("f9", "x", "e2") },
        { "bpmn.unknown-element", "x", Line("""<bpmn:intermediateThrowEvent id="x"><bpmn:errorEventDefinition errorRef="x1"/></bpmn:intermediateThrowEvent>""") },
        { "bpmn.unknown-element", "x", Line($"""<bpmn:intermediateCatchEvent id="x">{Message}<bpmn:signalEventDefinition signalRef="g"/></bpmn:intermediateCatchEvent>""") },
        { "bpmn.unknown-element", "s2", Line(User("x")) + """<bpmn:startEvent id="s2"><bpmn:conditionalEventDefinition/></bpmn:startEvent>""" + Flow("f9", "s2", "x") },
        { "bpmn.start-in-subprocess", "si", Line($"""<bpmn:subProcess id="x"><bpmn:startEvent id="si">{Message}</bpmn:startEvent>{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>""") },
        { "bpmn.one-start", "x", Line(User("u")) + $"""<bpmn:subProcess id="x" triggeredByEvent="true">{Start("si")}{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>""" + Flow("f9", "s", "u") + Flow("f8", "u", "e") },
        { "bpmn.event-subprocess-flow", "x", Line($"""<bpmn:subProcess id="x" triggeredByEvent="true"><bpmn:startEvent id="si">{Message}</bpmn:startEvent>{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>""") },
        { "bpmn.bad-boundary", "si", Line(User("x")) + $"""<bpmn:subProcess id="y" triggeredByEvent="true"><bpmn:startEvent id="si" isInterrupting="false"><bpmn:errorEventDefinition/></bpmn:startEvent>{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>""" },
        { "bpmn.bad-boundary", "b", Line(Service("x")) + """<bpmn:boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>""" + Flow("f9", "b", "e") },
        { "bpmn.same-event-twice", "b2", Line(User("x")) + Border("b1", Message) + Border("b2", Message) },
        { "bpmn.same-event-twice", "b2", Line(Service("x")) + Border("b1", "<bpmn:errorEventDefinition/>") + Border("b2", "<bpmn:errorEventDefinition/>") },
        { "bpmn.event-gateway", "x", Line("""<bpmn:eventBasedGateway id="x"/>""") },
        { "bpmn.event-gateway", "f2", Line("""<bpmn:eventBasedGateway id="x"/>""") + Catch("k") + Flow("f9", "x", "k") + Flow("f8", "k", "e") },
        { "bpmn.event-gateway", "f7", Choice() + Flow("f7", "s", "k1") },
        { "bpmn.event-gateway", "f9", Choice(""" wf:whenOutcome="yes" """) },
        { "bpmn.bad-link", "x", Start() + End() + """<bpmn:intermediateThrowEvent id="x"><bpmn:linkEventDefinition name="a"/></bpmn:intermediateThrowEvent>""" + Flow("f1", "s", "x") },
        { "bpmn.bad-link", "x", Line("""<bpmn:intermediateThrowEvent id="x"><bpmn:linkEventDefinition name="a"/></bpmn:intermediateThrowEvent>""") + Catching("k", "a") + Catching("l", "a") },
        { "bpmn.flow-into-start", "k", Start() + End() + """<bpmn:intermediateThrowEvent id="t"><bpmn:linkEventDefinition name="a"/></bpmn:intermediateThrowEvent>""" + Catching("k", "a") + Flow("f1", "s", "t") + Flow("f2", "s", "k") + Flow("f3", "k", "e") },
        { "bpmn.dangling-reference", "x", Line("""<bpmn:userTask id="x" wf:task="other" wf:candidates="units" wf:notSameAs="e"/>""") },
        { "bpmn.unknown-attribute", "x", Line("""<bpmn:userTask id="x" wf:task="other" wf:candidates="units" wf:outcomes="a"/>""") },
        { "bpmn.no-called-element", "x", Line("""<bpmn:callActivity id="x"/>""") },
        { "bpmn.bad-loop", "x", Line(Marked("<bpmn:multiInstanceLoopCharacteristics/>")) },
        { "bpmn.bad-loop", "x", Line(Marked("<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>-1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")) },
        { "bpmn.bad-loop", "x", Line(Marked("""<bpmn:multiInstanceLoopCharacteristics wf:collection="c" wf:results="r"/>""")) },
        { "bpmn.bad-loop", "x", Line(Marked("<bpmn:standardLoopCharacteristics/>")) },
        { "bpmn.bad-loop", "x", Line(Marked("""<bpmn:standardLoopCharacteristics loopMaximum="many"/>""")) },
        { "bpmn.unknown-attribute", "x", Line(Marked("""<bpmn:multiInstanceLoopCharacteristics behavior="One" wf:collection="c"/>""")) },
        { "bpmn.unknown-attribute", "x", Line("""<bpmn:receiveTask id="x" instantiate="true"/>""") },
        { "bpmn.unknown-attribute", "x", Line("""<bpmn:eventBasedGateway id="x" eventGatewayType="Parallel"/>""") },
        { "bpmn.foreign-code", "x", Line("""<bpmn:serviceTask id="x" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:class="com.example.Send"/>""") },
        { "bpmn.foreign-code", "x", Line("""<bpmn:businessRuleTask id="x" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" camunda:decisionRef="table"/>""") },
        { "bpmn.unknown-activity", "x", Line("""<bpmn:sendTask id="x" messageRef="m"/>""") },
        { "bpmn.unknown-element", "x", Line("""<bpmn:scriptTask id="x" scriptFormat="javascript"><bpmn:script>1</bpmn:script></bpmn:scriptTask>""") },
        { "bpmn.unknown-element", "x", Line($"<bpmn:subProcess id=\"x\"><bpmn:ioSpecification><bpmn:inputSet><bpmn:dataInputRefs>i</bpmn:dataInputRefs></bpmn:inputSet></bpmn:ioSpecification>{Start("si")}{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>") },
        { "bpmn.gateway-direction", "x", Line("""<bpmn:parallelGateway id="x" gatewayDirection="Converging"/>""") + User("y") + Flow("f9", "x", "y") + Flow("f8", "y", "e") },
        { "bpmn.dangling-reference", "x", Line("""<bpmn:task id="x"><bpmn:incoming>none</bpmn:incoming></bpmn:task>""") },
        { "bpmn.dangling-reference", "x", Line("""<bpmn:task id="x"><bpmn:incoming>f2</bpmn:incoming></bpmn:task>""") },
        { "bpmn.dangling-reference", "l", """<bpmn:laneSet id="ls"><bpmn:lane id="l"><bpmn:flowNodeRef>none</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>""" + Line(User("x")) },
        { "bpmn.bad-timer", "b", Line(User("x")) + Border("b", "<bpmn:timerEventDefinition><bpmn:timeCycle>0 0/5 * * * ?</bpmn:timeCycle></bpmn:timerEventDefinition>") },
        { "bpmn.bad-timer", "b", Line(User("x")) + Border("b", "<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT0S</bpmn:timeCycle></bpmn:timerEventDefinition>") },
        { "bpmn.gateway-without-default", "x", Line("""<bpmn:exclusiveGateway id="x"/>""") + User("y") + Condition("f8", "${a}", "x", "y") + Flow("f9", "y", "e") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Is_refused(string code, string element, string content)
    {
        var deployment = BpmnReader.Read(Xml(content, Head), Words);
        Assert.True(deployment.Definition is null, "accepted");
        Assert.True(deployment.Findings.Any(one => one.Code == code && one.ElementId == element && one.Line > 0 && one.Message.Length > 10), string.Join('\n', deployment.Findings));
    }

    private static string Line(string element) => Start() + element + "\n" + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e");

    private static string Condition(string id, string text, string from = "x", string to = "e") =>
        $"""<bpmn:sequenceFlow id="{id}" sourceRef="{from}" targetRef="{to}"><bpmn:conditionExpression>{text}</bpmn:conditionExpression></bpmn:sequenceFlow>""" + "\n";

    private static string Border(string id, string trigger) => $"""<bpmn:boundaryEvent id="{id}" attachedToRef="x">{trigger}</bpmn:boundaryEvent>""" + Flow(id + "f", id, "e");

    private static string Marked(string marker) => $"""<bpmn:userTask id="x" wf:task="other" wf:candidates="units">{marker}</bpmn:userTask>""";

    private static string Catch(string id) => $"""<bpmn:intermediateCatchEvent id="{id}">{Message}</bpmn:intermediateCatchEvent>""";

    private static string Catching(string id, string link) => $"""<bpmn:intermediateCatchEvent id="{id}"><bpmn:linkEventDefinition name="{link}"/></bpmn:intermediateCatchEvent>""" + Flow(id + "f", id, "e");

    private static string Choice(string condition = "") =>
        Start() + """<bpmn:eventBasedGateway id="gw"/>""" + Catch("k1") + """<bpmn:intermediateCatchEvent id="k2"><bpmn:signalEventDefinition signalRef="g"/></bpmn:intermediateCatchEvent>""" + End()
        + Flow("f1", "s", "gw") + $"<bpmn:sequenceFlow id=\"f9\" sourceRef=\"gw\" targetRef=\"k1\"{condition}/>" + Flow("f8", "gw", "k2") + Flow("f3", "k1", "e") + Flow("f4", "k2", "e");
}
