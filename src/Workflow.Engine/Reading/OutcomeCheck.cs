using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>
/// Which outcomes may arrive where: a gateway must have a way for each of them, and no flow may wait for one that never comes.
/// Computed as a least fixed point over the flows, so cycles and merges are seen whole.
/// </summary>
internal sealed class OutcomeCheck(ProcessContent content, ILookup<string, Flow> outgoing)
{
    private readonly Dictionary<string, HashSet<string>> leaving = content.Elements
        .ToDictionary(element => element.Id, element => new HashSet<string>(element.Outcomes ?? [], StringComparer.Ordinal), StringComparer.Ordinal);

    public void Run()
    {
        Propagate();
        foreach (var element in content.Elements)
        {
            Check(element, outgoing[element.Id].ToList());
        }
    }

    // Each set is pushed along its outgoing flows when it has grown: a join of many flows is not gone through once for each of them.
    private void Propagate()
    {
        var passing = content.Elements.Where(element => element.Outcomes is null).Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        var grown = new Queue<string>(leaving.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key));
        while (grown.TryDequeue(out var id))
        {
            foreach (var flow in outgoing[id].Where(flow => passing.Contains(flow.To)))
            {
                var before = leaving[flow.To].Count;
                leaving[flow.To].UnionWith(CarriedBy(flow));
                if (leaving[flow.To].Count > before)
                {
                    grown.Enqueue(flow.To);
                }
            }
        }
    }

    private IEnumerable<string> CarriedBy(Flow flow) => flow switch
    {
        { WhenOutcome: { } outcome } => leaving[flow.From].Where(one => one == outcome),
        { IsDefault: true } => leaving[flow.From].Where(one => !outgoing[flow.From].Any(other => other.WhenOutcome == one)),
        _ => leaving[flow.From],
    };

    private void Check(Element element, List<Flow> flows)
    {
        var possible = leaving[element.Id];
        foreach (var flow in flows.Where(flow => flow.WhenOutcome is not null))
        {
            if (element is ParallelGateway)
            {
                content.Report("bpmn.condition-on-parallel", flow.Id, $"“{element.Name}” đi mọi nhánh cùng lúc nên nhánh “{flow.Id}” không được có điều kiện.");
            }
            else if (!possible.Contains(flow.WhenOutcome!))
            {
                content.Report("bpmn.undeclared-outcome", flow.Id, $"Không bước nào trước “{element.Name}” có kết quả “{flow.WhenOutcome}” (các kết quả: {string.Join(", ", possible.Where(one => one.Length > 0).Order(StringComparer.Ordinal))}).");
            }
        }

        if (element is ParallelGateway && flows.Exists(flow => flow.Condition is not null))
        {
            content.Warn("bpmn.condition-ignored", element.Id, $"“{element.Name}” đi mọi nhánh cùng lúc; điều kiện trên các nhánh không được xét.");
        }

        // By the standard an unconditional flow of an exclusive gateway would win or lose by its place in the file: too easy to get wrong.
        var open = flows.FindAll(flow => !flow.IsConditional && !flow.IsDefault);
        if (element is ExclusiveGateway && flows.Count > 1 && open.Count > 0)
        {
            if (open.Count == 1 && flows[^1] == open[0] && flows.TrueForAll(flow => flow == open[0] || flow.Condition is not null))
            {
                // The last one, behind expressions only: it can be read in but one way, as the default.
                content.Warn("bpmn.gateway-without-default", element.Id, $"“{element.Name}” có nhánh “{open[0].Id}” không điều kiện; nó được đi khi các nhánh trước không đúng. Hãy chọn nó làm nhánh mặc định.");
                return;
            }

            content.Report("bpmn.gateway-without-default", element.Id, $"“{element.Name}” có nhánh không điều kiện (“{open[0].Id}”) mà không phải nhánh mặc định; hãy chọn nhánh mặc định.");
            return;
        }

        var missing = possible.Where(outcome => !flows.Exists(flow => flow.WhenOutcome == outcome)).Order(StringComparer.Ordinal).ToList();
        if (flows.Count > 0 && flows.TrueForAll(flow => flow.WhenOutcome is not null) && missing.Count > 0)
        {
            content.Report("bpmn.gateway-not-covering", element.Id, $"“{element.Name}” không có nhánh cho kết quả: {string.Join(", ", missing.Select(one => one.Length == 0 ? "(không có kết quả)" : one))}. Hãy thêm nhánh mặc định.");
        }
    }
}
