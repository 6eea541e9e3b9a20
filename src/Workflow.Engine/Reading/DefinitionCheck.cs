using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>Checks that a process can always go on: what is refused here can never hang or get lost later. Every check is linear in the size of the file.</summary>
internal sealed class DefinitionCheck(ProcessContent content)
{
    private readonly Dictionary<string, Element> elements = content.Elements.ToDictionary(element => element.Id, StringComparer.Ordinal);
    private readonly ILookup<string, Flow> outgoing = content.Flows.ToLookup(flow => flow.From, StringComparer.Ordinal);
    private readonly ILookup<string, Flow> incoming = content.Flows.ToLookup(flow => flow.To, StringComparer.Ordinal);
    private readonly HashSet<string> attached = [.. content.Elements.OfType<BoundaryEvent>().Select(border => border.Host)];
    private readonly ILookup<string, StartEvent> starts = content.Elements.OfType<StartEvent>().ToLookup(start => start.Parent, StringComparer.Ordinal);

    public void Run()
    {
        References();
        Boundaries();
        Starts();
        Gateways();
        TwinCheck.Run(content);
        if (content.Findings.Count > 0)
        {
            return;
        }

        Ends();
        Reachable();
        if (content.Findings.Count == 0)
        {
            new OutcomeCheck(content, outgoing).Run();
            Loops();
            new EchoCheck(content, outgoing).Run();
        }
    }

