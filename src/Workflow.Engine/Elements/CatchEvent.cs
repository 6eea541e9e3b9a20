namespace Workflow.Engine.Elements;

/// <summary>What may stand behind an event-based gateway: it can be armed without being entered.</summary>
internal interface ICatching
{
    string Id { get; }

    EventTrigger Trigger { get; }
}

/// <summary>Intermediate catch event: the token waits for it.</summary>
internal sealed record CatchEvent(string Id, string Name, string Parent, EventTrigger Trigger) : Element(Id, Name, Parent), ICatching
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival) =>
        Trigger.Arm(step, new Token { ElementId = Id, Scope = arrival.Scope, Wait = Wait.Timer, Outcome = arrival.Outcome });

    public override void Occur(StepBuilder step, Token token)
    {
        LeaveChoice(step, token);
        step.Remove(token);
        step.Passed(Id);
        step.Leave(Id, token.Scope, token.Outcome);
    }

    /// <summary>Behind an event-based gateway: the others wait no longer.</summary>
    public static void LeaveChoice(StepBuilder step, Token token)
    {
        if (token.Via.Length > 0 && step.Find(token.Via) is { } choice)
        {
            step.Remove(token);
            step.Passed(choice.ElementId);
            step.Remove(choice);
        }
    }
}
