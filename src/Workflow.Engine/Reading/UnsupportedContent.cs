using System.Xml.Linq;

namespace Workflow.Engine.Reading;

/// <summary>
/// Attributes and children that would change what an element means. Nothing of that kind is passed over in silence: a misspelt
/// <c>wf:</c> attribute or an unread marker would send a case the wrong way.
/// </summary>
internal static class UnsupportedContent
{
    // Carried by an element without effect on execution.
    private static readonly HashSet<string> Silent =
    [
        "documentation", "extensionElements", "auditing", "monitoring", "property", "ioSpecification", "dataInputAssociation", "dataOutputAssociation", "categoryValueRef",
        "incoming", "outgoing", "dataOutput", "dataInput", "inputSet", "outputSet",
    ];

    private static readonly HashSet<string> Activities =
        ["task", "manualTask", "userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "scriptTask", "callActivity", "subProcess"];

    private static readonly HashSet<string> SilentInDefinitions =
    [
        "process", "documentation", "extensionElements", "extension", "collaboration", "itemDefinition", "message", "signal", "error", "escalation", "category",
        "dataStore", "interface", "resource", "relationship", "partnerRole", "partnerEntity", "endPoint",
    ];

    /// <summary>What in the head of a file cannot be honoured: imports, choreographies, extensions that must be understood.</summary>
    public static IEnumerable<XElement> InDefinitions(XElement definitions) => definitions.Elements().Concat(definitions.Elements(BpmnReader.Bpmn + "collaboration").Elements().Where(IsConversation))
        .Where(child => child.Name.Namespace == BpmnReader.Bpmn
            && (!SilentInDefinitions.Contains(child.Name.LocalName) || (child.Name.LocalName == "extension" && IsTrue(child.Attribute("mustUnderstand")))));

    private static bool IsConversation(XElement child) =>
        child.Name.Namespace == BpmnReader.Bpmn && (child.Name.LocalName.EndsWith("onversation", StringComparison.Ordinal) || child.Name.LocalName is "conversationLink" or "choreographyRef");

    /// <summary>Names of attributes of a node that cannot be honoured.</summary>
    public static IEnumerable<string> Attributes(XElement node) => node.Attributes().Where(attribute => attribute.Name.Namespace == BpmnReader.Wf
            ? !Own(node).Contains(attribute.Name.LocalName)
            : attribute.Name.Namespace == XNamespace.None && attribute.Name.LocalName switch
            {
                "startQuantity" or "completionQuantity" => attribute.Value.Trim() != "1",
                "isForCompensation" or "parallelMultiple" => IsTrue(attribute),
                "instantiate" => IsTrue(attribute),
                "eventGatewayType" => attribute.Value.Trim() != "Exclusive",
                "behavior" => attribute.Value.Trim() != "All",
                _ => false,
            })
        .Select(attribute => attribute.Name.Namespace == BpmnReader.Wf ? "wf:" + attribute.Name.LocalName : attribute.Name.LocalName);

    /// <summary>Names of children of a node that cannot be honoured: elements of other namespaces, data that must be there, what the standard does not put there.</summary>
    public static IEnumerable<string> Children(XElement node) => node.Elements().Where(child => child.Name.Namespace != BpmnReader.Bpmn
            || !(Silent.Contains(child.Name.LocalName) || Belongs(node.Name.LocalName, child.Name.LocalName))
            || NeedsInput(child))
        .Select(child => child.Name.LocalName);

    /// <summary>An XML boolean that says yes.</summary>
    public static bool IsTrue(XAttribute? attribute) => attribute?.Value.Trim() is "true" or "1";

    /// <summary>Loop markers are read for every activity, a subprocess too.</summary>
    public static bool IsLoop(XElement child) => child.Name == BpmnReader.Bpmn + "multiInstanceLoopCharacteristics" || child.Name == BpmnReader.Bpmn + "standardLoopCharacteristics";

    private static string[] Own(XElement node) => node.Name.LocalName switch
    {
        "userTask" => ["task", "candidates", "assignee", "due", "priority", "form", "outcomes", "notSameAs", "delegable"],
        "serviceTask" or "sendTask" or "businessRuleTask" or "scriptTask" => ["activity"],
        "receiveTask" => ["key"],
        "messageEventDefinition" => ["key", "activity", "in"],
        "callActivity" => ["in", "out"],
        "multiInstanceLoopCharacteristics" => ["collection", "element", "results", "result"],
        "startEvent" => ["initiator"],
        "sequenceFlow" => ["whenOutcome"],
        "lane" => ["candidates"],
        _ => [],
    };

    // A condition and an event's definition are judged where their element is read.
    private static bool Belongs(string element, string child) => element switch
    {
        "sequenceFlow" => child == "conditionExpression",
        "startEvent" or "endEvent" or "intermediateCatchEvent" or "intermediateThrowEvent" or "boundaryEvent" => child.EndsWith("EventDefinition", StringComparison.Ordinal) || child == "eventDefinitionRef",
        "userTask" when child is "rendering" or "potentialOwner" or "humanPerformer" or "performer" or "resourceRole" => true,
        "scriptTask" when child == "script" => true,
        _ => Activities.Contains(element) && child is "multiInstanceLoopCharacteristics" or "standardLoopCharacteristics",
    };

    /// <summary>Inputs that are not marked optional hold an activity back until they are there (BPMN 2.0, 10.4.2).</summary>
    public static bool NeedsInput(XElement specification)
    {
        if (specification.Name != BpmnReader.Bpmn + "ioSpecification")
        {
            return false;
        }

        var optional = specification.Descendants(BpmnReader.Bpmn + "optionalInputRefs").Select(one => one.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        return specification.Descendants(BpmnReader.Bpmn + "dataInputRefs").Any(one => !optional.Contains(one.Value.Trim()));
    }
}
