using System.Xml.Linq;

namespace Workflow.Engine;

/// <summary>
/// Attributes and children that would change what an element means. Nothing of that kind is passed over in silence: a misspelt
/// <c>wf:</c> attribute or an unread marker would send a case the wrong way.
/// </summary>
internal static class UnsupportedContent
{
    private static readonly HashSet<string> Flows = ["incoming", "outgoing"];

    // Carried by an element without effect on execution.
    private static readonly HashSet<string> Silent =
        ["documentation", "extensionElements", "auditing", "monitoring", "property", "ioSpecification", "dataInputAssociation", "dataOutputAssociation", "categoryValueRef"];

    private static readonly HashSet<string> SilentInDefinitions =
    [
        "process", "documentation", "extensionElements", "extension", "collaboration", "itemDefinition", "message", "signal", "error", "escalation", "category",
        "dataStore", "interface", "resource", "relationship", "partnerRole", "partnerEntity", "endPoint",
    ];

    /// <summary>What in the head of a file cannot be honoured: imports, choreographies, extensions that must be understood.</summary>
    public static IEnumerable<XElement> InDefinitions(XElement definitions) => definitions.Elements()
        .Where(child => child.Name.Namespace == BpmnReader.Bpmn
            && (!SilentInDefinitions.Contains(child.Name.LocalName) || (child.Name.LocalName == "extension" && IsTrue(child.Attribute("mustUnderstand")))));

    /// <summary>Names of attributes of a node that cannot be honoured.</summary>
    public static IEnumerable<string> Attributes(XElement node) => node.Attributes().Where(attribute => attribute.Name.Namespace == BpmnReader.Wf
            ? !Own(node.Name.LocalName).Contains(attribute.Name.LocalName)
            : attribute.Name.LocalName switch
            {
                "startQuantity" or "completionQuantity" => attribute.Value.Trim() != "1",
                "isForCompensation" or "parallelMultiple" => IsTrue(attribute),
                _ => false,
            })
        .Select(attribute => attribute.Name.Namespace == BpmnReader.Wf ? "wf:" + attribute.Name.LocalName : attribute.Name.LocalName);

    /// <summary>Names of children of a node that cannot be honoured: loop markers, scripts, elements of other namespaces, data that must be there.</summary>
    public static IEnumerable<string> Children(XElement node) => node.Elements().Where(child => child.Name.Namespace != BpmnReader.Bpmn
            || !(Silent.Contains(child.Name.LocalName) || Flows.Contains(child.Name.LocalName) || Belongs(node.Name.LocalName, child.Name.LocalName))
            || (child.Name.LocalName == "ioSpecification" && NeedsInput(child)))
        .Select(child => child.Name.LocalName);

    /// <summary>An XML boolean that says yes.</summary>
    public static bool IsTrue(XAttribute? attribute) => attribute?.Value.Trim() is "true" or "1";

    private static string[] Own(string element) => element switch
    {
        "userTask" => ["task", "candidates"],
        "serviceTask" => ["activity"],
        "sequenceFlow" => ["whenOutcome"],
        _ => [],
    };

    // A condition and an event's definition are judged where their element is read.
    private static bool Belongs(string element, string child) => element switch
    {
        "sequenceFlow" => child == "conditionExpression",
        "startEvent" or "endEvent" or "intermediateCatchEvent" or "intermediateThrowEvent" or "boundaryEvent" => child.EndsWith("EventDefinition", StringComparison.Ordinal) || child == "eventDefinitionRef",
        _ => false,
    };

    // Inputs that are not marked optional hold an activity back until they are there (BPMN 2.0, 10.4.2).
    private static bool NeedsInput(XElement specification)
    {
        var optional = specification.Descendants(BpmnReader.Bpmn + "optionalInputRefs").Select(one => one.Value.Trim()).ToHashSet(StringComparer.Ordinal);
        return specification.Descendants(BpmnReader.Bpmn + "dataInputRefs").Any(one => !optional.Contains(one.Value.Trim()));
    }
}
