using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

public sealed class SemanticsTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_gateway_follows_the_outcome_of_the_task_before_it()
    {
        var definition = Read(Start() + User("a", "work") + """<bpmn:exclusiveGateway id="g"/>""" + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "g") + Flow("f3", "g", "b", "yes") + Flow("f4", "g", "a", "no") + Flow("f5", "b", "e"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        state = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t1", "no")).State;
        Assert.Equal(["a"], state.Tokens.Select(token => token.ElementId));
        state = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t2", "yes")).State;
        Assert.Equal(["b"], state.Tokens.Select(token => token.ElementId));
        var end = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t3", "done"));
        Assert.Equal(EndKind.Completed, end.State.End);
        Assert.IsType<Effect.Finish>(end.Effects[^1]);
    }

    [Fact]
    public void A_late_or_repeated_trigger_changes_nothing()
    {
        var definition = Read(Start() + User("a") + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "e"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        var next = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t1", "done")).State;
        var again = Interpreter.Step(definition, next, new Trigger.WorkCompleted(T0, "t1", "done"));
        Assert.IsType<StepVerdict.Ignored>(again.Verdict);
        Assert.Equal(next.ToJson(), again.State.ToJson());
    }

    [Fact]
    public void An_outcome_that_nobody_declared_is_refused()
    {
        var definition = Read(Start() + User("a") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        Assert.IsType<StepVerdict.Refused>(Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t1", "maybe")).Verdict);
    }

    [Fact]
    public void A_parallel_join_waits_for_every_flow()
    {
        var definition = Read(Start() + """<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>""" + User("a") + User("b") + End() + Flow("f1", "s", "fork") + Flow("f2", "fork", "a") + Flow("f3", "fork", "b") + Flow("f4", "a", "join") + Flow("f5", "b", "join") + Flow("f6", "join", "e"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        state = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t1", "done")).State;
        Assert.False(state.IsEnded);
        state = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, "t2", "done")).State;
        Assert.True(state.IsEnded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_boundary_timer_interrupts_or_not(bool interrupting)
    {
        var timer = $"""<bpmn:boundaryEvent id="t" attachedToRef="a" cancelActivity="{(interrupting ? "true" : "false")}"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>""";
        var definition = Read(Start() + User("a") + timer + User("b") + End() + End("e2") + Flow("f1", "s", "a") + Flow("f2", "a", "e") + Flow("f3", "t", "b") + Flow("f4", "b", "e2"));
        var begun = Interpreter.Start(definition, new Trigger.Started(T0));
        var set = Assert.Single(begun.Effects.OfType<Effect.SetTimer>());
        Assert.Equal(T0.AddDays(3), set.Due);
        var fired = Interpreter.Step(definition, begun.State, new Trigger.TimerFired(T0.AddDays(3), set.Token));
        Assert.Equal(interrupting ? ["b"] : new[] { "a", "b" }, fired.State.Tokens.Select(token => token.ElementId));
        Assert.Equal(interrupting, fired.Effects.OfType<Effect.CloseWork>().Any());
    }

    [Fact]
    public void Completing_the_work_withdraws_its_timer()
    {
        var definition = Read(Start() + User("a") + """<bpmn:boundaryEvent id="t" attachedToRef="a"><bpmn:timerEventDefinition><bpmn:timeDate>${closesAt}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>""" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e") + Flow("f3", "t", "e"));
        var begun = Interpreter.Start(definition, new Trigger.Started(T0, new Dictionary<string, Value> { ["closesAt"] = "2026-02-01T17:00:00" }));
        // A date without an offset is Vietnam's.
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero), begun.Effects.OfType<Effect.SetTimer>().Single().Due);
        var done = Interpreter.Step(definition, begun.State, new Trigger.WorkCompleted(T0, "t1", "done"));
        Assert.Single(done.Effects.OfType<Effect.CloseTimer>());
        Assert.True(done.State.IsEnded);
    }

    [Fact]
    public void An_error_goes_to_its_border_and_an_uncaught_one_ends_the_case_visibly()
    {
        var caught = Read(Start() + Service("m") + """<bpmn:boundaryEvent id="x" attachedToRef="m"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>""" + User("fix") + End() + Flow("f1", "s", "m") + Flow("f2", "m", "e") + Flow("f3", "x", "fix") + Flow("f4", "fix", "m"));
        var state = Interpreter.Start(caught, new Trigger.Started(T0)).State;
        state = Interpreter.Step(caught, state, new Trigger.WorkFailed(T0, "t1", "no-key")).State;
        Assert.Equal(["fix"], state.Tokens.Select(token => token.ElementId));
        var bare = Read(Start() + Service("m") + End() + Flow("f1", "s", "m") + Flow("f2", "m", "e"));
        state = Interpreter.Start(bare, new Trigger.Started(T0)).State;
        Assert.Equal(EndKind.UncaughtError, Interpreter.Step(bare, state, new Trigger.WorkFailed(T0, "t1", "boom")).State.End);
    }

    [Fact]
    public void A_subprocess_ends_with_its_last_token_and_terminate_ends_only_its_scope()
    {
        var inner = Start("si") + """<bpmn:parallelGateway id="fork"/>""" + User("a") + User("b") + """<bpmn:endEvent id="kill"><bpmn:terminateEventDefinition/></bpmn:endEvent>""" + End("ei") + Flow("i1", "si", "fork") + Flow("i2", "fork", "a") + Flow("i3", "fork", "b") + Flow("i4", "a", "kill") + Flow("i5", "b", "ei");
        var definition = Read(Start() + $"<bpmn:subProcess id=\"sub\">{inner}</bpmn:subProcess>" + User("after") + End() + Flow("f1", "s", "sub") + Flow("f2", "sub", "after") + Flow("f3", "after", "e"));
        var state = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        var a = state.Tokens.Single(token => token.ElementId == "a");
        var killed = Interpreter.Step(definition, state, new Trigger.WorkCompleted(T0, a.Id, "done"));
        Assert.Equal(["after"], killed.State.Tokens.Select(token => token.ElementId));
        Assert.Single(killed.Effects.OfType<Effect.CloseWork>());
    }

    [Fact]
    public void A_loop_without_a_wait_is_an_error_not_a_hang()
    {
        // A cycle of gateways alone is refused at deployment; one through an empty subprocess is stopped by the step limit.
        var endless = Read(Start() + """<bpmn:exclusiveGateway id="m"/>""" + $"<bpmn:subProcess id=\"sub\">{Start("si")}{End("ei")}{Flow("i1", "si", "ei")}</bpmn:subProcess>" + """<bpmn:parallelGateway id="fork"/>""" + End() + Flow("f1", "s", "m") + Flow("f2", "m", "sub") + Flow("f3", "sub", "fork") + Flow("f4", "fork", "m") + Flow("f5", "fork", "e"));
        var error = Assert.Throws<EndlessLoopException>(() => Interpreter.Start(endless, new Trigger.Started(T0)));
        Assert.Contains("lặp mãi", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    public void A_timer_on_a_variable_without_an_instant_is_an_error_never_now(string? value)
    {
        var definition = Read(Start() + """<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition><bpmn:timeDate>${closesAt}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""" + End() + Flow("f1", "s", "t") + Flow("f2", "t", "e"));
        var error = Assert.Throws<ExecutionException>(() => Interpreter.Start(definition, new Trigger.Started(T0, value is null ? null : new Dictionary<string, Value> { ["closesAt"] = value })));
        Assert.Contains("closesAt", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_that_nobody_can_move_says_so()
    {
        var definition = Read(Start() + User("a", "work") + """<bpmn:exclusiveGateway id="x"/><bpmn:parallelGateway id="j"/>""" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "x") + Flow("f3", "x", "j", "yes") + Flow("f4", "x", "j", "no") + Flow("f5", "j", "e"));
        var begun = Interpreter.Start(definition, new Trigger.Started(T0)).State;
        Assert.False(InstanceState.Empty.IsStuck || begun.IsStuck);
        Assert.True(Interpreter.Step(definition, begun, new Trigger.WorkCompleted(T0, "t1", "yes")).State.IsStuck);
    }

    [Fact]
    public void Time_of_any_offset_gives_due_times_in_UTC()
    {
        var definition = Read(Start() + """<bpmn:intermediateCatchEvent id="t"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""" + End() + Flow("f1", "s", "t") + Flow("f2", "t", "e"));
        var due = Interpreter.Start(definition, new Trigger.Started(T0.ToOffset(TimeSpan.FromHours(7)))).Effects.OfType<Effect.SetTimer>().Single().Due;
        Assert.Equal((T0.AddDays(1), TimeSpan.Zero), (due, due.Offset));
    }
}
