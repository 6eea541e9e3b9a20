namespace Workflow.Engine.Elements;

/// <summary>What an event waits for.</summary>
internal abstract record EventTrigger
{
    /// <summary>A token comes to rest and waits for it, and what is outside is told. Null when nothing has to wait: errors and escalations are looked up when they are thrown.</summary>
    public abstract Token? Arm(StepBuilder step, Token draft);

    /// <summary>A watcher that does not interrupt has occurred: whether it goes on watching.</summary>
    public virtual bool Again(StepBuilder step, Token token) => true;
}

/// <summary>A receive task without a message waits to be told.</summary>
internal sealed record ReceiveEvent : EventTrigger
{
    public static ReceiveEvent Instance { get; } = new();

    public override Token Arm(StepBuilder step, Token draft) => step.Rest(draft with { Wait = Wait.Receive });
}

/// <summary>What an event throws.</summary>
internal abstract record Throwing
{
    public abstract void Throw(StepBuilder step, string elementId, string scope);
}
