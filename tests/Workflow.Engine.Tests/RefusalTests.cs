using System.Text;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>What the engine does not execute is refused at deployment, with code, element and line.</summary>
public sealed class RefusalTests
{
    private const string Timer = "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";

    public static TheoryData<string, string, string> Bad
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var name in new[]
            {
                "complexGateway", "scriptTask", "adHocSubProcess", "transaction", "intermediateCatchEvent", "callChoreography", "globalTask", "no-such-thing",
            })
            {
                data.Add("bpmn.unknown-element", "x", Line($"<bpmn:{name} id=\"x\"/>"));
            }

            foreach (var definition in new[] { "compensate", "cancel", "conditional" })
            {
                data.Add("bpmn.unknown-element", "x", Line($"<bpmn:intermediateThrowEvent id=\"x\"><bpmn:{definition}EventDefinition/></bpmn:intermediateThrowEvent>"));
                data.Add("bpmn.unknown-element", "x", Line($"<bpmn:intermediateCatchEvent id=\"x\"><bpmn:{definition}EventDefinition/></bpmn:intermediateCatchEvent>"));
                data.Add("bpmn.unknown-element", "b", Line(User("x") + $"<bpmn:boundaryEvent id=\"b\" attachedToRef=\"x\"><bpmn:{definition}EventDefinition/></bpmn:boundaryEvent>") + Flow("f9", "b", "e"));
            }

            foreach (var duration in new[] { "soon", "", "P", "PT", "P1", "-P1D", "P1DT", "P21Y", "PT99999999999H", "P1D\nP2D", "R3/PT1H" })
            {
                data.Add("bpmn.bad-timer", "x", Line($"<bpmn:intermediateCatchEvent id=\"x\"><bpmn:timerEventDefinition><bpmn:timeDuration>{duration}</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
            }

            foreach (var date in new[] { "tomorrow", "", "2026-13-01", "2026-02-30T10:00:00", "01/02/2026", "10:00", "a" })
            {
                data.Add("bpmn.bad-timer", "x", Line($"<bpmn:intermediateCatchEvent id=\"x\"><bpmn:timerEventDefinition><bpmn:timeDate>{date}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
            }

            data.Add("bpmn.bad-timer", "x", Line("<bpmn:intermediateCatchEvent id=\"x\"><bpmn:timerEventDefinition><bpmn:timeCycle>R3/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>"));
            data.Add("bpmn.bad-timer", "x", Line("<bpmn:intermediateCatchEvent id=\"x\"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>"));
            data.Add("bpmn.unknown-element", "x", Line($"<bpmn:intermediateCatchEvent id=\"x\">{Timer}{Timer}</bpmn:intermediateCatchEvent>"));
            data.Add("bpmn.unknown-element", "x", Line("<bpmn:userTask id=\"x\" wf:task=\"other\" wf:candidates=\"units\"><bpmn:ioSpecification><bpmn:inputSet><bpmn:dataInputRefs>i</bpmn:dataInputRefs></bpmn:inputSet></bpmn:ioSpecification></bpmn:userTask>"));
            data.Add("bpmn.unknown-element", "x", Line("<wf:magicTask id=\"x\"/>"));
            data.Add("bpmn.unknown-attribute", "x", Line("<bpmn:userTask id=\"x\" wf:task=\"other\" wf:candidates=\"units\" wf:canddates=\"units\"/>"));
            data.Add("bpmn.unknown-attribute", "x", Line("<bpmn:serviceTask id=\"x\" wf:activity=\"machine\" isForCompensation=\"true\"/>"));
            data.Add("bpmn.unknown-attribute", "x", Line("<bpmn:serviceTask id=\"x\" wf:activity=\"machine\" startQuantity=\"2\"/>"));
            data.Add("bpmn.unknown-attribute", "f9", Line(User("x", "work")) + """<bpmn:sequenceFlow id="f9" sourceRef="x" targetRef="e" wf:whenoutcome="yes"/>""");
            data.Add("bpmn.condition", "f9", Line(User("x", "work")) + """<bpmn:sequenceFlow id="f9" sourceRef="x" targetRef="e" wf:whenOutcome="yes"><bpmn:conditionExpression>${a}</bpmn:conditionExpression></bpmn:sequenceFlow>""");
            data.Add("bpmn.unknown-task", "x", Line(User("x", "nobody")));
            data.Add("bpmn.unknown-task", "x", Line("<bpmn:userTask id=\"x\" wf:candidates=\"units\"/>"));
            data.Add("bpmn.no-candidates", "x", Line("<bpmn:userTask id=\"x\" wf:task=\"other\" wf:candidates=\" \"/>"));
            data.Add("bpmn.unknown-activity", "x", Line("<bpmn:serviceTask id=\"x\"/>"));
            data.Add("bpmn.unknown-activity", "x", Line("<bpmn:serviceTask id=\"x\" wf:activity=\"shell\"/>"));
            data.Add("bpmn.missing-id", "userTask", Line(User("x")) + "<bpmn:userTask wf:task=\"other\" wf:candidates=\"units\"/>");
            data.Add("bpmn.duplicate-id", "x", Line(User("x") + User("x")));
            data.Add("bpmn.dangling-flow", "f9", Line(User("x")) + Flow("f9", "x", "nowhere"));
            data.Add("bpmn.dangling-flow", "f9", Line(User("x")) + """<bpmn:sequenceFlow id="f9" targetRef="x"/>""");
            data.Add("bpmn.dangling-flow", "f9", Line(User("x")) + """<bpmn:sequenceFlow id="f9" sourceRef="x"/>""");
            data.Add("bpmn.dangling-reference", "x", Line("<bpmn:exclusiveGateway id=\"x\" default=\"f1\"/>"));
            data.Add("bpmn.dangling-reference", "b", Line(Service("x") + """<bpmn:boundaryEvent id="b" attachedToRef="x"><bpmn:errorEventDefinition errorRef="none"/></bpmn:boundaryEvent>""") + Flow("f9", "b", "e"));
            data.Add("bpmn.no-error-code", "e2", Line(User("x")) + """<bpmn:endEvent id="e2"><bpmn:errorEventDefinition/></bpmn:endEvent>""" + Flow("f9", "x", "e2"));
            data.Add("bpmn.bad-boundary", "b", Line("<bpmn:exclusiveGateway id=\"x\"/>" + $"<bpmn:boundaryEvent id=\"b\" attachedToRef=\"x\">{Timer}</bpmn:boundaryEvent>") + Flow("f9", "b", "e"));
            data.Add("bpmn.bad-boundary", "b", Line(User("x") + $"<bpmn:boundaryEvent id=\"b\" attachedToRef=\"none\">{Timer}</bpmn:boundaryEvent>") + Flow("f9", "b", "e"));
            data.Add("bpmn.bad-boundary", "b", Line($"<bpmn:subProcess id=\"x\">{Start("si")}{End("ei")}{Flow("i1", "si", "ei")}<bpmn:boundaryEvent id=\"b\" attachedToRef=\"x\">{Timer}</bpmn:boundaryEvent>{Flow("i2", "b", "ei")}</bpmn:subProcess>"));
            data.Add("bpmn.flow-after-end", "e", Line(User("x")) + Flow("f9", "e", "x"));
            data.Add("bpmn.flow-into-start", "s", Line(User("x", "work")) + Flow("f9", "x", "s"));
            data.Add("bpmn.unreachable", "y", Line(User("x")) + User("y") + Flow("f9", "y", "e"));
            data.Add("bpmn.one-start", "p", User("x") + End() + Flow("f2", "x", "e"));
            data.Add("bpmn.one-start", "p", Line(User("x")) + Start("s2") + Flow("f9", "s2", "x"));
            data.Add("bpmn.one-start", "x", Line("<bpmn:subProcess id=\"x\"/>"));
            data.Add("bpmn.flow-over-border", "f9", Line($"<bpmn:subProcess id=\"x\">{Start("si")}{User("u")}{End("ei")}{Flow("i1", "si", "u")}{Flow("i2", "u", "ei")}</bpmn:subProcess>") + Flow("f9", "u", "e"));
            data.Add("bpmn.gateway-not-covering", "g", Choice("g", Flow("f3", "g", "e", "yes")));
            data.Add("bpmn.gateway-not-covering", "x", Start() + User("x", "work") + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e", "yes"));
            data.Add("bpmn.gateway-without-default", "g", Choice("g", Flow("f3", "g", "e", "yes") + Flow("f4", "g", "e")));
            data.Add("bpmn.undeclared-outcome", "f3", Choice("g\" default=\"f4", Flow("f3", "g", "e", "perhaps") + Flow("f4", "g", "e")));
            data.Add("bpmn.undeclared-outcome", "f1", Start() + End() + Flow("f1", "s", "e", "yes"));
            data.Add("bpmn.default-with-condition", "f3", Choice("g\" default=\"f3", Flow("f3", "g", "e", "yes") + Flow("f4", "g", "e", "no")));
            data.Add("bpmn.condition-on-parallel", "f3", Start() + User("x", "work") + """<bpmn:parallelGateway id="g"/>""" + End() + Flow("f1", "s", "x") + Flow("f2", "x", "g") + Flow("f3", "g", "e", "yes") + Flow("f4", "g", "e"));
            data.Add("bpmn.endless-loop", "g", Start() + """<bpmn:exclusiveGateway id="g"/><bpmn:exclusiveGateway id="h" default="f3"/>""" + User("x", "work") + End() + Flow("f1", "s", "x") + Flow("f0", "x", "g") + Flow("f2", "g", "h") + Flow("f3", "h", "g") + Flow("f4", "h", "e", "yes"));

            // Both outcomes come through the merge; only one has a way.
            data.Add("bpmn.gateway-not-covering", "h", Choice("g", """<bpmn:exclusiveGateway id="m"/><bpmn:exclusiveGateway id="h"/>""" + Flow("f3", "g", "m", "yes") + Flow("f4", "g", "m", "no") + Flow("f5", "m", "h") + Flow("f6", "h", "e", "yes")));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_not_executed_is_refused_with_its_element_and_line(string code, string element, string content)
    {
        var xml = Xml(content);
        var deployment = BpmnReader.Read(xml, Words);
        Assert.Null(deployment.Definition);
        var finding = deployment.Findings.First(one => one.Code == code && one.ElementId == element);
        var line = xml.Split('\n')[finding.Line - 1];
        Assert.True(line.Contains($"id=\"{element}\"", StringComparison.Ordinal) || line.Contains("<bpmn:" + element, StringComparison.Ordinal), $"line {finding.Line} is {line}");
        Assert.NotEmpty(finding.Message);
    }

    [Theory]
    [InlineData("bpmn.bad-xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")]
    [InlineData("bpmn.bad-xml", "<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\"><x/>")]
    [InlineData("bpmn.bad-xml", "<not-closed>")]
    [InlineData("bpmn.bad-xml", "")]
    [InlineData("bpmn.bad-xml", "\0\u0001")]
    [InlineData("bpmn.not-bpmn", "<x/>")]
    [InlineData("bpmn.not-bpmn", "<definitions/>")]
    [InlineData("bpmn.no-process", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>")]
    [InlineData("bpmn.duplicate-name", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><signal id=\"a\" name=\"x\"/><signal id=\"b\" name=\"x\"/><process id=\"p\"/></definitions>")]
    [InlineData("bpmn.missing-id", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><error errorCode=\"x\"/><process id=\"p\"/></definitions>")]
    [InlineData("bpmn.duplicate-id", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"a\"/><process id=\"a\"/></definitions>")]
    [InlineData("bpmn.dangling-reference", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"a\"/><collaboration><participant id=\"x\" processRef=\"b\"/></collaboration></definitions>")]
    [InlineData("bpmn.missing-id", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process/></definitions>")]
    [InlineData("bpmn.not-executable", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"a\" isExecutable=\"false\"/></definitions>")]
    [InlineData("bpmn.unknown-element", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><import location=\"x\"/><process id=\"a\"/></definitions>")]
    [InlineData("bpmn.unknown-element", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><extension mustUnderstand=\"true\"/><process id=\"a\"/></definitions>")]
    public void A_bad_file_is_refused_without_an_exception(string code, string xml)
    {
        var deployment = BpmnReader.Read(xml, Words);
        Assert.Null(deployment.Definition);
        Assert.Equal(code, deployment.Findings[0].Code);
    }

    [Fact]
    public void Size_count_and_depth_are_limited()
    {
        Assert.Equal("bpmn.too-large", Assert.Single(BpmnReader.Read(new string(' ', BpmnReader.MaxLength + 1), Words).Findings).Code);
        var many = new StringBuilder();
        for (var i = 0; i <= BpmnReader.MaxElements; i++)
        {
            many.Append(User($"u{i}"));
        }

        Assert.Contains(BpmnReader.Read(Xml(Line(many.ToString())), Words).Findings, finding => finding.Code == "bpmn.too-many-elements");
        Assert.Contains(BpmnReader.Read(Xml(Nested(30)), Words).Findings, finding => finding.Code == "bpmn.too-many-elements");
        Assert.Equal("bpmn.too-deep", Assert.Single(BpmnReader.Read(Xml(Nested(3_000)), Words).Findings).Code);
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(i => $"<bpmn:subProcess id=\"d{i}\">")) + string.Concat(Enumerable.Repeat("</bpmn:subProcess>", depth));

    private static string Line(string element) => Start() + element + "\n" + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e");

    private static string Choice(string gateway, string flows) =>
        Start() + User("a", "work") + $"<bpmn:exclusiveGateway id=\"{gateway}\"/>\n" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "g") + flows;
}
