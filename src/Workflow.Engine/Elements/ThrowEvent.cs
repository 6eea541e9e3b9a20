namespace Workflow.Engine.Elements;

/// <summary>Intermediate throw event: throws and goes on, unless what it threw interrupts the scope it is in. Without a definition it only marks a point.</summary>
internal sealed record ThrowEvent(string Id, string Name, string Parent, Throwing? Thrown) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override IReadOnlyList<string> Answers => (Thrown as MessageActivity)?.Declared ?? base.Answers;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        if (Thrown is MessageActivity activity)
        {
            activity.Run(step, this, arrival);
            return;
        }

        // The token rests while it throws: whoever interrupts its scope takes it along.
        var token = step.Rest(new Token { ElementId = Id, Scope = arrival.Scope, Wait = Wait.Scope, Outcome = arrival.Outcome });
        Thrown?.Throw(step, Id, arrival.Scope);
        if (step.Find(token.Id) is not null)
        {
            Complete(step, token, arrival.Outcome);
        }
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Passed(Id);
        step.Leave(Id, token.Scope, token.Outcome);
    }
}
