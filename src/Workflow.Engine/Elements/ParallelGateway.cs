namespace Workflow.Engine.Elements;

/// <summary>
/// Parallel gateway: waits for one token on *each* incoming flow, then sends one on each outgoing flow. Two tokens on the same flow
/// count once; the second stays for the next round (BPMN 2.0, 13.4.1).
/// </summary>
internal sealed record ParallelGateway(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        var flows = step.Definition.Into(Id).Select(flow => flow.Id).ToList();
        if (flows.Count > 1)
        {
            step.Rest(Id, arrival.Scope, Wait.Join, arrival.Flow ?? "", arrival.Outcome);
            var here = step.Tokens.Where(token => token.ElementId == Id && token.Scope == arrival.Scope).ToList();
            var round = flows.Select(flow => here.FirstOrDefault(token => token.Via == flow)).ToList();
            if (round.Contains(null))
            {
                return;
            }

            round.ForEach(token => step.Remove(token!));
        }

        foreach (var flow in step.Definition.From(Id))
        {
            step.Follow(flow, arrival.Scope, arrival.Outcome);
        }
    }
}
