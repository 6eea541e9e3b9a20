using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>Timer on the border of an activity: interrupts it, or starts a branch beside it. Fires at most once per activity.</summary>
internal sealed record TimerBoundaryEvent(string Id, string Name, string Parent, string Host, bool Interrupting, TimerExpression Timer)
    : Element(Id, Name, Parent)
{
    public override string AttachedTo => Host;

    public void Arm(StepBuilder step, Token host)
    {
        var token = step.Rest(Id, host.Scope, Wait.Timer, host.Id, "");
        step.Want(new Effect.SetTimer(token.Id, Id, Timer.Due(step.At, step.Variables)));
    }

    public override void Enter(StepBuilder step, Arrival arrival) => throw new InvalidOperationException($"{Id} has no incoming flow");

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        if (Interrupting)
        {
            step.Withdraw(step.Tokens.Single(host => host.Id == token.Via));
        }

        step.Leave(Id, token.Scope, "");
    }
}
