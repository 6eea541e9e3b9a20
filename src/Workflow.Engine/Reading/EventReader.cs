using System.Xml.Linq;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>Reads events: their place in the drawing and the one definition they may carry.</summary>
internal sealed class EventReader(ProcessContent content)
{
    private static readonly XNamespace Bpmn = BpmnReader.Bpmn;

    public Element? Start(XElement node, string id, string name, string parent)
    {
        var definitions = Definitions(node);
        var start = new StartEvent(id, name, parent)
        {
            Interrupting = node.Attribute("isInterrupting") is not { } interrupting || UnsupportedContent.IsTrue(interrupting),
            Initiator = Vendor.Read(node, "initiator", "initiator"),
        };
        if (definitions.Count == 0)
        {
            return start;
        }

        var isInner = UnsupportedContent.IsTrue(node.Parent!.Attribute("triggeredByEvent"));
        if (parent.Length > 0 && !isInner)
        {
            content.Report("bpmn.start-in-subprocess", id, $"Quy trình con “{parent}” chỉ được bắt đầu bằng điểm bắt đầu thường; “{id}” có điều kiện riêng.");
            return null;
        }

        if (Trigger(definitions, node, id, isInner ? ["message", "signal", "timer", "error", "escalation"] : ["message", "signal", "timer"], isStart: !isInner) is not { } trigger)
        {
            return null;
        }

        if (trigger is ErrorEvent && !start.Interrupting)
        {
            content.Report("bpmn.bad-boundary", id, $"Sự kiện lỗi “{id}” luôn ngắt; không dùng được isInterrupting=\"false\".");
        }

        return start with { Trigger = trigger };
    }

    public Element? End(XElement node, string id, string name, string parent) => Definitions(node) switch
    {
        [{ Name.LocalName: "terminateEventDefinition" }] => new TerminateEndEvent(id, name, parent),
        [] => new EndEvent(id, name, parent, null),
        var definitions => Throwing(definitions, node, id, ["message", "signal", "error", "escalation"]) is { } thrown ? new EndEvent(id, name, parent, thrown) : null,
    };

    public Element? Throw(XElement node, string id, string name, string parent) => Definitions(node) switch
    {
        [] => new ThrowEvent(id, name, parent, null),
        [{ Name.LocalName: "linkEventDefinition" } link] => Link(link, node, id, name, parent, isThrow: true),
        var definitions => Throwing(definitions, node, id, ["message", "signal", "escalation"]) is { } thrown ? new ThrowEvent(id, name, parent, thrown) : null,
    };

    public Element? Catch(XElement node, string id, string name, string parent) => Definitions(node) switch
    {
        [{ Name.LocalName: "linkEventDefinition" } link] => Link(link, node, id, name, parent, isThrow: false),
        var definitions => Trigger(definitions, node, id, ["message", "signal", "timer"]) is { } trigger ? new CatchEvent(id, name, parent, trigger) : null,
    };

    public Element? Boundary(XElement node, string id, string name, string parent)
    {
        if (Trigger(Definitions(node), node, id, ["message", "signal", "timer", "error", "escalation"]) is not { } trigger)
        {
            return null;
        }

        var interrupting = node.Attribute("cancelActivity") is not { } cancel || UnsupportedContent.IsTrue(cancel);
        if (trigger is ErrorEvent && !interrupting)
        {
            content.Report("bpmn.bad-boundary", id, $"Sự kiện lỗi “{id}” luôn ngắt; không dùng được cancelActivity=\"false\".");
        }

        return new BoundaryEvent(id, name, parent, Declarations.Local((string?)node.Attribute("attachedToRef") ?? ""), interrupting, trigger);
    }

    public Activity? Receive(XElement node, string id, string name, string parent)
    {
        if ((string?)node.Attribute("messageRef") is not { Length: > 0 } && Vendor.Zeebes(node, "subscription", "correlationKey") is null)
        {
            return new ReceiveTask(id, name, parent, null);
        }

        return Message(node, node, id) is { } message ? new ReceiveTask(id, name, parent, message) : null;
    }

