namespace Workflow.Engine.Elements;

/// <summary>End event: throws what it has to throw, then the token is consumed; the scope ends with its last token.</summary>
internal sealed record EndEvent(string Id, string Name, string Parent, Throwing? Thrown) : Element(Id, Name, Parent)
{
    public override bool IsEnd => true;

    public override IReadOnlyList<string> Answers => (Thrown as MessageActivity)?.Declared ?? base.Answers;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        if (Thrown is MessageActivity activity)
        {
            activity.Run(step, this, arrival);
            return;
        }

        step.Passed(Id);
        step.Consume(Id, arrival.Scope);
        Thrown?.Throw(step, Id, arrival.Scope);
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Passed(Id);
        step.Consume(Id, token.Scope);
    }
}
