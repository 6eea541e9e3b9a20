namespace Workflow.Engine.Elements;

/// <summary>Event-based gateway: the token waits here; the first of the events behind it to occur takes it on, the others wait no longer.</summary>
internal sealed record EventBasedGateway(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var token = step.Rest(new Token { ElementId = Id, Scope = arrival.Scope, Wait = Wait.Choice, Outcome = arrival.Outcome });
        foreach (var flow in step.Definition.From(Id))
        {
            var behind = (ICatching)step.Definition[flow.To];
            behind.Trigger.Arm(step, new Token { ElementId = behind.Id, Scope = arrival.Scope, Via = token.Id, Wait = Wait.Timer, Outcome = arrival.Outcome });
        }
    }
}
