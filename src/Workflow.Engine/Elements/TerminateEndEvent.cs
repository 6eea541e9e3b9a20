namespace Workflow.Engine.Elements;

/// <summary>Terminate end event: everything else in its scope is withdrawn.</summary>
internal sealed record TerminateEndEvent(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override bool IsEnd => true;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        step.Passed(Id);
        step.Terminate(Id, arrival.Scope);
    }
}
