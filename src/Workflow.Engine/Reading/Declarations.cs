using System.Xml.Linq;

namespace Workflow.Engine.Reading;

/// <summary>What the head of a file declares for all its processes: messages, signals, errors, escalations, by id.</summary>
internal sealed class Declarations(XElement definitions)
{
    private readonly Dictionary<(string Kind, string Id), XElement> byId = definitions.Elements()
        .Where(node => node.Name.Namespace == BpmnReader.Bpmn && node.Attribute("id") is not null)
        .GroupBy(node => (node.Name.LocalName, (string)node.Attribute("id")!))
        .ToDictionary(group => group.Key, group => group.First());

    /// <summary>The message, signal, error or escalation that a reference names; the prefix of a qualified name does not matter.</summary>
    public XElement? Find(string kind, string reference) => byId.GetValueOrDefault((kind, Local(reference)));

    public static string Local(string reference) => reference.Trim() is var name && name.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? name[(colon + 1)..] : name;
}
