using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

public sealed class RefusalTests
{
    public static TheoryData<string, string, string> Bad => new()
    {
        { "bpmn.unknown-element", "x", Start() + """<bpmn:complexGateway id="x"/>""" + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e") },
        { "bpmn.unknown-element", "x", Start() + """<bpmn:scriptTask id="x"/>""" + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e") },
        { "bpmn.unknown-task", "x", Start() + User("x", "nobody") + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e") },
        { "bpmn.unknown-activity", "x", Start() + """<bpmn:serviceTask id="x"/>""" + End() + Flow("f1", "s", "x") + Flow("f2", "x", "e") },
        { "bpmn.dangling-flow", "f2", Start() + User("a") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "nowhere") },
        { "bpmn.duplicate-id", "a", Start() + User("a") + User("a") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e") },
        { "bpmn.dead-end", "b", Start() + User("a") + User("b") + Flow("f1", "s", "a") + Flow("f2", "a", "b") },
        { "bpmn.unreachable", "b", Start() + User("a") + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e") + Flow("f3", "b", "e") },
        { "bpmn.gateway-not-covering", "g", Start() + User("a", "work") + """<bpmn:exclusiveGateway id="g"/>""" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "g") + Flow("f3", "g", "e", "yes") },
        { "bpmn.undeclared-outcome", "f3", Start() + User("a", "work") + """<bpmn:exclusiveGateway id="g" default="f4"/>""" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "g") + Flow("f3", "g", "e", "perhaps") + Flow("f4", "g", "a") },
        { "bpmn.bad-timer", "t", Start() + """<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition><bpmn:timeDuration>soon</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""" + End() + Flow("f1", "s", "t") + Flow("f2", "t", "e") },
        { "bpmn.one-start", "", User("a") + End() + Flow("f2", "a", "e") },
        { "bpmn.flow-over-border", "f2", Start() + $"<bpmn:subProcess id=\"sub\">{Start("si")}{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>" + End() + Flow("f1", "s", "sub") + Flow("f2", "si", "e") + Flow("f3", "sub", "e") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_not_executed_is_refused_with_its_element_and_line(string code, string element, string content)
    {
        var deployment = BpmnReader.Read(Xml(content), Words);
        Assert.Null(deployment.Definition);
        var finding = Assert.Single(deployment.Findings, one => one.Code == code && one.ElementId == element);
        Assert.True(element.Length == 0 || finding.Line > 1);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><x/>")]
    [InlineData("<not-closed>")]
    [InlineData("")]
    [InlineData("<x/>")]
    public void Rubbish_is_refused_without_an_exception(string xml) => Assert.Null(BpmnReader.Read(xml, Words).Definition);
}
