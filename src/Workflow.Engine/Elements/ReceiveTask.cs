namespace Workflow.Engine.Elements;

/// <summary>Receive task: waits for one message; without a message, to be told to go on.</summary>
internal sealed record ReceiveTask(string Id, string Name, string Parent, MessageEvent? Message) : Activity(Id, Name, Parent), ICatching
{
    public EventTrigger Trigger { get; } = (EventTrigger?)Message ?? ReceiveEvent.Instance;

    protected override IReadOnlyList<string>? Once => null;

    protected override void Begin(StepBuilder step, Arrival arrival)
    {
        var token = Trigger.Arm(step, new Token { ElementId = Id, Scope = arrival.Scope, Wait = Wait.Receive, Outcome = arrival.Outcome, Locals = arrival.Locals });
        ArmBoundaries(step, token!);
    }

    public override void Occur(StepBuilder step, Token token)
    {
        CatchEvent.LeaveChoice(step, token);
        Complete(step, token, token.Outcome);
    }
}
