using System.Collections;

namespace Workflow.Engine;

/// <summary>
/// For an inclusive join: which nodes lead to which of its incoming flows without passing through the join itself. One backward search
/// a flow, linear in the size of the definition; paths are never listed, so 2^300 of them cost nothing.
/// </summary>
internal sealed class Reach
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BitArray> byFlow = new(StringComparer.Ordinal);

    public Reach(ProcessDefinition definition, string gatewayId)
    {
        foreach (var id in definition.ElementIds)
        {
            numbers[id] = numbers.Count;
        }

        foreach (var flow in definition.Into(gatewayId))
        {
            byFlow[flow.Id] = Search(definition, gatewayId, flow);
        }
    }

    public bool Leads(string elementId, string flowId) => byFlow[flowId][numbers[elementId]];

    private BitArray Search(ProcessDefinition definition, string gatewayId, Flow target)
    {
        var seen = new BitArray(numbers.Count);
        var queue = new Queue<string>([target.From]);
        while (queue.TryDequeue(out var id))
        {
            if (id == gatewayId || seen[numbers[id]])
            {
                continue;
            }

            seen[numbers[id]] = true;
            foreach (var flow in definition.Into(id))
            {
                queue.Enqueue(flow.From);
            }

            // A token at an activity may leave by the events on its border.
            if (definition[id] is Elements.BoundaryEvent border)
            {
                queue.Enqueue(border.Host);
            }
        }

        return seen;
    }
}
