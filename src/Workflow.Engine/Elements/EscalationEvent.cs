namespace Workflow.Engine.Elements;

/// <summary>An escalation on a border or at the start of an event subprocess; without a code it catches every one.</summary>
internal sealed record EscalationEvent(string? Code) : EventTrigger
{
    public bool Catches(string code) => Code is null || Code == code;

    public override Token? Arm(StepBuilder step, Token draft) => null;
}

/// <summary>An escalation is thrown: not critical, the thrower goes on unless its catcher interrupts.</summary>
internal sealed record EscalationThrow(string Code) : Throwing
{
    public override void Throw(StepBuilder step, string elementId, string scope) => step.Catching.Escalate(elementId, scope, Code);
}
