using Workflow.Engine.Migrating;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>An operator moves a token against the drawing.</summary>
public sealed class OverrideTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly string Border = """<bpmn:boundaryEvent id="t" attachedToRef="b"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>""" + Flow("f9", "t", "e");
    private static readonly string Line = Start() + User("a") + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "e");

    // Two branches, of which an exclusive gateway takes one: the parallel join waits for ever.
    private static readonly string Stuck = Start() + """<bpmn:exclusiveGateway id="x" default="f3"/><bpmn:parallelGateway id="join"/>""" + User("a") + User("b") + End()
        + Flow("f1", "s", "x") + """<bpmn:sequenceFlow id="f2" sourceRef="x" targetRef="a"><bpmn:conditionExpression>${false}</bpmn:conditionExpression></bpmn:sequenceFlow>"""
        + Flow("f3", "x", "b") + Flow("f4", "a", "join") + Flow("f5", "b", "join") + Flow("f6", "join", "e");

    private static readonly string Inner = Start() + "<bpmn:subProcess id=\"inner\">" + Start("s2") + User("b") + User("c") + End("e2") + Flow("g1", "s2", "b") + Flow("g2", "b", "c") + Flow("g3", "c", "e2") + "</bpmn:subProcess>"
        + User("after") + End() + Flow("f1", "s", "inner") + Flow("f2", "inner", "after") + Flow("f3", "after", "e");

    [Fact]
    public void What_waits_is_withdrawn_with_its_watchers_and_the_target_opens()
    {
        var definition = Read(Line + Border);
        List<Trigger> journal = [new Trigger.Started(T0), new Trigger.WorkCompleted(T0, "t1", "done")];
        var before = Interpreter.Replay(definition, journal);
        var task = before.Tokens.Single(token => token.ElementId == "b");
        Assert.Equal(["a", "e"], Assert.Single(Override.Tokens(definition, before)).Targets.Select(target => target.ElementId).Order(StringComparer.Ordinal));
        journal.Add(new Trigger.Moved(T0, task.Id, "a", "Lý do"));
        var result = Interpreter.Step(definition, before, journal[^1]);
        Assert.Equal("a", Assert.Single(result.State.Tokens).ElementId);
        Assert.Contains(new Effect.CloseWork(task.Id), result.Effects);
        Assert.Contains(result.Effects, effect => effect is Effect.CloseTimer);
        Assert.Contains(result.Effects, effect => effect is Effect.OpenTask { ElementId: "a" });
        Assert.Equal(result.State.ToJson(), Interpreter.Replay(definition, journal.Select(trigger => Trigger.FromJson(trigger.ToJson()))).ToJson());
    }

    [Fact]
    public void A_join_that_waits_for_ever_is_left()
    {
        var definition = Read(Stuck);
        var state = Interpreter.Replay(definition, [new Trigger.Started(T0), new Trigger.WorkCompleted(T0, "t1", "done")]);
        Assert.True(state.IsStuck);
        var movable = Assert.Single(Override.Tokens(definition, state));
        Assert.Equal("join", movable.ElementId);
        Assert.Equal(EndKind.Completed, Interpreter.Step(definition, state, new Trigger.Moved(T0, movable.Token, "e", "")).State.End);
    }

    [Fact]
    public void A_join_receives_nobody_who_came_by_no_flow()
    {
        var definition = Read(Stuck);
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        Assert.DoesNotContain(Assert.Single(Override.Tokens(definition, state)).Targets, target => target.ElementId == "join");
        var result = Interpreter.Step(definition, state, new Trigger.Moved(T0, "t1", "join", ""));
        Assert.Equal("engine.no-such-move", Assert.IsType<StepVerdict.Refused>(result.Verdict).Code);
        Assert.Equal(state.ToJson(), result.State.ToJson());
    }

    [Fact]
    public void A_token_stays_in_its_scope_and_a_scope_takes_what_is_inside_with_it()
    {
        var definition = Read(Inner);
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        var movable = Override.Tokens(definition, state).ToDictionary(one => one.ElementId, one => one.Targets.Select(target => target.ElementId).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        Assert.Equal(["c", "e2"], movable["b"]);
        Assert.Equal(["after", "e"], movable["inner"]);
        var scope = state.Tokens.Single(token => token.ElementId == "inner");
        var task = state.Tokens.Single(token => token.ElementId == "b");
        var result = Interpreter.Step(definition, state, new Trigger.Moved(T0, scope.Id, "after", ""));
        Assert.Equal("after", Assert.Single(result.State.Tokens).ElementId);
        Assert.Contains(new Effect.CloseWork(task.Id), result.Effects);
        Assert.IsType<StepVerdict.Refused>(Interpreter.Step(definition, state, new Trigger.Moved(T0, task.Id, "after", "")).Verdict);
    }

    [Theory]
    [InlineData("t99", "a")]
    [InlineData("t1", "nowhere")]
    [InlineData("t1", "s")]
    public void What_is_not_there_does_not_move(string token, string element)
    {
        var definition = Read(Line);
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        var result = Interpreter.Step(definition, state, new Trigger.Moved(T0, token, element, ""));
        Assert.IsNotType<StepVerdict.Taken>(result.Verdict);
        Assert.Equal(state.ToJson(), result.State.ToJson());
    }

    [Fact]
    public void One_of_several_instances_does_not_move_without_the_others()
    {
        var definition = Read(Start() + """<bpmn:userTask id="a" name="a" wf:task="other" wf:candidates="role:office"><bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>""" + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "e"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        var body = Assert.Single(Override.Tokens(definition, state));
        Assert.Equal(Wait.Body, state.Tokens.Single(token => token.Id == body.Token).Wait);
        var result = Interpreter.Step(definition, state, new Trigger.Moved(T0, body.Token, "b", ""));
        Assert.Equal("b", Assert.Single(result.State.Tokens).ElementId);
        Assert.Equal(3, result.Effects.Count(effect => effect is Effect.CloseWork));
    }
}