    private static List<XElement> Definitions(XElement node) =>
        [.. node.Elements().Where(child => child.Name.Namespace == Bpmn && (child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || child.Name.LocalName == "eventDefinitionRef"))];

    private static string Kind(XElement definition) => definition.Name.LocalName[..^"EventDefinition".Length];

    // Exactly one definition of an allowed kind; anything else is refused with what the file says.
    private XElement? Only(List<XElement> definitions, XElement node, string id, string[] allowed)
    {
        if (definitions is [{ Name.LocalName: not "eventDefinitionRef" } one] && allowed.Contains(Kind(one)))
        {
            return one;
        }

        var what = definitions.Count == 0 ? node.Name.LocalName : $"{node.Name.LocalName}/{string.Join('+', definitions.Select(definition => definition.Name.LocalName))}";
        content.Report("bpmn.unknown-element", id, $"Phần tử “{what}” chưa được hỗ trợ nên quy trình không được nhận.");
        return null;
    }

    private EventTrigger? Trigger(List<XElement> definitions, XElement node, string id, string[] allowed, bool isStart = false)
    {
        if (Only(definitions, node, id, allowed) is not { } definition)
        {
            return null;
        }

        return Kind(definition) switch
        {
            "timer" => Timer(definition, node, id),
            "message" => Constant(Message(definition, node, id), message => message.Name, id, isStart),
            "signal" => Name(definition, "signal", id) is { } signal ? Constant(new SignalEvent(signal), one => one.Name, id, isStart) : null,
            "error" => new ErrorEvent(Code(definition, "error", id)),
            _ => new EscalationEvent(Code(definition, "escalation", id)),
        };
    }

    // Nothing runs yet when a process waits to be started: there are no variables to compute a name from.
    private T? Constant<T>(T? trigger, Func<T, Template> name, string id, bool isStart)
        where T : EventTrigger
    {
        if (isStart && trigger is not null && !name(trigger).IsConstant)
        {
            content.Report("bpmn.bad-expression", id, $"Tên ở điểm bắt đầu “{id}” phải cố định.");
        }

        return trigger;
    }

    private Throwing? Throwing(List<XElement> definitions, XElement node, string id, string[] allowed)
    {
        if (Only(definitions, node, id, allowed) is not { } definition)
        {
            return null;
        }

        switch (Kind(definition))
        {
            case "signal":
                return Name(definition, "signal", id) is { } signal ? new SignalThrow(signal) : null;
            case "message":
                if (ActivityReader.FindActivity(content, definition, id) is var (key, outcomes))
                {
                    return new MessageActivity(key, outcomes);
                }

                return Message(definition, node, id) is { } message ? new MessageThrow(message.Name, message.Key, ActivityReader.ReadMapping(content, definition, "in", id)) : null;
            case var kind:
                var code = Code(definition, kind, id);
                if (string.IsNullOrEmpty(code))
                {
                    content.Report("bpmn.no-error-code", id, $"“{id}” phải nêu mã lỗi (errorCode) hoặc mã báo cáo vượt cấp (escalationCode).");
                    return null;
                }

                return kind == "error" ? new ErrorThrow(code) : new EscalationThrow(code);
        }
    }

    private LinkEvent? Link(XElement link, XElement node, string id, string name, string parent, bool isThrow)
    {
        var target = (string?)link.Attribute("name") is { Length: > 0 } named ? named : (string?)node.Attribute("name") ?? "";
        if (target.Length > 0)
        {
            return new LinkEvent(id, name, parent, target, isThrow);
        }

        content.Report("bpmn.bad-link", id, $"Liên kết “{id}” không có tên.");
        return null;
    }

