using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>Signal: heard by everybody who listens at the moment it is thrown; nothing is kept.</summary>
internal sealed record SignalEvent(Template Name) : EventTrigger
{
    public override Token Arm(StepBuilder step, Token draft)
    {
        var name = step.Compute(Name, draft.Scope, draft.Locals, draft.ElementId).ToString();
        var token = step.Rest(draft with { Wait = Wait.Signal, Name = name });
        step.Want(new Effect.Subscribe(token.Id, token.ElementId, Subscription.Signal, name, ""));
        return token;
    }
}

/// <summary>A signal is thrown: those who listen in this case hear it at once, the others by the runtime.</summary>
internal sealed record SignalThrow(Template Name) : Throwing
{
    public override void Throw(StepBuilder step, string elementId, string scope)
    {
        var name = step.Compute(Name, scope, null, elementId).ToString();
        step.Want(new Effect.BroadcastSignal(elementId, name));
        step.Catching.Hear(step.Catching.Listeners(name));
    }
}
