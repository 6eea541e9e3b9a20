using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>Intermediate timer event: waits for a point in time.</summary>
internal sealed record TimerCatchEvent(string Id, string Name, string Parent, TimerExpression Timer) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var token = step.Rest(Id, arrival.Scope, Wait.Timer, "", arrival.Outcome);
        step.Want(new Effect.SetTimer(token.Id, Id, Timer.Due(step.At, step.Variables)));
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Leave(Id, token.Scope, token.Outcome);
    }
}
