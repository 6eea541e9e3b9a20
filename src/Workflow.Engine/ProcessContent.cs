using System.Xml;
using System.Xml.Linq;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>The elements and flows of a process as they are read, with what is wrong with them.</summary>
internal sealed class ProcessContent(Vocabulary vocabulary, XElement definitions)
{
    private static readonly XNamespace Bpmn = BpmnReader.Bpmn;

    // Carried by the file, without effect on execution.
    private static readonly HashSet<string> Silent =
    [
        "documentation", "extensionElements", "laneSet", "textAnnotation", "association", "group", "dataObject", "dataObjectReference",
        "dataStoreReference", "incoming", "outgoing", "ioSpecification", "property", "category",
    ];

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public List<Element> Elements { get; } = [];

    public List<Flow> Flows { get; } = [];

    public List<Finding> Findings { get; } = [];

    public int LineOf(string id) => lines.GetValueOrDefault(id);

    public void Report(string code, string id, string message) => Findings.Add(new Finding(code, id, LineOf(id), message));

    public void Read(XElement scope, string parent)
    {
        foreach (var node in scope.Elements())
        {
            var id = (string?)node.Attribute("id") ?? node.Name.LocalName;
            if (node.Name.Namespace != Bpmn || Silent.Contains(node.Name.LocalName))
            {
                continue;
            }

            if (!lines.TryAdd(id, ((IXmlLineInfo)node).LineNumber))
            {
                Findings.Add(new Finding("bpmn.duplicate-id", id, ((IXmlLineInfo)node).LineNumber, $"Mã “{id}” bị dùng hai lần."));
                continue;
            }

            if (lines.Count > BpmnReader.MaxElements)
            {
                Report("bpmn.too-many-elements", id, $"Quy trình có quá {BpmnReader.MaxElements} phần tử.");
                return;
            }

            if (node.Name.LocalName == "sequenceFlow")
            {
                ReadFlow(node, id);
            }
            else if (ReadElement(node, id, (string?)node.Attribute("name") is { Length: > 0 } name ? name : id, parent) is { } element)
            {
                Elements.Add(element);
            }
        }
    }

    private Element? ReadElement(XElement node, string id, string name, string parent)
    {
        var definitions = node.Elements().Where(child => child.Name.Namespace == Bpmn && child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)).ToList();
        var loops = node.Elements().FirstOrDefault(child => child.Name == Bpmn + "multiInstanceLoopCharacteristics" || child.Name == Bpmn + "standardLoopCharacteristics");
        if (loops is not null)
        {
            return Unknown(id, loops.Name.LocalName);
        }

        switch (node.Name.LocalName, definitions)
        {
            case ("startEvent", []):
                return new StartEvent(id, name, parent);
            case ("endEvent", []):
                return new EndEvent(id, name, parent);
            case ("endEvent", [{ Name.LocalName: "terminateEventDefinition" }]):
                return new TerminateEndEvent(id, name, parent);
            case ("intermediateCatchEvent", [{ Name.LocalName: "timerEventDefinition" } timer]):
                return ReadTimer(timer, id) is { } due ? new TimerCatchEvent(id, name, parent, due) : null;
            case ("boundaryEvent", [{ Name.LocalName: "timerEventDefinition" } timer]):
                return ReadTimer(timer, id) is { } when
                    ? new TimerBoundaryEvent(id, name, parent, (string?)node.Attribute("attachedToRef") ?? "", (bool?)node.Attribute("cancelActivity") ?? true, when)
                    : null;
            case ("boundaryEvent", [{ Name.LocalName: "errorEventDefinition" } error]):
                return new ErrorBoundaryEvent(id, name, parent, (string?)node.Attribute("attachedToRef") ?? "", ErrorCode(error, id));
            case ("userTask", _):
                return ReadKey(node, id, "task", "bpmn.unknown-task", vocabulary.Tasks) is var (task, outcomes)
                    ? new UserTask(id, name, parent, task, (string?)node.Attribute(BpmnReader.Wf + "candidates") ?? "", outcomes)
                    : null;
            case ("serviceTask", _):
                return ReadKey(node, id, "activity", "bpmn.unknown-activity", vocabulary.Activities) is var (activity, answers)
                    ? new ServiceTask(id, name, parent, activity, answers)
                    : null;
            case ("exclusiveGateway", _):
                return new ExclusiveGateway(id, name, parent, (string?)node.Attribute("default"));
            case ("parallelGateway", _):
                return new ParallelGateway(id, name, parent);
            case ("subProcess", _) when (bool?)node.Attribute("triggeredByEvent") != true:
                Read(node, id);
                return new SubProcess(id, name, parent);
            default:
                return Unknown(id, definitions.Count == 0 ? node.Name.LocalName : $"{node.Name.LocalName}/{string.Join('+', definitions.Select(one => one.Name.LocalName))}");
        }
    }

    private Element? Unknown(string id, string what)
    {
        Report("bpmn.unknown-element", id, $"Phần tử “{what}” chưa được hỗ trợ nên quy trình không được nhận.");
        return null;
    }

    private (string Key, IReadOnlyList<string> Outcomes)? ReadKey(
        XElement node, string id, string attribute, string code, IReadOnlyDictionary<string, IReadOnlyList<string>> known)
    {
        var key = (string?)node.Attribute(BpmnReader.Wf + attribute) ?? "";
        if (known.TryGetValue(key, out var outcomes))
        {
            return (key, outcomes);
        }

        Report(code, id, key.Length == 0
            ? $"Phần tử “{id}” thiếu thuộc tính wf:{attribute}."
            : $"Không có wf:{attribute} nào tên “{key}”. Các tên được dùng: {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private TimerExpression? ReadTimer(XElement timer, string id)
    {
        var duration = timer.Element(Bpmn + "timeDuration");
        var date = timer.Element(Bpmn + "timeDate");
        var read = duration is not null ? TimerExpression.Duration(duration.Value) : date is not null ? TimerExpression.At(date.Value) : null;
        if (read is null)
        {
            Report("bpmn.bad-timer", id, $"Thời hạn “{(duration ?? date)?.Value.Trim() ?? "(trống)"}” không đọc được. Ví dụ đúng: P3D, 2026-12-01T17:00:00+07:00, ${{closesAt}}.");
        }

        return read;
    }

    private string? ErrorCode(XElement error, string id)
    {
        if ((string?)error.Attribute("errorRef") is not { Length: > 0 } reference)
        {
            return null;
        }

        var declared = definitions.Elements(Bpmn + "error").FirstOrDefault(one => (string?)one.Attribute("id") == reference);
        if (declared is null)
        {
            Report("bpmn.dangling-reference", id, $"Không có lỗi (error) nào mang mã “{reference}”.");
        }

        return (string?)declared?.Attribute("errorCode") ?? reference;
    }

    private void ReadFlow(XElement node, string id)
    {
        var outcome = (string?)node.Attribute(BpmnReader.Wf + "whenOutcome");
        if (node.Element(Bpmn + "conditionExpression") is not null)
        {
            Report("bpmn.condition", id, "Điều kiện dạng biểu thức chưa được hỗ trợ; hãy dùng wf:whenOutcome.");
        }

        Flows.Add(new Flow(id, (string?)node.Attribute("sourceRef") ?? "", (string?)node.Attribute("targetRef") ?? "", outcome));
    }
}
