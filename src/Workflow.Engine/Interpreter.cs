namespace Workflow.Engine;

/// <summary>
/// The engine: one pure function from definition, state and trigger to the new state and what is to be done. No clock, no I/O.
/// </summary>
public static class Interpreter
{
    private static readonly StepVerdict.Ignored Ignored = new();

    /// <summary>Begins a case.</summary>
    public static StepResult Start(ProcessDefinition definition, Trigger.Started trigger) => Step(definition, InstanceState.Empty, trigger);

    /// <summary>
    /// Applies a trigger. A trigger for a token that waits no longer is ignored; an outcome that nobody declared is refused.
    /// Throws <see cref="ExecutionException"/> when the case cannot go on: then nothing of this trigger has happened.
    /// </summary>
    public static StepResult Step(ProcessDefinition definition, InstanceState state, Trigger trigger)
    {
        if (state.IsEnded || (trigger is Trigger.Started) != (state.Sequence == 0 && state.Tokens.Count == 0))
        {
            return new StepResult(state, [], Ignored);
        }

        var step = new StepBuilder(definition, state, trigger.At);
        var verdict = Apply(step, trigger);
        return verdict is null ? step.Run() : new StepResult(state, [], verdict);
    }

    /// <summary>Rebuilds a state from its journal.</summary>
    public static InstanceState Replay(ProcessDefinition definition, IEnumerable<Trigger> journal) =>
        journal.Aggregate(InstanceState.Empty, (state, trigger) => Step(definition, state, trigger).State);

    /// <summary>Rebuilds the state of a case that has been on several versions: <paramref name="byHash"/> finds each of them.</summary>
    public static InstanceState Replay(Func<string, ProcessDefinition> byHash, string hash, IReadOnlyList<Trigger> journal) => States(byHash, hash, journal).LastOrDefault() ?? InstanceState.Empty;

    /// <summary>The states of such a case, one after each trigger.</summary>
    public static IEnumerable<InstanceState> States(Func<string, ProcessDefinition> byHash, string hash, IReadOnlyList<Trigger> journal)
    {
        var definition = byHash(journal.OfType<Trigger.Migrated>().FirstOrDefault()?.FromHash ?? hash);
        var state = InstanceState.Empty;
        foreach (var trigger in journal)
        {
            if (trigger is Trigger.Migrated migrated)
            {
                var next = byHash(migrated.ToHash);
                state = Migrating.Migration.Move(definition, next, state, migrated.Elements).State ?? throw new InvalidOperationException($"the journal moves the case to {migrated.ToHash}, where it has no place");
                definition = next;
            }
            else
            {
                state = Step(definition, state, trigger).State;
            }

            yield return state;
        }
    }

    // Null when the trigger was taken up and the step is to run.
    private static StepVerdict? Apply(StepBuilder step, Trigger trigger)
    {
        switch (trigger)
        {
            case Trigger.Started started:
                return Begin(step, started);
            case Trigger.Cancelled:
                step.Finish("", EndKind.Cancelled);
                return null;
            case Trigger.Moved moved when step.Find(moved.Token) is { } token:
                return Migrating.Override.Apply(step, token, moved.ElementId);
            case Trigger.WorkCompleted done when step.Waiting(done.Token, Wait.Task, Wait.Activity) is { } token:
                return Answer(step, token, done);
            case Trigger.WorkFailed failed when step.Waiting(failed.Token, Wait.Activity, Wait.Call) is { } token:
                step.Set(token.Id, failed.Variables);
                step.Catching.Raise(token, failed.ErrorCode);
                return null;
            // The second firing of one instant of a cycle comes before the next is due.
            case Trigger.TimerFired fired when step.Waiting(fired.Token, Wait.Timer) is { } token && !(token.Due > fired.At):
                return Occur(step, token, null);
            case Trigger.MessageArrived message when step.Waiting(message.Token, Wait.Message) is { } token:
                return Occur(step, token, message.Variables);
            case Trigger.Continued told when step.Waiting(told.Token, Wait.Receive) is { } token:
                return Occur(step, token, told.Variables);
            case Trigger.SignalArrived signal when step.Catching.Listeners(signal.Name) is { Count: > 0 } listeners:
                step.Set("", signal.Variables);
                step.Catching.Hear(listeners);
                return null;
            case Trigger.CallReturned returned when step.Waiting(returned.Token, Wait.Call) is { } token:
                step.Set(token.Id, returned.Variables);
                step.Complete(token.Id, "");
                return null;
            case Trigger.CallEscalated escalated when step.Waiting(escalated.Token, Wait.Call) is { } token:
                step.Set(token.Id, escalated.Variables);
                step.Catching.Escalate(token, escalated.EscalationCode);
                return null;
            default:
                return Ignored;
        }
    }

    private static StepVerdict? Begin(StepBuilder step, Trigger.Started started)
    {
        var starts = step.Definition.StartsOf("").ToList();
        var start = started.StartEvent is { } id ? starts.Find(one => one.Id == id) : starts.Find(one => one.Trigger is null) ?? (starts.Count == 1 ? starts[0] : null);
        if (start is null)
        {
            return new StepVerdict.Refused("engine.no-such-start", $"Quy trình “{step.Definition.Name}” không bắt đầu được theo cách này.");
        }

        step.Begin(start, started);
        return null;
    }

    private static StepVerdict? Answer(StepBuilder step, Token token, Trigger.WorkCompleted done)
    {
        var element = step.Definition[token.ElementId];
        var declared = element.Answers;
        if (!declared.Contains(done.Outcome, StringComparer.Ordinal))
        {
            return new StepVerdict.Refused("engine.undeclared-outcome", $"“{done.Outcome}” không phải là kết quả của bước “{element.Name}” (các kết quả: {string.Join(", ", declared)}).");
        }

        step.Set(token.Id, done.Variables);
        step.Complete(token.Id, done.Outcome);
        return null;
    }

    private static StepVerdict? Occur(StepBuilder step, Token token, IReadOnlyDictionary<string, Value>? variables)
    {
        step.Set(token.Id, variables);
        step.Occur(token.Id);
        return null;
    }
}
