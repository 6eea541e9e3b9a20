namespace Workflow.Engine.Elements;

/// <summary>
/// Inclusive gateway. Split: as leaving an activity, every flow whose condition holds, the default flow only if none does. Join: fires when no token elsewhere
/// in the scope can still reach an incoming flow that is empty, unless it can as well reach one that is filled (BPMN 2.0, table 13.3). It is
/// looked at whenever everything has come to rest, so a token that moves or dies anywhere in the scope is seen.
/// </summary>
internal sealed record InclusiveGateway(string Id, string Name, string Parent) : Element(Id, Name, Parent)
{
    public override IReadOnlyList<string>? Outcomes => null;

    public override void Enter(StepBuilder step, Arrival arrival)
    {
        if (step.Definition.Into(Id).Count > 1)
        {
            step.Rest(new Token { ElementId = Id, Scope = arrival.Scope, Wait = Wait.Inclusive, Via = arrival.Flow ?? "", Outcome = arrival.Outcome });
        }
        else
        {
            Split(step, arrival.Scope, arrival.Outcome);
        }
    }

    /// <summary>Fires if it can.</summary>
    public bool Join(StepBuilder step, string scope)
    {
        var inside = step.Inside(scope);
        var here = inside.Where(token => token.ElementId == Id && token.Wait == Wait.Inclusive).GroupBy(token => token.Via).Select(group => group.First()).ToList();
        var filled = here.Select(token => token.Via).ToHashSet(StringComparer.Ordinal);
        var empty = step.Definition.Into(Id).Select(flow => flow.Id).Where(flow => !filled.Contains(flow)).ToList();
        if (empty.Count > 0)
        {
            var reach = step.Definition.ReachOf(Id);
            var elsewhere = inside.Where(token => !token.IsWatcher && token.ElementId != Id).Select(token => token.ElementId).Distinct();
            if (elsewhere.Any(element => empty.Exists(flow => reach.Leads(element, flow)) && !filled.Any(flow => reach.Leads(element, flow))))
            {
                return false;
            }
        }

        here.ForEach(step.Remove);
        Split(step, scope, here[^1].Outcome);
        return true;
    }

    private void Split(StepBuilder step, string scope, string outcome)
    {
        step.Passed(Id);
        step.Leave(Id, scope, outcome);
    }
}
