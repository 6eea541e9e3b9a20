namespace Workflow.Engine.Elements;

/// <summary>None end event: the token is consumed; the scope ends with its last token.</summary>
internal sealed record EndEvent(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override bool IsEnd => true;

    public override void Enter(StepBuilder step, Arrival arrival) => step.Consume(Id, arrival.Scope);
}
