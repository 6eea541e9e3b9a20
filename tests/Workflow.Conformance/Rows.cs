using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>A case as it is kept: its state and journal as text, as a table would keep them.</summary>
internal sealed record Instance(int Id, string Hash, string BusinessKey, (int Instance, string Token)? Caller)
{
    public string State { get; init; } = "";

    public IReadOnlyList<string> Journal { get; init; } = [];
}

/// <summary>Where a row belongs.</summary>
internal readonly record struct Place(int Instance, string Token);

/// <summary>An open task.</summary>
internal sealed record TaskRow(Place At, string ElementId, string Assignee, string Name, long Order);

/// <summary>A timer; <see cref="Order"/> decides between two of one instant.</summary>
internal sealed record TimerRow(Place At, DateTimeOffset Due, long Order);

/// <summary>Work for the machine.</summary>
internal sealed record ActivityRow(Place At, string ElementId, string Key, long Order);

/// <summary>Something a token listens to.</summary>
internal sealed record SubscriptionRow(Place At, string ElementId, Subscription Kind, string Name, string Key, long Order);

/// <summary>A timer that starts a process.</summary>
internal sealed record StartTimerRow(string Hash, string ElementId, TimerStart Next);

/// <summary>Everything that an act may change: kept apart so that an act that fails can be undone whole.</summary>
internal sealed class Store
{
    public SortedDictionary<int, Instance> Instances { get; init; } = [];

    public Dictionary<Place, TaskRow> Tasks { get; init; } = [];

    public Dictionary<Place, TimerRow> Timers { get; init; } = [];

    public Dictionary<Place, ActivityRow> Activities { get; init; } = [];

    public Dictionary<Place, SubscriptionRow> Subscriptions { get; init; } = [];

    public List<StartTimerRow> StartTimers { get; init; } = [];

    public Dictionary<string, int> Completed { get; init; } = [];

    public List<Effect.PublishMessage> Kept { get; init; } = [];

    public Store Copy() => new()
    {
        Instances = new(Instances),
        Tasks = new(Tasks),
        Timers = new(Timers),
        Activities = new(Activities),
        Subscriptions = new(Subscriptions),
        StartTimers = [.. StartTimers],
        Completed = new(Completed),
        Kept = [.. Kept],
    };
}
