namespace Workflow.Engine.Elements;

/// <summary>Exclusive gateway: the first flow, in the order of the file, whose condition holds; otherwise the default flow. Several incoming flows are not joined.</summary>
internal sealed record ExclusiveGateway(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        step.Passed(Id);
        var flows = step.Definition.From(Id);
        if (flows.Count == 0)
        {
            step.Consume(Id, arrival.Scope);
            return;
        }

        var chosen = flows.FirstOrDefault(flow => !flow.IsDefault && step.Holds(flow, arrival.Scope, arrival.Outcome)) ?? flows.FirstOrDefault(flow => flow.IsDefault);
        step.Follow(chosen ?? throw step.NoWay(Id, arrival.Outcome), arrival.Scope, arrival.Outcome);
    }
}
