namespace Workflow.Engine.Elements;

/// <summary>An error on a border or at the start of an event subprocess; without a code it catches every error. Always interrupts.</summary>
internal sealed record ErrorEvent(string? Code) : EventTrigger
{
    public bool Catches(string code) => Code is null || Code == code;

    public override Token? Arm(StepBuilder step, Token draft) => null;
}

/// <summary>Error end event: its scope dies and the error rises to the nearest catcher; uncaught, it ends the case visibly.</summary>
internal sealed record ErrorThrow(string Code) : Throwing
{
    public override void Throw(StepBuilder step, string elementId, string scope) => step.Catching.Throw(elementId, scope, Code);
}
