using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>Checks that a process can always go on: what is refused here can never hang or get lost later.</summary>
internal static class DefinitionCheck
{
    public static void Run(ProcessContent content)
    {
        var elements = content.Elements.ToDictionary(element => element.Id, StringComparer.Ordinal);
        References(content, elements);
        if (content.Findings.Count > 0)
        {
            return;
        }

        var outgoing = content.Flows.ToLookup(flow => flow.From, StringComparer.Ordinal);
        var incoming = content.Flows.ToLookup(flow => flow.To, StringComparer.Ordinal);
        Ends(content, outgoing, incoming);
        Reachable(content, elements, outgoing);
        if (content.Findings.Count == 0)
        {
            Outcomes(content, elements, outgoing, incoming);
        }
    }

    private static void References(ProcessContent content, Dictionary<string, Element> elements)
    {
        foreach (var flow in content.Flows)
        {
            if (!elements.TryGetValue(flow.From, out var from) || !elements.TryGetValue(flow.To, out var to))
            {
                content.Report("bpmn.dangling-flow", flow.Id, $"Đường nối “{flow.Id}” trỏ tới phần tử không có (“{flow.From}” → “{flow.To}”).");
            }
            else if (from.Parent != to.Parent)
            {
                content.Report("bpmn.flow-over-border", flow.Id, $"Đường nối “{flow.Id}” đi xuyên qua ranh giới quy trình con.");
            }
        }

        foreach (var gateway in content.Elements.OfType<ExclusiveGateway>())
        {
            if (gateway.Default is { } name && !content.Flows.Exists(flow => flow.Id == name && flow.From == gateway.Id))
            {
                content.Report("bpmn.dangling-reference", gateway.Id, $"Nhánh mặc định “{name}” không xuất phát từ “{gateway.Name}”.");
            }
        }

        foreach (var border in content.Elements.Where(element => element.AttachedTo is not null))
        {
            var host = elements.GetValueOrDefault(border.AttachedTo!);
            var fits = border is ErrorBoundaryEvent ? host is ServiceTask or SubProcess : host is UserTask or ServiceTask or SubProcess;
            if (!fits || host!.Parent != border.Parent)
            {
                content.Report("bpmn.bad-boundary", border.Id, $"Sự kiện “{border.Name}” không gắn được vào “{border.AttachedTo}”.");
            }
        }

        var scopes = content.Elements.OfType<SubProcess>().Select(scope => scope.Id).Prepend("");
        foreach (var scope in scopes)
        {
            var starts = content.Elements.Count(element => element is StartEvent && element.Parent == scope);
            if (starts != 1)
            {
                content.Report("bpmn.one-start", scope, $"Mỗi quy trình (và quy trình con) phải có đúng một điểm bắt đầu; ở đây có {starts}.");
            }
        }
    }

    private static void Ends(ProcessContent content, ILookup<string, Flow> outgoing, ILookup<string, Flow> incoming)
    {
        foreach (var element in content.Elements)
        {
            if (!element.IsEnd && !outgoing.Contains(element.Id))
            {
                content.Report("bpmn.dead-end", element.Id, $"“{element.Name}” không có đường đi tiếp và cũng không phải điểm kết thúc.");
            }

            if (element.IsEnd && outgoing.Contains(element.Id))
            {
                content.Report("bpmn.flow-after-end", element.Id, $"Điểm kết thúc “{element.Name}” không được có đường đi tiếp.");
            }

            if ((element is StartEvent || element.AttachedTo is not null) && incoming.Contains(element.Id))
            {
                content.Report("bpmn.flow-into-start", element.Id, $"“{element.Name}” không được có đường đi vào.");
            }
        }
    }

    private static void Reachable(ProcessContent content, Dictionary<string, Element> elements, ILookup<string, Flow> outgoing)
    {
        var attached = content.Elements.Where(element => element.AttachedTo is not null).ToLookup(element => element.AttachedTo!, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(content.Elements.Where(element => element is StartEvent && element.Parent.Length == 0).Select(element => element.Id));
        while (queue.TryDequeue(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            var next = outgoing[id].Select(flow => flow.To).Concat(attached[id].Select(border => border.Id));
            next = elements[id] is SubProcess ? next.Concat(content.Elements.Where(element => element is StartEvent && element.Parent == id).Select(element => element.Id)) : next;
            foreach (var target in next)
            {
                queue.Enqueue(target);
            }
        }

        foreach (var element in content.Elements.Where(element => !seen.Contains(element.Id)))
        {
            content.Report("bpmn.unreachable", element.Id, $"Không có đường nào đi tới “{element.Name}”.");
        }
    }

    // Which outcomes may arrive where: a gateway must have a way for each of them, and no flow may wait for one that never comes.
    private static void Outcomes(ProcessContent content, Dictionary<string, Element> elements, ILookup<string, Flow> outgoing, ILookup<string, Flow> incoming)
    {
        foreach (var element in content.Elements)
        {
            var flows = outgoing[element.Id].ToList();
            if (!flows.Exists(flow => flow.WhenOutcome is not null) && (element is not ExclusiveGateway || flows.Count == 1))
            {
                continue;
            }

            var possible = Possible(element, elements, outgoing, incoming, []);
            foreach (var flow in flows.Where(flow => flow.WhenOutcome is { } outcome && !possible.Contains(outcome)))
            {
                content.Report("bpmn.undeclared-outcome", flow.Id, $"Không bước nào trước “{element.Name}” có kết quả “{flow.WhenOutcome}” (các kết quả: {string.Join(", ", possible.Where(one => one.Length > 0).Order(StringComparer.Ordinal))}).");
            }

            var fallback = (element as ExclusiveGateway)?.Default is not null || flows.Exists(flow => flow.WhenOutcome is null);
            var open = possible.Where(outcome => !flows.Exists(flow => flow.WhenOutcome == outcome)).Order(StringComparer.Ordinal).ToList();
            if (!fallback && open.Count > 0)
            {
                content.Report("bpmn.gateway-not-covering", element.Id, $"“{element.Name}” không có nhánh cho kết quả: {string.Join(", ", open.Select(one => one.Length == 0 ? "(không có kết quả)" : one))}. Hãy thêm nhánh mặc định.");
            }

            if (element is ExclusiveGateway { Default: null } && flows.Count(flow => flow.WhenOutcome is null) > 1)
            {
                content.Report("bpmn.gateway-ambiguous", element.Id, $"“{element.Name}” có hơn một nhánh không điều kiện; hãy chọn một nhánh mặc định.");
            }
        }
    }

    private static HashSet<string> Possible(
        Element element, Dictionary<string, Element> elements, ILookup<string, Flow> outgoing, ILookup<string, Flow> incoming, HashSet<string> visited)
    {
        if (element.Outcomes is { } own)
        {
            return [.. own];
        }

        var possible = new HashSet<string>(StringComparer.Ordinal);
        if (!visited.Add(element.Id))
        {
            return possible;
        }

        foreach (var flow in incoming[element.Id])
        {
            var before = Possible(elements[flow.From], elements, outgoing, incoming, visited);
            possible.UnionWith(flow.WhenOutcome is { } outcome ? before.Where(one => one == outcome) : before);
        }

        return possible;
    }
}
