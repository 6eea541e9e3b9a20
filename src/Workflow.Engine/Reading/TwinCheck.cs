using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>Two catchers of one and the same thing at one place: which of them is meant cannot be told.</summary>
internal static class TwinCheck
{
    public static void Run(ProcessContent content)
    {
        var catchers = content.Elements.OfType<BoundaryEvent>().Select(one => (Place: "b:" + one.Host, one.Id, one.Name, (EventTrigger?)one.Trigger))
            .Concat(content.Elements.OfType<StartEvent>().Select(one => (Place: "s:" + Around(content, one), one.Id, one.Name, one.Trigger)))
            .Concat(Choices(content));
        foreach (var twin in catchers.Where(one => Key(one.Item4) is not null).GroupBy(one => (one.Place, Key(one.Item4))).SelectMany(group => group.Skip(1)))
        {
            content.Report("bpmn.same-event-twice", twin.Id, $"“{twin.Name}” chờ cùng một sự kiện với một phần tử khác ở cùng chỗ; không rõ bên nào được nhận.");
        }
    }

    // Event subprocesses of one scope compete with each other; so do the starts of a process.
    private static string Around(ProcessContent content, StartEvent start) =>
        start.Parent.Length == 0 ? "" : content.Scopes.TryGetValue(start.Parent, out var scope) ? $"in:{scope.Parent}" : start.Parent;

    private static IEnumerable<(string Place, string Id, string Name, EventTrigger? Trigger)> Choices(ProcessContent content)
    {
        var catching = content.Elements.OfType<ICatching>().ToDictionary(one => one.Id, StringComparer.Ordinal);
        var gateways = content.Elements.OfType<EventBasedGateway>().Select(gateway => gateway.Id).ToHashSet(StringComparer.Ordinal);
        return content.Flows.Where(flow => gateways.Contains(flow.From) && catching.ContainsKey(flow.To)).Select(flow => ("g:" + flow.From, flow.To, ((Element)catching[flow.To]).Name, (EventTrigger?)catching[flow.To].Trigger));
    }

    // Signals reach everybody and timers are each their own: several of them do no harm.
    private static string? Key(EventTrigger? trigger) => trigger switch
    {
        MessageEvent message => $"message {message.Name.Source} {message.Key?.Source}",
        ErrorEvent error => $"error {error.Code}",
        EscalationEvent escalation => $"escalation {escalation.Code}",
        _ => null,
    };
}
