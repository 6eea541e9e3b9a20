namespace Workflow.Engine.Elements;

/// <summary>Link: a throw goes to the one catch with its name in the same scope. The reader draws a flow between the two, so that everything that follows flows follows links.</summary>
internal sealed record LinkEvent(string Id, string Name, string Parent, string Link, bool IsThrow) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        step.Passed(Id);
        step.Leave(Id, arrival.Scope, arrival.Outcome);
    }
}
