namespace Workflow.Engine.Elements;

/// <summary>Embedded subprocess: a scope of its own, which ends with its last token.</summary>
internal sealed record SubProcess(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var token = step.Rest(Id, arrival.Scope, Wait.Scope, "", arrival.Outcome);
        step.ArmBoundaries(token);
        step.Move(new Arrival(step.Definition.StartOf(Id).Id, token.Id, "", null));
    }

    public override void Complete(StepBuilder step, Token token, string outcome)
    {
        step.Remove(token);
        step.Leave(Id, token.Scope, "");
    }
}
