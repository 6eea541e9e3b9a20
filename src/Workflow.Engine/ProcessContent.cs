using System.Xml;
using System.Xml.Linq;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>The elements and flows of a process as they are read, with what is wrong with them.</summary>
internal sealed class ProcessContent(Vocabulary vocabulary, XElement definitions)
{
    /// <summary>Deepest nesting of subprocesses.</summary>
    private const int MaxDepth = 20;

    private static readonly XNamespace Bpmn = BpmnReader.Bpmn;

    // Carried by the process, without effect on execution.
    private static readonly HashSet<string> Silent =
    [
        "documentation", "extensionElements", "auditing", "monitoring", "laneSet", "textAnnotation", "association", "group", "dataObject", "dataObjectReference",
        "dataStoreReference", "incoming", "outgoing", "ioSpecification", "property", "supports",
    ];

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public List<Element> Elements { get; } = [];

    public List<Flow> Flows { get; } = [];

    /// <summary>Default flows by the element that names them.</summary>
    public Dictionary<string, string> Defaults { get; } = new(StringComparer.Ordinal);

    public List<Finding> Findings { get; } = [];

    /// <summary>Id of the process, or of the subprocess with this id: what a finding about a scope names.</summary>
    public string ScopeName(string scope) => scope.Length == 0 ? (string?)definitions.Element(Bpmn + "process")?.Attribute("id") ?? "process" : scope;

    public void Report(string code, string id, string message) => Findings.Add(new Finding(code, id, lines.GetValueOrDefault(id), message));

    /// <summary>Reads the process with all its subprocesses.</summary>
    public void Read(XElement process)
    {
        lines[ScopeName("")] = Line(process);
        Read(process, "", 0);
        for (var at = 0; at < Flows.Count; at++)
        {
            Flows[at] = Flows[at] with { IsDefault = Defaults.TryGetValue(Flows[at].From, out var named) && named == Flows[at].Id };
        }
    }

    private void Read(XElement scope, string parent, int depth)
    {
        foreach (var node in scope.Elements())
        {
            if (node.Name.Namespace == Bpmn && Silent.Contains(node.Name.LocalName))
            {
                continue;
            }

            var isFlow = node.Name == Bpmn + "sequenceFlow";
            var id = (string?)node.Attribute("id") ?? "";
            if (id.Length == 0 && !isFlow)
            {
                Findings.Add(new Finding("bpmn.missing-id", node.Name.LocalName, Line(node), $"Phần tử “{node.Name.LocalName}” không có mã (id)."));
                continue;
            }

            id = id.Length == 0 ? $"flow-{Flows.Count + 1}" : id;
            if (!lines.TryAdd(id, Line(node)))
            {
                Findings.Add(new Finding("bpmn.duplicate-id", id, Line(node), $"Mã “{id}” bị dùng hai lần."));
                continue;
            }

            if (lines.Count > BpmnReader.MaxElements || depth > MaxDepth)
            {
                Report("bpmn.too-many-elements", id, $"Quy trình có quá {BpmnReader.MaxElements} phần tử hoặc lồng nhau quá {MaxDepth} lớp.");
                return;
            }

            if (isFlow)
            {
                ReadFlow(node, id);
            }
            else if (node.Name.Namespace != Bpmn)
            {
                Unknown(id, node.Name.LocalName);
            }
            else if (ReadElement(node, id, (string?)node.Attribute("name") is { Length: > 0 } name ? name : id, parent, depth) is { } element)
            {
                Elements.Add(element);
            }
        }
    }

    private Element? ReadElement(XElement node, string id, string name, string parent, int depth)
    {
        var definitions = node.Elements().Where(child => child.Name.Namespace == Bpmn && child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)).ToList();
        var isScope = node.Name.LocalName == "subProcess";
        if ((isScope ? node.Elements().Where(child => child.Name.LocalName.EndsWith("LoopCharacteristics", StringComparison.Ordinal)).Select(child => child.Name.LocalName) : UnsupportedContent.Children(node)).FirstOrDefault() is { } child)
        {
            return Unknown(id, $"{node.Name.LocalName}/{child}");
        }

        ReportAttributes(node, id);
        if ((string?)node.Attribute("default") is { Length: > 0 } named)
        {
            Defaults[id] = named;
        }

