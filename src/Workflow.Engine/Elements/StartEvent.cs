namespace Workflow.Engine.Elements;

/// <summary>None start event: one per scope; passes the token on.</summary>
internal sealed record StartEvent(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override void Enter(StepBuilder step, Arrival arrival) => step.Leave(Id, arrival.Scope, arrival.Outcome);
}
