using System.Xml.Linq;

namespace Workflow.Engine.Reading;

/// <summary>
/// Attributes that other engines' modelers write and that mean the same as ours. They are read, never written; ours go before them.
/// </summary>
internal static class Vendor
{
    /// <summary>Camunda 7 and its descendants, which share their attribute names.</summary>
    private static readonly XNamespace[] Family =
        ["http://camunda.org/schema/1.0/bpmn", "http://operaton.org/schema/1.0/bpmn", "http://activiti.org/bpmn", "http://flowable.org/bpmn"];

    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";

    private static readonly string[] Code = ["class", "delegateExpression", "expression"];

    private static readonly HashSet<string> Listeners = ["taskListener", "executionListener", "eventListener", "listener"];

    /// <summary>The first of our attribute and its aliases that is there and not empty.</summary>
    public static string? Read(XElement node, string? own, params ReadOnlySpan<string> aliases)
    {
        if (own is not null && (string?)node.Attribute(BpmnReader.Wf + own) is { Length: > 0 } value)
        {
            return value;
        }

        foreach (var name in aliases)
        {
            foreach (var vendor in Family)
            {
                if ((string?)node.Attribute(vendor + name) is { Length: > 0 } alias)
                {
                    return alias;
                }
            }
        }

        return null;
    }

    /// <summary>An attribute of an extension element of Zeebe.</summary>
    public static string? Zeebes(XElement node, string element, string attribute) =>
        node.Element(BpmnReader.Bpmn + "extensionElements")?.Descendants(Zeebe + element).Select(one => (string?)one.Attribute(attribute)).FirstOrDefault(value => !string.IsNullOrEmpty(value));

    /// <summary>Extension elements of the family with a name: <c>in</c>, <c>out</c>.</summary>
    public static IEnumerable<XElement> Extensions(XElement node, string name) =>
        node.Element(BpmnReader.Bpmn + "extensionElements")?.Elements().Where(one => one.Name.LocalName == name && Array.Exists(Family, vendor => vendor == one.Name.Namespace)) ?? [];

    /// <summary>The fields of a form as Camunda 7 and its descendants write them.</summary>
    public static IEnumerable<XElement> FormFields(XElement node) =>
        Extensions(node, "formData").SelectMany(form => form.Elements().Where(one => one.Name.LocalName == "formField"));

    /// <summary>The activity that an external task names.</summary>
    public static string? Topic(XElement node) => Read(node, "activity", "topic") is { } topic && Read(node, null, "type") is "external" or null ? topic : Zeebes(node, "taskDefinition", "type");

    /// <summary>A Java class or the like that should do the work: nothing that can be run here.</summary>
    public static string? ForeignCode(XElement node) => Read(node, null, Code) ?? Read(node, null, "decisionRef", "type");

    /// <summary>Whether variables should be mapped into and out of an element that is no call: they are not.</summary>
    public static bool HasMapping(XElement node) =>
        node.Element(BpmnReader.Bpmn + "extensionElements")?.Elements().Any(one => one.Name.LocalName is "inputOutput" or "ioMapping" && (one.Name.Namespace == Zeebe || Array.Exists(Family, vendor => vendor == one.Name.Namespace))) == true;

    /// <summary>Whether something should be called at events of the element: it is not.</summary>
    public static bool HasListeners(XElement node) =>
        node.Element(BpmnReader.Bpmn + "extensionElements")?.Elements().Any(one => one.Name.Namespace != BpmnReader.Bpmn && (Listeners.Contains(one.Name.LocalName) || one.Name.LocalName == "executionListeners")) == true;
}
