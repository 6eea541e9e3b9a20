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
        var flows = step.Definition.Into(Id);
        if (flows.Count > 1)
        {
            step.Rest(new Token { ElementId = Id, Scope = arrival.Scope, Wait = Wait.Join, Via = arrival.Flow ?? "", Outcome = arrival.Outcome });
            if (step.CountIn(arrival.Scope) < flows.Count)
            {
                // Too few tokens for a round, wherever they are: a join of ten thousand branches is not looked through ten thousand times.
                return;
            }

            var here = step.Inside(arrival.Scope).Where(token => token.ElementId == Id).GroupBy(token => token.Via).Select(group => group.First()).ToList();
            if (here.Count < flows.Count)
            {
                return;
            }

            here.ForEach(step.Remove);
        }

        step.Passed(Id);
        foreach (var flow in step.Definition.From(Id))
        {
            step.Follow(flow, arrival.Scope, arrival.Outcome);
        }

        if (step.Definition.From(Id).Count == 0)
        {
            step.Consume(Id, arrival.Scope);
        }
    }
}
