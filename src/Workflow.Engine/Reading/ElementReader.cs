using System.Xml.Linq;
using Workflow.Engine.Elements;

namespace Workflow.Engine.Reading;

/// <summary>Reads one flow node by its name, or refuses it by name.</summary>
internal sealed class ElementReader(ProcessContent content)
{
    private readonly EventReader events = new(content);
    private readonly ActivityReader activities = new(content);

    public Element? Read(XElement node, string id, string name, string parent, int depth)
    {
        if (node.Name.Namespace != BpmnReader.Bpmn)
        {
            return Unknown(id, node.Name.LocalName);
        }

        var isScope = node.Name.LocalName == "subProcess";
        if (!isScope && UnsupportedContent.Children(node).FirstOrDefault() is { } child)
        {
            return Unknown(id, $"{node.Name.LocalName}/{child}");
        }

        foreach (var attribute in node.Elements().Where(one => one.Name.Namespace == BpmnReader.Bpmn).Where(one => !isScope || UnsupportedContent.IsLoop(one)).Prepend(node).SelectMany(UnsupportedContent.Attributes))
        {
            content.Report("bpmn.unknown-attribute", id, $"Thuộc tính “{attribute}” của “{id}” không dùng được ở đây.");
        }

        if ((string?)node.Attribute("default") is { Length: > 0 } named)
        {
            content.Defaults[id] = Declarations.Local(named);
        }

        if (Vendor.HasListeners(node))
        {
            content.Warn("bpmn.listener-ignored", id, $"Các đoạn theo dõi (listener) của “{name}” không được chạy.");
        }

        if (Vendor.HasMapping(node))
        {
            content.Warn("bpmn.mapping-ignored", id, $"Phép gán biến (inputOutput, ioMapping) của “{name}” không được thực hiện.");
        }

        switch (node.Name.LocalName)
        {
            case "startEvent":
                return events.Start(node, id, name, parent);
            case "endEvent":
                return events.End(node, id, name, parent);
            case "intermediateCatchEvent":
                return events.Catch(node, id, name, parent);
            case "intermediateThrowEvent":
                return events.Throw(node, id, name, parent);
            case "boundaryEvent":
                return events.Boundary(node, id, name, parent);
            case "task" or "manualTask":
                return activities.WithLoop(node, new PassingTask(id, name, parent));
            case "userTask":
                return activities.WithLoop(node, activities.UserTask(node, id, name, parent));
            case "serviceTask" or "sendTask" or "businessRuleTask" or "scriptTask":
                return activities.WithLoop(node, activities.ServiceTask(node, id, name, parent));
            case "receiveTask":
                return activities.WithLoop(node, events.Receive(node, id, name, parent));
            case "callActivity":
                return activities.WithLoop(node, activities.Call(node, id, name, parent));
            case "exclusiveGateway":
                return new ExclusiveGateway(id, name, parent);
            case "parallelGateway":
                return new ParallelGateway(id, name, parent);
            case "inclusiveGateway":
                return new InclusiveGateway(id, name, parent);
            case "eventBasedGateway":
                return new EventBasedGateway(id, name, parent);
            case "subProcess" when UnsupportedContent.IsTrue(node.Attribute("triggeredByEvent")):
                return node.Elements().Any(UnsupportedContent.IsLoop) ? Unknown(id, "subProcess/loopCharacteristics") : Scope(node, new EventSubProcess(id, name, parent), depth);
            case "subProcess":
                return activities.WithLoop(node, (SubProcess)Scope(node, new SubProcess(id, name, parent), depth));
            default:
                return Unknown(id, node.Name.LocalName);
        }
    }

    private Element Scope(XElement node, Element scope, int depth)
    {
        content.ReadScope(node, scope.Id, depth + 1);
        return scope;
    }

    private Element? Unknown(string id, string what)
    {
        content.Report("bpmn.unknown-element", id, $"Phần tử “{what}” chưa được hỗ trợ nên quy trình không được nhận.");
        return null;
    }
}
