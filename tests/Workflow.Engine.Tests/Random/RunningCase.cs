using Xunit;

namespace Workflow.Engine.Tests.Random;

/// <summary>
/// A case under test. After every step it holds the engine to its promises: state and trigger survive their
/// written form, the journal alone gives the same state, and the work and timers ordered so far are exactly those the tokens wait for.
/// </summary>
internal sealed class RunningCase(ProcessDefinition definition, string where)
{
    private readonly List<Trigger> journal = [];
    private readonly HashSet<string> timers = new(StringComparer.Ordinal);
    private readonly HashSet<string> work = new(StringComparer.Ordinal);

    public InstanceState State { get; private set; } = InstanceState.Empty;

    /// <summary>Tokens that a person, the machine or a point in time can move, oldest first.</summary>
    public IReadOnlyList<Token> Movable => [.. State.Tokens.Where(token => token.Wait is Wait.Task or Wait.Activity or Wait.Timer)];

    public StepResult Apply(Trigger trigger)
    {
        var before = State.ToJson();
        var result = Interpreter.Step(definition, State, Trigger.FromJson(trigger.ToJson()));
        if (result.Verdict is not StepVerdict.Taken)
        {
            Assert.Equal(before, result.State.ToJson());
            Assert.Empty(result.Effects);
            return result;
        }

        journal.Add(trigger);
        Record(trigger, result.Effects);
        State = InstanceState.FromJson(result.State.ToJson());
        Assert.True(State.ToJson() == result.State.ToJson(), where);
        Assert.True(Interpreter.Replay(definition, journal).ToJson() == State.ToJson(), where);
        Assert.Equal(State.Tokens.Where(token => token.Wait is Wait.Task or Wait.Activity).Select(token => token.Id).Order(StringComparer.Ordinal), work.Order(StringComparer.Ordinal));
        Assert.Equal(State.Tokens.Where(token => token.Wait == Wait.Timer).Select(token => token.Id).Order(StringComparer.Ordinal), timers.Order(StringComparer.Ordinal));
        Assert.Equal(State.IsEnded, result.Effects.Any(effect => effect is Effect.Finish));
        Assert.False(State.IsEnded && State.Tokens.Count > 0, where);
        return result;
    }

    private void Record(Trigger trigger, IReadOnlyList<Effect> effects)
    {
        switch (trigger)
        {
            case Trigger.WorkCompleted { Token: var token }:
                Assert.True(work.Remove(token), where);
                break;
            case Trigger.WorkFailed { Token: var token }:
                // A failed activity is withdrawn by the step itself.
                Assert.Contains(token, work);
                break;
            case Trigger.TimerFired { Token: var token }:
                Assert.True(timers.Remove(token), where);
                break;
        }

        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.OpenTask open:
                    Assert.True(work.Add(open.Token), where);
                    break;
                case Effect.RunActivity run:
                    Assert.True(work.Add(run.Token), where);
                    break;
                case Effect.SetTimer set:
                    Assert.Equal(TimeSpan.Zero, set.Due.Offset);
                    Assert.True(timers.Add(set.Token), where);
                    break;
                case Effect.CloseWork close:
                    Assert.True(work.Remove(close.Token), where);
                    break;
                case Effect.CloseTimer close:
                    Assert.True(timers.Remove(close.Token), where);
                    break;
            }
        }
    }
}
