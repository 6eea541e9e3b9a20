using System.Xml;
using System.Xml.Linq;

namespace Workflow.Runtime.Processes;

/// <summary>What became of an element between two versions.</summary>
public enum ElementChange
{
    New, Changed, Removed,
}

/// <summary>An element that differs between two versions.</summary>
public sealed record ChangedElement(ElementChange Change, string ElementId, string Name, string Kind);

/// <summary>Compares two versions of a process by what each element says; where it is drawn does not matter.</summary>
public static class DefinitionChanges
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly string[] Places = ["incoming", "outgoing", "flowNodeRef", "documentation", "textAnnotation", "association", "laneSet"];

    /// <summary>The differences, new ones first. Both files have been checked before.</summary>
    public static IReadOnlyList<ChangedElement> Between(string? before, string after, string processId)
    {
        var (old, now) = (before is null ? [] : Elements(before, processId), Elements(after, processId));
        ChangedElement Line(ElementChange change, XElement one) => new(change, (string)one.Attribute("id")!, (string?)one.Attribute("name") ?? "", one.Name.LocalName);
        return
        [
            .. now.Where(one => !old.ContainsKey(one.Key)).Select(one => Line(ElementChange.New, one.Value)),
            .. now.Where(one => old.TryGetValue(one.Key, out var was) && Meaning(was) != Meaning(one.Value)).Select(one => Line(ElementChange.Changed, one.Value)),
            .. old.Where(one => !now.ContainsKey(one.Key)).Select(one => Line(ElementChange.Removed, one.Value)),
        ];
    }

    private static Dictionary<string, XElement> Elements(string xml, string processId)
    {
        using var reader = XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF')), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader).Root!.Elements(Bpmn + "process").Where(process => (string?)process.Attribute("id") == processId).Descendants()
            .Where(one => one.Name.Namespace == Bpmn && one.Attribute("id") is not null && !IsInside(one) && !Places.Contains(one.Name.LocalName))
            .DistinctBy(one => (string)one.Attribute("id")!).ToDictionary(one => (string)one.Attribute("id")!, StringComparer.Ordinal);
    }

    // An event's definition belongs to its event, a loop to its task.
    private static bool IsInside(XElement one) => one.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal) || one.Name.LocalName.EndsWith("LoopCharacteristics", StringComparison.Ordinal)
        || one.Ancestors().Any(outer => outer.Name.LocalName is "extensionElements" or "ioSpecification" or "laneSet");

    private static string Meaning(XElement one)
    {
        var copy = new XElement(one);
        copy.Elements().Where(child => child.Name.Namespace == Bpmn && (Places.Contains(child.Name.LocalName) || (one.Name.LocalName == "subProcess" && child.Attribute("id") is not null && !IsInside(child)))).Remove();
        // Blanks, the order of attributes and prefixes are the writer's taste.
        copy.DescendantNodes().OfType<XText>().Where(text => string.IsNullOrWhiteSpace(text.Value)).Remove();
        copy.DescendantNodes().OfType<XComment>().Remove();
        return string.Join('\n', copy.DescendantsAndSelf().Select(part =>
            $"{part.Name} {string.Join(' ', part.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && !(part != copy && attribute.Name == "id")).OrderBy(attribute => attribute.Name.ToString(), StringComparer.Ordinal).Select(attribute => $"{attribute.Name}={attribute.Value}"))} {(part.HasElements ? "" : part.Value.Trim())}"));
    }
}
