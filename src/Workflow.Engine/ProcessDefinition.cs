using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>A sequence flow; <paramref name="WhenOutcome"/> null means unconditional. The default flow is taken when no conditional one is.</summary>
internal sealed record Flow(string Id, string From, string To, string? WhenOutcome, bool IsDefault = false);

/// <summary>A checked definition: immutable, safe to share between threads.</summary>
public sealed class ProcessDefinition
{
    private readonly Dictionary<string, Element> elements;
    private readonly ILookup<string, Flow> outgoing;
    private readonly ILookup<string, Flow> incoming;
    private readonly ILookup<string, Element> attached;

    internal ProcessDefinition(string processId, string name, string hash, IEnumerable<Element> elements, IReadOnlyList<Flow> flows)
    {
        ProcessId = processId;
        Name = name;
        Hash = hash;
        this.elements = elements.ToDictionary(element => element.Id, StringComparer.Ordinal);
        outgoing = flows.ToLookup(flow => flow.From, StringComparer.Ordinal);
        incoming = flows.ToLookup(flow => flow.To, StringComparer.Ordinal);
        attached = this.elements.Values.Where(element => element.AttachedTo is not null).ToLookup(element => element.AttachedTo!, StringComparer.Ordinal);
    }

    /// <summary>Id of the process element.</summary>
    public string ProcessId { get; }

    /// <summary>Name of the process, as its author wrote it.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits.</summary>
    public string Hash { get; }

    /// <summary>Name of an element, its id when it has none, null when there is no such element.</summary>
    public string? NameOf(string elementId) => elements.TryGetValue(elementId, out var element) ? element.Name : null;

    /// <summary>Ids of all elements.</summary>
    public IEnumerable<string> ElementIds => elements.Keys;

    internal IEnumerable<Element> Elements => elements.Values;

    internal Element this[string id] => elements[id];

    internal IEnumerable<Flow> From(string id) => outgoing[id];

    internal IEnumerable<Flow> Into(string id) => incoming[id];

    internal IEnumerable<Element> AttachedTo(string id) => attached[id];

    internal Element StartOf(string scopeElement) => elements.Values.Single(element => element is StartEvent && element.Parent == scopeElement);
}
