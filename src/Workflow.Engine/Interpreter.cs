using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>
/// The engine: one pure function from definition, state and trigger to the new state and what is to be done. No clock, no I/O.
/// </summary>
public static class Interpreter
{
    /// <summary>Begins a case.</summary>
    public static StepResult Start(ProcessDefinition definition, Trigger.Started trigger) => Step(definition, InstanceState.Empty, trigger);

    /// <summary>
    /// Applies a trigger. A trigger for a token that waits no longer is ignored; an outcome that nobody declared is refused.
    /// Throws <see cref="EndlessLoopException"/> for a loop without a wait state.
    /// </summary>
    public static StepResult Step(ProcessDefinition definition, InstanceState state, Trigger trigger)
    {
        if (state.IsEnded || (trigger is Trigger.Started) != (state.Sequence == 0 && state.Tokens.Count == 0))
        {
            return new StepResult(state, [], new StepVerdict.Ignored());
        }

        var step = new StepBuilder(definition, state, trigger.At);
        step.Set(trigger.Brings);
        return trigger switch
        {
            Trigger.Started => Begin(step),
            Trigger.Cancelled => Cancel(step),
            Trigger.WorkCompleted done => Answer(step, state, done),
            Trigger.WorkFailed failed => Find(state, failed.Token, Wait.Activity) is { } token ? Raise(step, token, failed.ErrorCode) : Ignored(state),
            Trigger.TimerFired fired => Find(state, fired.Token, Wait.Timer) is { } token ? Complete(step, token, "") : Ignored(state),
            _ => throw new InvalidOperationException($"unknown trigger {trigger.GetType().Name}"),
        };
    }

    /// <summary>Rebuilds a state from its journal.</summary>
    public static InstanceState Replay(ProcessDefinition definition, IEnumerable<Trigger> journal) =>
        journal.Aggregate(InstanceState.Empty, (state, trigger) => Step(definition, state, trigger).State);

    private static StepResult Begin(StepBuilder step)
    {
        step.Move(new Arrival(step.Definition.StartOf("").Id, "", "", null));
        return step.Run();
    }

    private static StepResult Cancel(StepBuilder step)
    {
        step.Finish("", EndKind.Cancelled);
        return step.Run();
    }

    private static StepResult Answer(StepBuilder step, InstanceState state, Trigger.WorkCompleted done)
    {
        var token = Find(state, done.Token, Wait.Task) ?? Find(state, done.Token, Wait.Activity);
        if (token is null)
        {
            return Ignored(state);
        }

        var declared = step.Definition[token.ElementId].Outcomes!;
        return declared.Contains(done.Outcome, StringComparer.Ordinal)
            ? Complete(step, token, done.Outcome)
            : new StepResult(state, [], new StepVerdict.Refused("engine.undeclared-outcome", $"“{done.Outcome}” không phải là kết quả của bước “{step.Definition[token.ElementId].Name}” (các kết quả: {string.Join(", ", declared)})."));
    }

    private static StepResult Complete(StepBuilder step, Token token, string outcome)
    {
        step.Definition[token.ElementId].Complete(step, token, outcome);
        return step.Run();
    }

    private static StepResult Raise(StepBuilder step, Token token, string errorCode)
    {
        step.Raise(token, errorCode);
        return step.Run();
    }

    private static Token? Find(InstanceState state, string id, Wait wait) => state.Tokens.FirstOrDefault(token => token.Id == id && token.Wait == wait);

    private static StepResult Ignored(InstanceState state) => new(state, [], new StepVerdict.Ignored());
}
