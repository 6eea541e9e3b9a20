namespace Workflow.Engine.Elements;

/// <summary>Exclusive gateway: the flow whose outcome the token carries, otherwise the default flow. Several incoming flows are not joined.</summary>
internal sealed record ExclusiveGateway(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var flows = step.Definition.From(Id).ToList();
        var chosen = flows.FirstOrDefault(flow => flow.WhenOutcome is { } outcome && outcome == arrival.Outcome)
            ?? flows.FirstOrDefault(flow => flow.IsDefault)
            ?? flows.FirstOrDefault(flow => flow.WhenOutcome is null);

        // The reader refuses a gateway that some outcome could pass by; this is the second lock.
        step.Follow(chosen ?? throw new InvalidOperationException($"gateway {Id} has no way for outcome '{arrival.Outcome}'"), arrival.Scope, arrival.Outcome);
    }
}