    private void References()
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
            else if (from is EventSubProcess || to is EventSubProcess)
            {
                var inner = from is EventSubProcess ? from : to;
                content.Report("bpmn.event-subprocess-flow", inner.Id, $"Quy trình con theo sự kiện “{inner.Name}” không được có đường đi vào hay đi ra (“{flow.Id}”).");
            }
        }

        foreach (var task in content.Elements.OfType<UserTask>().Where(task => task.NotSameAs.Length > 0 && elements.GetValueOrDefault(task.NotSameAs) is not UserTask))
        {
            content.Report("bpmn.dangling-reference", task.Id, $"“{task.Id}” không được do người đã làm “{task.NotSameAs}” thực hiện, nhưng không có việc nào mang mã đó.");
        }

        foreach (var (id, name) in content.Defaults)
        {
            var flow = outgoing[id].FirstOrDefault(flow => flow.Id == name);
            if (flow is null || elements.GetValueOrDefault(id) is ParallelGateway or EventBasedGateway)
            {
                content.Report("bpmn.dangling-reference", id, $"Nhánh mặc định “{name}” không dùng được ở “{id}”.");
            }
            else if (flow.IsConditional)
            {
                content.Report("bpmn.default-with-condition", name, $"Nhánh mặc định “{name}” không được có điều kiện.");
            }
        }
    }

    private void Boundaries()
    {
        foreach (var border in content.Elements.OfType<BoundaryEvent>())
        {
            var host = elements.GetValueOrDefault(border.Host);
            if (host is not Activity || host.Parent != border.Parent)
            {
                content.Report("bpmn.bad-boundary", border.Id, $"Sự kiện “{border.Name}” không gắn được vào “{border.Host}”.");
            }
            else if (host is PassingTask || (border.Trigger is ErrorEvent or EscalationEvent && (host is UserTask || host is ReceiveTask)))
            {
                content.Warn("bpmn.never-occurs", border.Id, $"“{border.Name}” không bao giờ xảy ra ở “{host.Name}”.");
            }
        }
    }

    private void Starts()
    {
        foreach (var scope in content.Elements.Where(element => element is SubProcess or EventSubProcess).Select(element => element.Id).Prepend(""))
        {
            var plain = starts[scope].Count(start => start.Trigger is null);
            var all = starts[scope].Count();
            var fits = scope.Length == 0 ? all > 0 && plain <= 1 : elements[scope] is EventSubProcess ? all == 1 && plain == 0 : all == 1 && plain == 1;
            if (!fits)
            {
                content.Report("bpmn.one-start", content.ScopeName(scope), scope.Length > 0 && elements[scope] is EventSubProcess
                    ? $"Quy trình con theo sự kiện phải có đúng một điểm bắt đầu với sự kiện của nó; ở đây có {all}."
                    : $"Mỗi quy trình (và quy trình con) phải có đúng một điểm bắt đầu thường; ở đây có {plain}.");
            }
        }
    }

    private void Gateways()
    {
        foreach (var gateway in content.Elements.OfType<EventBasedGateway>())
        {
            var flows = outgoing[gateway.Id].ToList();
            if (flows.Exists(flow => elements.GetValueOrDefault(flow.To) is ReceiveTask) && flows.Exists(flow => elements.GetValueOrDefault(flow.To) is CatchEvent { Trigger: MessageEvent }))
            {
                content.Report("bpmn.event-gateway", gateway.Id, $"Sau “{gateway.Name}” không được có cả điểm chờ thông điệp và việc nhận thông điệp; hãy dùng một loại.");
            }

            if (flows.Count < 2)
            {
                content.Report("bpmn.event-gateway", gateway.Id, $"“{gateway.Name}” chờ sự kiện nào đến trước nên phải có ít nhất hai nhánh; ở đây có {flows.Count}.");
            }

            foreach (var flow in flows.Where(flow => elements.ContainsKey(flow.To)))
            {
                if (elements[flow.To] is not ICatching || attached.Contains(flow.To) || elements[flow.To] is Activity { Loop: not null })
                {
                    content.Report("bpmn.event-gateway", flow.Id, $"Sau “{gateway.Id}” phải là điểm chờ sự kiện; “{flow.To}” thì không.");
                }
                else if (flow.IsConditional)
                {
                    content.Report("bpmn.event-gateway", flow.Id, $"Nhánh “{flow.Id}” của “{gateway.Id}” không được có điều kiện.");
                }

                foreach (var other in incoming[flow.To].Where(other => other.From != gateway.Id))
                {
                    content.Report("bpmn.event-gateway", other.Id, $"“{flow.To}” đứng sau “{gateway.Id}” nên không được có đường vào khác (“{other.Id}”).");
                }
            }
        }
    }

    private void Ends()
    {
        foreach (var element in content.Elements)
        {
            if (!element.IsEnd && !outgoing.Contains(element.Id))
            {
                content.Warn("bpmn.implicit-end", element.Id, $"“{element.Name}” không có đường đi tiếp: nhánh này kết thúc ở đó.");
            }

            if (element.IsEnd && outgoing.Contains(element.Id))
            {
                content.Report("bpmn.flow-after-end", element.Id, $"Điểm kết thúc “{element.Name}” không được có đường đi tiếp (“{outgoing[element.Id].First().Id}”).");
            }

            if (element is LinkEvent { IsThrow: true } && outgoing[element.Id].Count() > 1)
            {
                content.Report("bpmn.flow-after-end", element.Id, $"Liên kết “{element.Name}” đi tới điểm cùng tên nên không được có đường đi tiếp.");
            }

            var isEntered = element is LinkEvent { IsThrow: false } ? incoming[element.Id].Any(flow => elements[flow.From] is not LinkEvent) : element is StartEvent or BoundaryEvent && incoming.Contains(element.Id);
            if (isEntered)
            {
                content.Report("bpmn.flow-into-start", element.Id, $"“{element.Name}” không được có đường đi vào (“{incoming[element.Id].First().Id}”).");
            }

            if (element is StartEvent && outgoing[element.Id].FirstOrDefault(flow => flow.Condition is not null) is { } conditional)
            {
                content.Warn("bpmn.condition-after-start", conditional.Id, $"Điều kiện ngay sau điểm bắt đầu (“{conditional.Id}”) trái với chuẩn nhưng vẫn được xét.");
            }
        }
    }

    private void Reachable()
    {
        var attached = content.Elements.OfType<BoundaryEvent>().ToLookup(border => border.Host, StringComparer.Ordinal);
        var inner = content.Elements.OfType<EventSubProcess>().ToLookup(scope => scope.Parent, StringComparer.Ordinal);
        IEnumerable<string> Into(string scope) => starts[scope].Select(start => start.Id).Concat(inner[scope].Select(one => one.Id));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(Into(""));
        while (queue.TryDequeue(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            var next = outgoing[id].Select(flow => flow.To).Concat(attached[id].Select(border => border.Id));
            foreach (var target in elements[id] is SubProcess or EventSubProcess ? next.Concat(Into(id)) : next)
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
    private void Loops()
    {
        var left = content.Elements.Where(element => element is ExclusiveGateway or ParallelGateway).Select(element => element.Id).ToHashSet(StringComparer.Ordinal);
        var leads = left.ToDictionary(id => id, id => outgoing[id].Count(flow => left.Contains(flow.To)), StringComparer.Ordinal);
        var free = new Queue<string>(left.Where(id => leads[id] == 0));
        while (free.TryDequeue(out var id))
        {
            left.Remove(id);
            foreach (var before in incoming[id].Select(flow => flow.From).Where(left.Contains))
            {
                if (--leads[before] == 0)
                {
                    free.Enqueue(before);
                }
            }
        }

        if (content.Elements.Find(element => left.Contains(element.Id) && outgoing[element.Id].Any(flow => left.Contains(flow.To)) && incoming[element.Id].Any(flow => left.Contains(flow.From))) is { } gateway)
        {
            content.Report("bpmn.endless-loop", gateway.Id, $"“{gateway.Name}” nằm trong một vòng lặp không có bước chờ nào.");
        }
    }
}
