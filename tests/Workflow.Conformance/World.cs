using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>Where cases are played: the engine with someone who makes its wishes come true, and a clock that stands until it is told to go on.</summary>
internal abstract class World
{
    /// <summary>Does the machine's work at an element: variables to set, or an error code. Given the variables of the case.</summary>
    public Func<string, IReadOnlyDictionary<string, Value>, (IReadOnlyDictionary<string, Value>? Set, string? Error)> Handle { get; set; } = (_, _) => (null, null);

    /// <summary>Everything as it is after the last act.</summary>
    public abstract Store Rows { get; }

    public IEnumerable<InstanceState> States => Rows.Instances.Values.Select(instance => InstanceState.FromJson(instance.State));

    /// <summary>How many tasks were completed, of any kind.</summary>
    public int Tasks() => Rows.Completed.Where(pair => IsActivity(pair.Key)).Sum(pair => pair.Value);

    /// <summary>Deploys a file that was read without findings.</summary>
    public abstract void Deploy(byte[] file, Vocabulary words, Deployment read);

    public abstract void Start(string process, IReadOnlyDictionary<string, Value>? variables, string businessKey, string? by);

    public abstract void Complete(TaskRow task, IReadOnlyDictionary<string, Value>? variables);

    public abstract void Continue(Place at, IReadOnlyDictionary<string, Value>? variables);

    public abstract void Signal(string name, IReadOnlyDictionary<string, Value>? variables);

    /// <summary>A message from outside: to the one receiver that fits, otherwise to a process that begins with it, otherwise refused.</summary>
    public abstract void Message(string name, IReadOnlyDictionary<string, Value>? variables, Func<SubscriptionRow, bool> fits, int? nth, string businessKey);

    /// <summary>Time passes: every timer that falls due fires in order, each at its instant.</summary>
    public abstract void Advance(TimeSpan by);

    /// <summary>The host was down: it comes back later and finds what has fallen due meanwhile.</summary>
    public abstract void Sleep(TimeSpan by);

    protected abstract bool IsActivity(string elementId);
}
