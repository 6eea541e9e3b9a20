using System.Text.Json.Serialization;

namespace Workflow.Engine;

/// <summary>What a token waits for.</summary>
public enum Wait
{
    /// <summary>A person.</summary>
    Task,

    /// <summary>The machine.</summary>
    Activity,

    /// <summary>A point in time.</summary>
    Timer,

    /// <summary>Other tokens, at a parallel join.</summary>
    Join,

    /// <summary>The end of a subprocess.</summary>
    Scope,

    /// <summary>Other tokens that may still come, at an inclusive join.</summary>
    Inclusive,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A signal.</summary>
    Signal,

    /// <summary>To be told to go on: a receive task without a message.</summary>
    Receive,

    /// <summary>The first of several events; their tokens stand beside it.</summary>
    Choice,

    /// <summary>A called case.</summary>
    Call,

    /// <summary>The instances of a multi-instance activity or of a loop.</summary>
    Body,
}

/// <summary>A token at rest. Empty members are not written: the state of a case with many open tasks stays small.</summary>
public sealed record Token
{
    /// <summary>For a watcher of the process itself, which has no token: see <see cref="Via"/>.</summary>
    internal const string ProcessWatch = ".";

    /// <summary>Unique in the instance, from the state's sequence.</summary>
    public string Id { get; init; } = "";

    /// <summary>Where it rests.</summary>
    [JsonPropertyName("at")]
    public required string ElementId { get; init; }

    /// <summary>Token of the subprocess or multi-instance body it is in; empty for the process.</summary>
    [JsonIgnore]
    public string Scope { get; init; } = "";

    /// <summary>What it waits for.</summary>
    public required Wait Wait { get; init; }

    /// <summary>
    /// At a join: the flow it came by. Of a boundary event, an event behind an event-based gateway or the start of an event subprocess:
    /// the token it belongs to, with which it goes. Otherwise empty.
    /// </summary>
    [JsonIgnore]
    public string Via { get; init; } = "";

    /// <summary>The last outcome on its way.</summary>
    [JsonIgnore]
    public string Outcome { get; init; } = "";

    /// <summary>Name of the message or signal.</summary>
    public string? Name { get; init; }

    /// <summary>Variables of this token and what is inside it.</summary>
    [JsonPropertyName("vars")]
    public IReadOnlyDictionary<string, Value>? Locals { get; init; }

    /// <summary>Of a body: how far it is.</summary>
    public Rounds? Rounds { get; init; }

    /// <summary>Of a cycle: the instant it is due.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Of a cycle: its interval.</summary>
    public string? Every { get; init; }

    /// <summary>Of a cycle: how often it still comes; null without end.</summary>
    public int? Times { get; init; }

    /// <summary>True when it stands beside another token and goes with it.</summary>
    [JsonIgnore]
    internal bool IsWatcher => Via.Length > 0 && Wait is (Wait.Timer or Wait.Message or Wait.Signal or Wait.Receive);

    [JsonInclude, JsonPropertyName("in")]
    internal string? WrittenScope { get => Scope.Length == 0 ? null : Scope; init => Scope = value ?? ""; }

    [JsonInclude, JsonPropertyName("via")]
    internal string? WrittenVia { get => Via.Length == 0 ? null : Via; init => Via = value ?? ""; }

    [JsonInclude, JsonPropertyName("outcome")]
    internal string? WrittenOutcome { get => Outcome.Length == 0 ? null : Outcome; init => Outcome = value ?? ""; }
}

/// <summary>How far a multi-instance activity or a loop is.</summary>
/// <param name="Total">Instances fixed at entry; of a loop those begun.</param>
/// <param name="Started">Instances begun.</param>
/// <param name="Done">Instances completed.</param>
public sealed record Rounds(int Total, int Started, int Done)
{
    /// <summary>Of a sequential one over a collection: its elements.</summary>
    public IReadOnlyList<Value>? Items { get; init; }

    /// <summary>Results by number of the instance; null where none is there yet.</summary>
    public IReadOnlyDictionary<int, Value>? Results { get; init; }
}
