namespace Workflow.Engine.Elements;

/// <summary>Error end event: its scope dies and the error rises to the nearest border that catches it; uncaught, it ends the case visibly.</summary>
internal sealed record ErrorEndEvent(string Id, string Name, string Parent, string ErrorCode) : Element(Id, Name, Parent)
{
    public override bool IsEnd => true;

    public override void Enter(StepBuilder step, Arrival arrival) => step.Throw(Id, arrival.Scope, ErrorCode);
}