    private TimerEvent? Timer(XElement timer, XElement node, string id)
    {
        var forms = timer.Elements().Where(child => child.Name.LocalName is "timeDuration" or "timeDate" or "timeCycle").ToList();
        var kind = forms is [var only] ? only.Name.LocalName switch { "timeDate" => TimerKind.Date, "timeDuration" => TimerKind.Duration, _ => TimerKind.Cycle } : (TimerKind?)null;
        if (forms.Count > 0 && !content.SpeaksOurLanguage(forms[0], id))
        {
            return null;
        }

        // A single wait cannot come again.
        if (kind == TimerKind.Cycle && node.Name.LocalName == "intermediateCatchEvent")
        {
            content.Report("bpmn.bad-timer", id, $"Điểm chờ “{id}” không lặp lại được (timeCycle); hãy dùng timeDuration.");
            return null;
        }

        try
        {
            if (kind is { } known && TimerExpression.Parse(known, forms[0].Value) is { } read)
            {
                return new TimerEvent(read);
            }
        }
        catch (ExpressionException error)
        {
            content.Report("bpmn.bad-expression", id, $"Biểu thức “{forms[0].Value.Trim()}” ở “{id}” không đọc được: {error.Message}.");
            return null;
        }

        content.Report("bpmn.bad-timer", id, kind == TimerKind.Cycle
            ? $"Hẹn giờ lặp “{forms[0].Value.Trim()}” ở “{id}” không đọc được; viết theo ISO 8601, ví dụ R3/PT1H (không dùng cron)."
            : $"Thời hạn “{forms.FirstOrDefault()?.Value.Trim() ?? "(trống)"}” không đọc được. Ví dụ đúng: P3D, 2026-12-01T17:00:00+07:00, ${{closesAt}}.");
        return null;
    }

    private MessageEvent? Message(XElement definition, XElement node, string id)
    {
        if (Name(definition, "message", id) is not { } name)
        {
            return null;
        }

        var declared = content.Declarations.Find("message", (string)definition.Attribute("messageRef")!)!;
        var key = Vendor.Read(definition, "key") ?? Vendor.Zeebes(declared, "subscription", "correlationKey") ?? Vendor.Zeebes(node, "subscription", "correlationKey");
        return new MessageEvent(name, key is null ? null : content.ReadTemplate(key, id));
    }

    // The name of a message or signal, through the reference to its declaration.
    private Template? Name(XElement definition, string kind, string id)
    {
        if ((string?)definition.Attribute(kind + "Ref") is not { Length: > 0 } reference)
        {
            content.Report("bpmn.dangling-reference", id, $"“{id}” không nói rõ thông điệp hay tín hiệu nào ({kind}Ref).");
            return null;
        }

        if (content.Declarations.Find(kind, reference) is not { } declared)
        {
            content.Report("bpmn.dangling-reference", id, $"Không có {kind} nào mang mã “{reference}” mà “{id}” nhắc tới.");
            return null;
        }

        if ((string?)declared.Attribute("name") is { } name && !string.IsNullOrWhiteSpace(name))
        {
            return content.ReadTemplate(name, id);
        }

        content.Report("bpmn.no-name", id, $"{kind} “{reference}” mà “{id}” nhắc tới không có tên.");
        return null;
    }

    private string? Code(XElement definition, string kind, string id)
    {
        if ((string?)definition.Attribute(kind + "Ref") is not { Length: > 0 } reference)
        {
            return null;
        }

        if (content.Declarations.Find(kind, reference) is not { } declared)
        {
            content.Report("bpmn.dangling-reference", id, $"Không có {kind} nào mang mã “{reference}” mà “{id}” nhắc tới.");
            return reference;
        }

        if ((string?)declared.Attribute(kind + "Code") is { Length: > 0 } code)
        {
            return code;
        }

        // A border that names an error without a code catches all of them; who throws must say which.
        return definition.Parent!.Name.LocalName is "endEvent" or "intermediateThrowEvent" ? "" : null;
    }
}
