using System.Collections.Concurrent;
using Workflow.Engine.Conditions;
using Workflow.Engine.Elements;

namespace Workflow.Engine;

/// <summary>A sequence flow, unconditional when it has neither outcome nor condition. The default flow is taken when no conditional one is.</summary>
internal sealed record Flow(string Id, string From, string To, string? WhenOutcome, bool IsDefault = false)
{
    public Template? Condition { get; init; }

    public bool IsConditional => WhenOutcome is not null || Condition is not null;
}

/// <summary>A checked definition: immutable, safe to share between threads.</summary>
public sealed class ProcessDefinition
{
    private static readonly IReadOnlyList<Flow> None = [];

    private readonly Dictionary<string, Element> elements;
    private readonly Dictionary<string, Flow[]> outgoing;
    private readonly Dictionary<string, Flow[]> incoming;
    private readonly ILookup<string, BoundaryEvent> attached;
    private readonly ILookup<string, StartEvent> starts;
    private readonly ILookup<string, EventSubProcess> eventSubProcesses;
    private readonly ConcurrentDictionary<string, Reach> reach = new(StringComparer.Ordinal);

    internal ProcessDefinition(string processId, string name, string hash, TimeSpan zone, IEnumerable<Element> elements, IReadOnlyList<Flow> flows)
    {
        ProcessId = processId;
        Name = name;
        Hash = hash;
        Zone = zone;
        this.elements = elements.ToDictionary(element => element.Id, StringComparer.Ordinal);
        outgoing = flows.GroupBy(flow => flow.From, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        incoming = flows.GroupBy(flow => flow.To, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        attached = this.elements.Values.OfType<BoundaryEvent>().ToLookup(border => border.Host, StringComparer.Ordinal);
        starts = this.elements.Values.OfType<StartEvent>().ToLookup(start => start.Parent, StringComparer.Ordinal);
        eventSubProcesses = this.elements.Values.OfType<EventSubProcess>().ToLookup(scope => scope.Parent, StringComparer.Ordinal);
        Starts = [.. starts[""].Select(start => start.Describe())];
    }

    /// <summary>Id of the process element.</summary>
    public string ProcessId { get; }

    /// <summary>Name of the process, as its author wrote it.</summary>
    public string Name { get; }

    /// <summary>SHA-256, 64 hexadecimal digits: of the file, or of the file and the process when it holds several.</summary>
    public string Hash { get; }

    /// <summary>Who may begin a case by hand: candidate words; empty when the definition does not say.</summary>
    public IReadOnlyList<string> Starters { get; init; } = [];

    /// <summary>How a user task is answered on the general page; null when there is no such user task.</summary>
    public TaskForm? FormOf(string elementId) => (elements.GetValueOrDefault(elementId) as UserTask)?.Sheet;

    /// <summary>The ways in which a case of it may begin.</summary>
    public IReadOnlyList<ProcessStart> Starts { get; }

    /// <summary>Name of an element, its id when it has none, null when there is no such element.</summary>
    public string? NameOf(string elementId) => elements.TryGetValue(elementId, out var element) ? element.Name : null;

    /// <summary>Ids of all elements.</summary>
    public IEnumerable<string> ElementIds => elements.Keys;

    /// <summary>Outcomes with which the work at an element may be answered; a single empty one where it is only done.</summary>
    public IReadOnlyList<string> OutcomesAt(string elementId) => elements.TryGetValue(elementId, out var element) ? element.Answers : [];

    /// <summary>The work of people, of the machine and of called processes, in the order of the file.</summary>
    public IEnumerable<DefinedWork> Work => elements.Values.Select(element => element switch
    {
        UserTask task => new DefinedWork(task.Id, task.Name, WorkKind.Person, task.Key, string.Join(", ", task.Candidates.Select(one => one.Kind + one.Who.Source).Append(task.Assignee?.Source ?? "").Where(one => one.Length > 0))),
        ServiceTask task => new DefinedWork(task.Id, task.Name, WorkKind.Machine, task.Key, ""),
        CallActivity call => new DefinedWork(call.Id, call.Name, WorkKind.Call, call.Called.Source, ""),
        _ => null,
    }).OfType<DefinedWork>();

    /// <summary>
    /// Work that a token may come to next when it leaves an element: with this outcome, or (null) with any. Gateways and events on the way are passed, scopes
    /// are not looked into; nearest first. Empty when there is no such element.
    /// </summary>
    public IReadOnlyList<DefinedWork> WorkAfter(string elementId, string? outcome)
    {
        var (found, seen, queue) = (new List<DefinedWork>(), new HashSet<string>(StringComparer.Ordinal), new Queue<string>([elementId]));
        var work = Work.ToDictionary(one => one.ElementId, StringComparer.Ordinal);
        while (queue.TryDequeue(out var at))
        {
            foreach (var flow in From(at).Where(flow => (outcome is null || flow.WhenOutcome is null || flow.WhenOutcome == outcome) && seen.Add(flow.To)))
            {
                if (work.TryGetValue(flow.To, out var next))
                {
                    found.Add(next);
                }
                else
                {
                    queue.Enqueue(flow.To);
                }
            }
        }

        return found;
    }

    /// <summary>The work of the outermost scope in the order in which a case can first come to it, borders of activities included.</summary>
    public IEnumerable<DefinedWork> WorkOnTheWay() => WorkFrom([.. starts[""].Select(start => start.Id)]);

    /// <summary>The same from an element on, which itself comes again only where the drawing leads back to it.</summary>
    public IEnumerable<DefinedWork> WorkOnTheWay(string elementId) => WorkFrom([elementId]);

    private IEnumerable<DefinedWork> WorkFrom(IReadOnlyList<string> from)
    {
        var work = Work.ToDictionary(one => one.ElementId, StringComparer.Ordinal);
        var (seen, queue) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>(from));
        while (queue.TryDequeue(out var at))
        {
            foreach (var next in From(at).Concat(attached[at].SelectMany(border => From(border.Id))).Select(flow => flow.To).Where(seen.Add))
            {
                if (work.TryGetValue(next, out var one))
                {
                    yield return one;
                }

                queue.Enqueue(next);
            }
        }
    }

    /// <summary>True for tasks, subprocesses and calls; false for events and gateways.</summary>
    public bool IsActivity(string elementId) => elements.GetValueOrDefault(elementId) is Activity;

    /// <summary>
    /// When a timer start event is due: first (no <paramref name="last"/>) counted from the deployment, later from its last instant. Null when
    /// it comes no more.
    /// </summary>
    public TimerStart? NextStart(string startEventId, TimerStart? last, DateTimeOffset now)
    {
        if (this[startEventId] is not StartEvent { Trigger: TimerEvent timer })
        {
            throw new ArgumentException($"{startEventId} is no timer start event", nameof(startEventId));
        }

        var next = last is null
            ? timer.Timer.Set(new Evaluation(_ => null, now, Zone))
            : TimerExpression.Next(new(last.Due, last.Every, last.Times), now, Zone);
        return next is null ? null : new(next.Due, next.Every, next.Times);
    }

    /// <summary>
    /// What comes back to a call activity from the variables with which the called case ended. With an error or an escalation it
    /// comes back as far as it is there (<paramref name="isPartial"/>). Throws <see cref="ExecutionException"/>.
    /// </summary>
    public IReadOnlyDictionary<string, Value> ComesBack(string callElementId, IReadOnlyDictionary<string, Value> variables, DateTimeOffset at, bool isPartial = false) =>
        this[callElementId] is CallActivity call ? call.ComesBack(variables, at, Zone, isPartial) : throw new ArgumentException($"{callElementId} calls nothing", nameof(callElementId));

    internal TimeSpan Zone { get; }

    internal IEnumerable<Element> Elements => elements.Values;

    internal Element this[string id] => elements[id];

    internal bool Knows(string id) => elements.ContainsKey(id);

    internal IReadOnlyList<Flow> From(string id) => outgoing.TryGetValue(id, out var flows) ? flows : None;

    internal IReadOnlyList<Flow> Into(string id) => incoming.TryGetValue(id, out var flows) ? flows : None;

    internal IEnumerable<BoundaryEvent> AttachedTo(string id) => attached[id];

    internal IEnumerable<EventSubProcess> EventSubProcessesIn(string scopeElement) => eventSubProcesses[scopeElement];

    internal IEnumerable<StartEvent> StartsOf(string scopeElement) => starts[scopeElement];

    /// <summary>From where each incoming flow of an inclusive join can still be reached; computed once.</summary>
    internal Reach ReachOf(string gatewayId) => reach.GetOrAdd(gatewayId, id => new Reach(this, id));
}

/// <summary>A way in which a case may begin.</summary>
/// <param name="ElementId">The start event.</param>
/// <param name="Kind">What begins it.</param>
/// <param name="Name">Name of the message or signal; otherwise empty.</param>
public sealed record ProcessStart(string ElementId, StartKind Kind, string Name);

/// <summary>What begins a case.</summary>
public enum StartKind
{
    /// <summary>A person or a call.</summary>
    Plain,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A signal.</summary>
    Signal,

    /// <summary>A point in time.</summary>
    Timer,
}

/// <summary>When a timer start event is due next; <paramref name="Every"/> and <paramref name="Times"/> carry a cycle on.</summary>
public sealed record TimerStart(DateTimeOffset Due, string Every, int? Times);