        switch (node.Name.LocalName, definitions)
        {
            case ("startEvent", []):
                return new StartEvent(id, name, parent);
            case ("endEvent", []):
                return new EndEvent(id, name, parent);
            case ("endEvent", [{ Name.LocalName: "terminateEventDefinition" }]):
                return new TerminateEndEvent(id, name, parent);
            case ("endEvent", [{ Name.LocalName: "errorEventDefinition" } error]):
                return ReadThrown(error, id) is { } code ? new ErrorEndEvent(id, name, parent, code) : null;
            case ("intermediateCatchEvent", [{ Name.LocalName: "timerEventDefinition" } timer]):
                return ReadTimer(timer, id) is { } due ? new TimerCatchEvent(id, name, parent, due) : null;
            case ("boundaryEvent", [{ Name.LocalName: "timerEventDefinition" } timer]):
                return ReadTimer(timer, id) is { } when
                    ? new TimerBoundaryEvent(id, name, parent, Host(node), node.Attribute("cancelActivity") is not { } cancel || UnsupportedContent.IsTrue(cancel), when)
                    : null;
            case ("boundaryEvent", [{ Name.LocalName: "errorEventDefinition" } error]):
                return new ErrorBoundaryEvent(id, name, parent, Host(node), ErrorCode(error, id));
            case ("userTask", _):
                return ReadKey(node, id, "task", "bpmn.unknown-task", vocabulary.Tasks) is var (task, outcomes)
                    ? new UserTask(id, name, parent, task, ReadCandidates(node, id), outcomes)
                    : null;
            case ("serviceTask", _):
                return ReadKey(node, id, "activity", "bpmn.unknown-activity", vocabulary.Activities) is var (activity, answers)
                    ? new ServiceTask(id, name, parent, activity, answers)
                    : null;
            case ("exclusiveGateway", _):
                return new ExclusiveGateway(id, name, parent);
            case ("parallelGateway", _):
                return new ParallelGateway(id, name, parent);
            case ("subProcess", _) when !UnsupportedContent.IsTrue(node.Attribute("triggeredByEvent")):
                Read(node, id, depth + 1);
                return new SubProcess(id, name, parent);
            default:
                return Unknown(id, definitions.Count == 0 ? node.Name.LocalName : $"{node.Name.LocalName}/{string.Join('+', definitions.Select(one => one.Name.LocalName))}");
        }
    }

    private static string Host(XElement node) => (string?)node.Attribute("attachedToRef") ?? "";

    private static int Line(XElement node) => ((IXmlLineInfo)node).LineNumber;

    private Element? Unknown(string id, string what)
    {
        Report("bpmn.unknown-element", id, $"Phần tử “{what}” chưa được hỗ trợ nên quy trình không được nhận.");
        return null;
    }

    private void ReportAttributes(XElement node, string id)
    {
        foreach (var attribute in UnsupportedContent.Attributes(node))
        {
            Report("bpmn.unknown-attribute", id, $"Thuộc tính “{attribute}” của “{id}” không dùng được ở đây.");
        }
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

    // A task that is nobody's would stop the case for good.
    private string ReadCandidates(XElement node, string id)
    {
        var candidates = ((string?)node.Attribute(BpmnReader.Wf + "candidates") ?? "").Trim();
        if (candidates.Length == 0)
        {
            Report("bpmn.no-candidates", id, $"Phần tử “{id}” thiếu thuộc tính wf:candidates: không rõ ai làm việc này.");
        }

        return candidates;
    }

    private TimerExpression? ReadTimer(XElement timer, string id)
    {
        var forms = timer.Elements().Where(child => child.Name.LocalName is "timeDuration" or "timeDate" or "timeCycle").ToList();
        var read = forms switch
        {
            [{ Name.LocalName: "timeDuration" } duration] => TimerExpression.Duration(duration.Value),
            [{ Name.LocalName: "timeDate" } date] => TimerExpression.At(date.Value),
            _ => null,
        };
        if (read is null || forms[0].Attribute("language") is not null)
        {
            Report("bpmn.bad-timer", id, forms is [{ Name.LocalName: "timeCycle" }]
                ? "Hẹn giờ lặp lại (timeCycle) chưa được hỗ trợ."
                : $"Thời hạn “{forms.FirstOrDefault()?.Value.Trim() ?? "(trống)"}” không đọc được. Ví dụ đúng: P3D, 2026-12-01T17:00:00+07:00, ${{closesAt}}.");
        }

        return read;
    }

    private string? ReadThrown(XElement error, string id)
    {
        var code = ErrorCode(error, id);
        if (string.IsNullOrEmpty(code))
        {
            Report("bpmn.no-error-code", id, $"Điểm kết thúc lỗi “{id}” phải nêu mã lỗi.");
            return null;
        }

        return code;
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
            return reference;
        }

        if ((string?)declared.Attribute("errorCode") is not { Length: > 0 } code)
        {
            Report("bpmn.no-error-code", id, $"Lỗi “{reference}” chưa có mã (errorCode).");
            return reference;
        }

        return code;
    }

    private void ReadFlow(XElement node, string id)
    {
        ReportAttributes(node, id);
        if (node.Element(Bpmn + "conditionExpression") is not null)
        {
            Report("bpmn.condition", id, "Điều kiện dạng biểu thức chưa được hỗ trợ; hãy dùng wf:whenOutcome.");
        }

        Flows.Add(new Flow(id, (string?)node.Attribute("sourceRef") ?? "", (string?)node.Attribute("targetRef") ?? "", (string?)node.Attribute(BpmnReader.Wf + "whenOutcome")));
    }
}
