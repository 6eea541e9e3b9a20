using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Engine;

/// <summary>Something a process waits for has happened. Triggers are journalled; the journal alone rebuilds the state.</summary>
/// <param name="At">When it happened, UTC. The engine has no other clock.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(WorkCompleted), "completed")]
[JsonDerivedType(typeof(WorkFailed), "failed")]
[JsonDerivedType(typeof(TimerFired), "timer")]
[JsonDerivedType(typeof(MessageArrived), "message")]
[JsonDerivedType(typeof(SignalArrived), "signal")]
[JsonDerivedType(typeof(Continued), "continued")]
[JsonDerivedType(typeof(CallReturned), "returned")]
[JsonDerivedType(typeof(CallEscalated), "escalated")]
[JsonDerivedType(typeof(Migrated), "migrated")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record Trigger(DateTimeOffset At)
{
    /// <summary>The case begins.</summary>
    public sealed record Started(DateTimeOffset At, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At)
    {
        /// <summary>The message, signal or timer start event it begins with; null for the one without.</summary>
        public string? StartEvent { get; init; }

        /// <summary>Who began it.</summary>
        public string? By { get; init; }

        /// <summary>How many calls stand above it.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public int Depth { get; init; }
    }

    /// <summary>A user task or an activity answered.</summary>
    public sealed record WorkCompleted(DateTimeOffset At, string Token, string Outcome, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>An activity or a called case ended in a BPMN error.</summary>
    public sealed record WorkFailed(DateTimeOffset At, string Token, string ErrorCode, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>A timer came due.</summary>
    public sealed record TimerFired(DateTimeOffset At, string Token) : Trigger(At);

    /// <summary>A message came for the token that waits for it.</summary>
    public sealed record MessageArrived(DateTimeOffset At, string Token, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>A signal reached this case: every token that waits for it at this moment hears it.</summary>
    public sealed record SignalArrived(DateTimeOffset At, string Name, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>A receive task that waits for no message was told to go on.</summary>
    public sealed record Continued(DateTimeOffset At, string Token, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>A called case ended; the variables are those that come back, see <see cref="ProcessDefinition.ComesBack"/>.</summary>
    public sealed record CallReturned(DateTimeOffset At, string Token, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>A called case escalated and goes on.</summary>
    public sealed record CallEscalated(DateTimeOffset At, string Token, string EscalationCode, IReadOnlyDictionary<string, Value>? Variables = null) : Trigger(At);

    /// <summary>
    /// The case was put onto another version of its definition, by <see cref="Migrating.Migration.Move"/>; a step ignores it, a replay of the
    /// whole journal knows it.
    /// </summary>
    public sealed record Migrated(DateTimeOffset At, string FromHash, string ToHash, IReadOnlyDictionary<string, string> Elements) : Trigger(At);

    /// <summary>An operator moved a token to another element of its scope, for a reason: see <see cref="Migrating.Override"/>.</summary>
    public sealed record Moved(DateTimeOffset At, string Token, string ElementId, string Reason) : Trigger(At);

    /// <summary>The case is taken back altogether.</summary>
    public sealed record Cancelled(DateTimeOffset At, string Reason) : Trigger(At);

    /// <summary>The journal's form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Options);

    /// <summary>Reads the journal's form.</summary>
    public static Trigger FromJson(string json) => JsonSerializer.Deserialize<Trigger>(json, StateJson.Options)!;
}
