namespace Workflow.Engine.Elements;

/// <summary>Embedded subprocess: a scope of its own, which ends with its last token.</summary>
internal sealed record SubProcess(string Id, string Name, string Parent) : Activity(Id, Name, Parent)
{
    protected override void Begin(StepBuilder step, Arrival arrival)
    {
        var token = Rest(step, arrival, Wait.Scope);
        ArmBoundaries(step, token);
        step.Open(Id, token.Id);
        step.Definition.StartsOf(Id).Single().Begin(step, token.Id);
    }
}
