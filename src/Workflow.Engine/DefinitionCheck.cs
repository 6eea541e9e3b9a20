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
            new OutcomeCheck(content, outgoing, incoming).Run();
            Loops(content, outgoing, incoming);
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

        foreach (var (id, name) in content.Defaults)
        {
            var flow = content.Flows.Find(flow => flow.Id == name && flow.From == id);
            if (flow is null || elements.GetValueOrDefault(id) is ParallelGateway)
            {
                content.Report("bpmn.dangling-reference", id, $"Nhánh mặc định “{name}” không dùng được ở “{id}”.");
            }
            else if (flow.WhenOutcome is not null)
            {
                content.Report("bpmn.default-with-condition", name, $"Nhánh mặc định “{name}” không được có điều kiện.");
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
                content.Report("bpmn.one-start", content.ScopeName(scope), $"Mỗi quy trình (và quy trình con) phải có đúng một điểm bắt đầu; ở đây có {starts}.");
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

    // A cycle of gateways alone has no wait: whoever enters it with an outcome that stays inside never comes out.
    private static void Loops(ProcessContent content, ILookup<string, Flow> outgoing, ILookup<string, Flow> incoming)
    {
        var left = content.Elements.Where(element => element is ExclusiveGateway or ParallelGateway).Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        while (left.RemoveWhere(id => !outgoing[id].Any(flow => left.Contains(flow.To)) || !incoming[id].Any(flow => left.Contains(flow.From))) > 0)
        {
        }

        if (content.Elements.Find(element => left.Contains(element.Id)) is { } gateway)
        {
            content.Report("bpmn.endless-loop", gateway.Id, $"“{gateway.Name}” nằm trong một vòng lặp không có bước chờ nào.");
        }
    }
}
