using System.Diagnostics;
using System.Text;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>Files and cases of any size and shape end in bounded time with a result or a clear error, never in a hang.</summary>
public sealed class LimitTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Ten_thousand_tasks_in_a_row_are_read_and_run()
    {
        var definition = Read(Chain(10_000, i => $"<bpmn:task id=\"n{i}\"/>"));
        var result = Interpreter.Start(definition, new Trigger.Started(T0));
        Assert.True(result.State.IsEnded);
        Assert.Equal(10_002, result.Passed.Count);
    }

    [Fact]
    public void Two_to_the_299_paths_cost_nothing()
    {
        var xml = new StringBuilder(Start() + End());
        for (var i = 0; i < 299; i++)
        {
            xml.Append($"<bpmn:inclusiveGateway id=\"g{i}\"/><bpmn:inclusiveGateway id=\"j{i}\"/>");
            xml.Append(Flow($"a{i}", $"g{i}", $"j{i}")).Append(Flow($"b{i}", $"g{i}", $"j{i}"));
            xml.Append(Flow($"c{i}", i == 0 ? "s" : $"j{i - 1}", $"g{i}"));
        }

        var definition = Read(xml + User("u") + Flow("last", "j298", "u") + Flow("out", "u", "e"));
        var watch = Stopwatch.StartNew();
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        Assert.Equal("u", Assert.Single(state.Tokens).ElementId);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void A_fork_of_five_thousand_branches_is_joined()
    {
        var xml = new StringBuilder(Start() + End() + """<bpmn:parallelGateway id="f"/><bpmn:parallelGateway id="j"/>""" + Flow("in", "s", "f") + Flow("out", "j", "e"));
        for (var i = 0; i < 5_000; i++)
        {
            xml.Append($"<bpmn:task id=\"n{i}\"/>").Append(Flow($"a{i}", "f", $"n{i}")).Append(Flow($"b{i}", $"n{i}", "j"));
        }

        Assert.True(Interpreter.Start(Read(xml.ToString()), new Trigger.Started(T0)).State.IsEnded);
    }

    [Theory]
    [InlineData("endless-loop", """<bpmn:task id="a"/><bpmn:task id="b"/>""", "a>b b>a b>e")]
    [InlineData("endless-loop", """<bpmn:task id="a"/><bpmn:parallelGateway id="f"/><bpmn:task id="b"/>""", "a>f f>a f>b b>a f>e")]
    [InlineData("endless-loop", """<bpmn:task id="a"/><bpmn:parallelGateway id="f"/><bpmn:userTask id="u" wf:task="other" wf:candidates="units"/>""", "a>f f>a f>u u>e")]
    [InlineData("too-many-tokens", """<bpmn:task id="a"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${1000000}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>""", "a>e")]
    [InlineData("endless-loop", """<bpmn:task id="a"><bpmn:standardLoopCharacteristics><bpmn:loopCondition>true</bpmn:loopCondition></bpmn:standardLoopCharacteristics></bpmn:task>""", "a>e")]
    public void What_never_rests_ends_in_a_clear_error(string code, string content, string flows)
    {
        var xml = new StringBuilder(Start() + End() + content + Flow("first", "s", "a"));
        foreach (var (flow, at) in flows.Split(' ').Select((flow, at) => (flow.Split('>'), at)))
        {
            xml.Append(Flow($"x{at}", flow[0], flow[1]));
        }

        var error = Assert.ThrowsAny<ExecutionException>(() => Interpreter.Start(Read(xml.ToString()), new Trigger.Started(T0)));
        Assert.Equal("engine." + code, error.Code);
        Assert.Contains(error.ElementId, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_do_not_nest_without_end()
    {
        var definition = Read(Start() + """<bpmn:callActivity id="c" calledElement="p"/>""" + End() + Flow("f1", "s", "c") + Flow("f2", "c", "e"));
        var depth = Assert.IsType<Effect.StartCall>(Interpreter.Start(definition, new Trigger.Started(T0) { Depth = 19 }).Effects[0]).Depth;
        Assert.Equal(20, depth);
        Assert.Equal("engine.call-too-deep", Assert.Throws<ExecutionException>(() => Interpreter.Start(definition, new Trigger.Started(T0) { Depth = depth })).Code);
    }

    [Fact]
    public void A_case_with_many_open_tasks_is_small()
    {
        var definition = Read(Start() + """<bpmn:userTask id="Receipt" wf:task="other" wf:candidates="units"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>58</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>""" + End() + Flow("f1", "s", "Receipt") + Flow("f2", "Receipt", "e"));
        Assert.InRange(Interpreter.Start(definition, new Trigger.Started(T0)).State.ToJson().Length, 1, 6_000);
    }

    [Fact]
    public void A_value_that_could_not_be_read_again_is_never_stored()
    {
        var definition = Read(Start() + User("u") + """<bpmn:task id="m"><bpmn:multiInstanceLoopCharacteristics wf:results="x" wf:result="${x}"><bpmn:loopCardinality>1</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>""" + Flow("f1", "s", "u") + Flow("f2", "u", "m") + Flow("f3", "m", "u"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0, new Dictionary<string, Value> { ["x"] = 1 })).State;
        var error = Assert.Throws<ExecutionException>(() =>
        {
            for (var round = 0; round < 100; round++)
            {
                state = InstanceState.FromJson(Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, state.Tokens[0].Id, "done")).State.ToJson());
            }
        });
        Assert.Equal("engine.value-too-deep", error.Code);
        Assert.Equal(state.ToJson(), InstanceState.FromJson(state.ToJson()).ToJson());
    }

    private static string Chain(int count, Func<int, string> node)
    {
        var xml = new StringBuilder(Start("n0"));
        for (var i = 1; i <= count + 1; i++)
        {
            xml.Append(i > count ? End($"n{i}") : node(i)).Append(Flow($"f{i}", $"n{i - 1}", $"n{i}"));
        }

        return xml.ToString();
    }
}
