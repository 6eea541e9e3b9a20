using Workflow.Engine.Elements;

namespace Workflow.Engine.Migrating;

/// <summary>Which element of another version stands in the place of which: what is not named has no place there.</summary>
public static class MigrationPlan
{
    /// <summary>
    /// Proposes a mapping: the same id first, then the one element of the same kind that bears the same name. People look at it before
    /// it is used.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Propose(ProcessDefinition from, ProcessDefinition to)
    {
        var plan = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in from.Elements)
        {
            if (to.Knows(element.Id) && IsSameKind(element, to[element.Id]))
            {
                plan[element.Id] = element.Id;
            }
        }

        var taken = plan.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var element in from.Elements.Where(element => !plan.ContainsKey(element.Id) && element.Name != element.Id))
        {
            var alike = to.Elements.Where(other => other.Name == element.Name && !taken.Contains(other.Id) && IsSameKind(element, other)).Take(2).ToList();
            if (alike.Count == 1 && from.Elements.Count(other => other.Name == element.Name && IsSameKind(element, other)) == 1)
            {
                plan[element.Id] = alike[0].Id;
                taken.Add(alike[0].Id);
            }
        }

        return plan;
    }

    /// <summary>Whether what waits at one may wait at the other: the same element, the same event, done as often, by the same part of the machine.</summary>
    internal static bool IsSameKind(Element one, Element other) => one.GetType() == other.GetType() && (one, other) switch
    {
        (BoundaryEvent a, BoundaryEvent b) => a.Interrupting == b.Interrupting && a.Trigger.GetType() == b.Trigger.GetType(),
        (CatchEvent a, CatchEvent b) => a.Trigger.GetType() == b.Trigger.GetType(),
        (StartEvent a, StartEvent b) => a.Interrupting == b.Interrupting && a.Trigger?.GetType() == b.Trigger?.GetType(),
        (ServiceTask a, ServiceTask b) => a.Key == b.Key && a.Loop?.GetType() == b.Loop?.GetType(),
        (ReceiveTask a, ReceiveTask b) => a.Trigger.GetType() == b.Trigger.GetType() && a.Loop?.GetType() == b.Loop?.GetType(),
        (Activity a, Activity b) => a.Loop?.GetType() == b.Loop?.GetType(),
        _ => true,
    };
}
