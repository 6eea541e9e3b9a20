namespace Workflow.Engine.Elements;

/// <summary>What all tasks, subprocesses and calls share: they may bear events on their border, and may be done several times.</summary>
internal abstract record Activity(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    /// <summary>How often it is done; null: once for each token.</summary>
    public Loop? Loop { get; init; }

    // What one member answered must not be taken for the answer of all: several instances leave without an outcome.
    public sealed override IReadOnlyList<string>? Outcomes => Loop is null ? Once : [""];

    /// <summary>Outcomes when it is done once.</summary>
    protected virtual IReadOnlyList<string>? Once => Answers;

    public sealed override void Enter(StepBuilder step, Arrival arrival)
    {
        if (Loop is { } loop && BodyOf(step, arrival.Scope) is null)
        {
            loop.Begin(step, this, arrival);
        }
        else
        {
            Begin(step, arrival);
        }
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        Done(step, token.Scope, token.Locals, outcome);
    }

    /// <summary>One execution begins.</summary>
    protected abstract void Begin(StepBuilder step, Arrival arrival);

    /// <summary>The token of one execution comes to rest.</summary>
    protected Token Rest(StepBuilder step, Arrival arrival, Wait wait) =>
        step.Rest(new Token { ElementId = Id, Scope = arrival.Scope, Wait = wait, Outcome = arrival.Outcome, Locals = arrival.Locals });

    /// <summary>The events on the border are on watch from now on; those of a loop belong to its body.</summary>
    protected void ArmBoundaries(StepBuilder step, Token token)
    {
        if (BodyOf(step, token.Scope) is null)
        {
            step.ArmBoundaries(token);
        }
    }

    /// <summary>One execution is done.</summary>
    protected void Done(StepBuilder step, string scope, IReadOnlyDictionary<string, Value>? locals, string outcome)
    {
        step.Passed(Id);
        if (BodyOf(step, scope) is { } body)
        {
            Loop!.Done(step, this, body, locals!);
        }
        else
        {
            step.Leave(Id, scope, outcome);
        }
    }

    private Token? BodyOf(StepBuilder step, string scope) => step.Find(scope) is { Wait: Wait.Body } body && body.ElementId == Id ? body : null;
}
