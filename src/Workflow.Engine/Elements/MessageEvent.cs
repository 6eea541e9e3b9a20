using Workflow.Engine.Conditions;

namespace Workflow.Engine.Elements;

/// <summary>Message: point to point, by name and, where one is given, by a key that is computed when the waiting begins.</summary>
internal sealed record MessageEvent(Template Name, Template? Key) : EventTrigger
{
    public override Token Arm(StepBuilder step, Token draft)
    {
        var name = step.Compute(Name, draft.Scope, draft.Locals, draft.ElementId).ToString();
        var key = Key is null ? "" : step.Compute(Key, draft.Scope, draft.Locals, draft.ElementId).ToString();
        var token = step.Rest(draft with { Wait = Wait.Message, Name = name });
        step.Want(new Effect.Subscribe(token.Id, token.ElementId, Subscription.Message, name, key));
        return token;
    }
}

/// <summary>A message is thrown: the runtime gives it to whoever waits for it.</summary>
internal sealed record MessageThrow(Template Name, Template? Key, Mapping Variables) : Throwing
{
    public override void Throw(StepBuilder step, string elementId, string scope)
    {
        var name = step.Compute(Name, scope, null, elementId).ToString();
        var key = Key is null ? "" : step.Compute(Key, scope, null, elementId).ToString();
        step.Want(new Effect.PublishMessage(elementId, name, key, Variables.Apply(step.Seen(scope), one => step.Compute(one, scope, null, elementId))));
    }
}

/// <summary>A message is sent by a registered activity; the token waits until it has been.</summary>
internal sealed record MessageActivity(string Key, IReadOnlyList<string> Declared) : Throwing
{
    public void Run(StepBuilder step, Element sender, Arrival arrival)
    {
        var token = step.Rest(new Token { ElementId = sender.Id, Scope = arrival.Scope, Wait = Wait.Activity, Outcome = arrival.Outcome });
        step.Want(new Effect.RunActivity(token.Id, sender.Id, Key, sender.Name));
    }

    public override void Throw(StepBuilder step, string elementId, string scope) => throw new InvalidOperationException($"{elementId} is run, not thrown");
}
