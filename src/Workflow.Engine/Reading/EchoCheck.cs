using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>
/// An event subprocess that runs beside its scope and, before it waits for anything, throws just what begins it: each time it begins itself once more,
/// until the limit on steps makes an incident of it. A warning, for a condition on the way may end it. One that interrupts is off while it runs.
/// </summary>
internal sealed class EchoCheck(ProcessContent content, ILookup<string, Flow> outgoing)
{
    private readonly Dictionary<string, Element> elements = content.Elements.ToDictionary(element => element.Id, StringComparer.Ordinal);
    private readonly ILookup<string, StartEvent> starts = content.Elements.OfType<StartEvent>().ToLookup(start => start.Parent, StringComparer.Ordinal);
    private readonly ILookup<string, EventSubProcess> inner = content.Elements.OfType<EventSubProcess>().ToLookup(one => one.Parent, StringComparer.Ordinal);
    private readonly ILookup<string, BoundaryEvent> borders = content.Elements.OfType<BoundaryEvent>().ToLookup(border => border.Host, StringComparer.Ordinal);

    public void Run()
    {
        foreach (var scope in content.Elements.OfType<EventSubProcess>())
        {
            if (starts[scope.Id].SingleOrDefault() is { Interrupting: false, Trigger: SignalEvent or EscalationEvent or MessageEvent } start && AtOnce(start).FirstOrDefault(thrower => Begins(scope, start, thrower)) is { } echo)
            {
                content.Warn("bpmn.hears-itself", scope.Id, $"Quy trình con theo sự kiện “{scope.Name}” tự phát lại (ở “{echo.Name}”) đúng sự kiện làm nó bắt đầu, không chờ gì ở giữa: khi chạy nó gọi lại chính nó không dừng.");
            }
        }
    }

    // What a token comes to before anybody or anything is waited for. Other event subprocesses in it are looked at by themselves, so nothing is gone through twice.
    private IEnumerable<Element> AtOnce(StartEvent start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>([start.Id]);
        while (queue.TryDequeue(out var id))
        {
            if (!seen.Add(id) || Waits(elements[id]))
            {
                continue;
            }

            yield return elements[id];
            foreach (var next in outgoing[id].Select(flow => flow.To).Concat(elements[id] is SubProcess ? starts[id].Select(one => one.Id) : []))
            {
                queue.Enqueue(next);
            }
        }
    }

    private static bool Waits(Element element) => element switch
    {
        StartEvent or PassingTask or ExclusiveGateway or InclusiveGateway or ParallelGateway or LinkEvent or SubProcess => false,
        ThrowEvent { Thrown: not MessageActivity } or EndEvent { Thrown: not MessageActivity } => false,
        _ => true,
    };

    private bool Begins(EventSubProcess scope, StartEvent start, Element thrower) => (start.Trigger, (thrower as ThrowEvent)?.Thrown ?? (thrower as EndEvent)?.Thrown) switch
    {
        (SignalEvent heard, SignalThrow thrown) => heard.Name.Source == thrown.Name.Source,
        (MessageEvent heard, MessageThrow thrown) => heard.Name.Source == thrown.Name.Source && heard.Key?.Source == thrown.Key?.Source,
        (EscalationEvent caught, EscalationThrow thrown) => caught.Catches(thrown.Code) && !IsCaughtBelow(scope, thrower, thrown.Code) && (caught.Code is not null || !Catchers(scope.Parent).Any(one => one.Code == thrown.Code)),
        _ => false,
    };

    // An escalation rises from the inside outwards: somebody nearer may catch it.
    private bool IsCaughtBelow(EventSubProcess scope, Element thrower, string code)
    {
        for (var place = thrower.Parent; ; place = elements[place].Parent)
        {
            if (Catchers(place).Any(one => one.Catches(code)))
            {
                return true;
            }

            if (place == scope.Id)
            {
                return false;
            }

            if (borders[place].Any(border => border.Trigger is EscalationEvent caught && caught.Catches(code)))
            {
                return true;
            }
        }
    }

    private IEnumerable<EscalationEvent> Catchers(string scope) => inner[scope].SelectMany(one => starts[one.Id]).Select(start => start.Trigger).OfType<EscalationEvent>();
}
