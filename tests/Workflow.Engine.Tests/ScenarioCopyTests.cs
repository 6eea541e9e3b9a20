using Workflow.Engine.Scenarios;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>A case written down as a test says nothing of people and goes the same way.</summary>
public sealed class ScenarioCopyTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    private static string Forked(string condition) => Xml(Start() + """<bpmn:exclusiveGateway id="x" default="f3"/>""" + User("a") + User("b") + End()
        + Flow("f1", "s", "x") + $"""<bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="a"><bpmn:conditionExpression>{condition}</bpmn:conditionExpression></bpmn:sequenceFlow>"""
        + Flow("f3", "x", "b") + Flow("f4", "a", "e") + Flow("f5", "b", "e"));

    private static readonly Trigger[] Journal =
    [
        new Trigger.Started(T0, new Dictionary<string, Value> { ["kind"] = "urgent", ["who"] = "Nguyễn Văn An", ["again"] = "Nguyễn Văn An", ["amount"] = 25, ["until"] = "2026-02-01" }) { By = "Trần Thị Bình" },
        new Trigger.WorkCompleted(T0.AddHours(2), "t1", "done", new Dictionary<string, Value> { ["note"] = "Đề nghị của ông An" }),
    ];

    [Fact]
    public void The_copy_goes_the_same_way_and_names_nobody()
    {
        var xml = Forked("${kind == 'urgent'}");
        var definition = BpmnReader.Read(xml, Words).Definition!;
        var script = ScenarioCopy.Of(definition, xml, Journal)!;
        Assert.DoesNotContain("An", script, StringComparison.Ordinal);
        Assert.DoesNotContain("Bình", script, StringComparison.Ordinal);
        Assert.Contains("urgent", script, StringComparison.Ordinal);
        var scenario = new Scenario(new ScenarioWords(definition.ProcessId, Words).Definition(xml));
        var transcript = scenario.Play(script);
        Assert.Contains("open a t1", transcript, StringComparison.Ordinal);
        Assert.Equal(EndKind.Completed, scenario.State.End);
        Assert.Equal(Journal.Select(trigger => trigger.At), scenario.Journal.Select(trigger => trigger.At));
        Assert.Equal("2026-02-01", scenario.State.Variables["until"].ToString());
        Assert.Equal(scenario.State.Variables["who"], scenario.State.Variables["again"]);
    }

    [Fact]
    public void A_way_that_depends_on_a_text_that_is_taken_out_is_not_copied()
    {
        var xml = Forked("${startsWith(who, 'Nguyễn')}");
        Assert.Null(ScenarioCopy.Of(BpmnReader.Read(xml, Words).Definition!, xml, Journal));
    }

    [Fact]
    public void Words_come_back_from_their_file()
    {
        var words = new ScenarioWords("p", Words with { Bindings = new Dictionary<string, string> { ["x"] = "machine" }, PlainTasks = true, Zone = TimeSpan.FromHours(1) });
        Assert.Equal(words.ToJson(), ScenarioWords.FromJson(words.ToJson()).ToJson());
    }
}
