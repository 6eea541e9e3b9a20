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
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record Trigger(DateTimeOffset At)
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>The case begins.</summary>
    public sealed record Started(DateTimeOffset At, IReadOnlyDictionary<string, string>? Variables = null) : Trigger(At);

    /// <summary>A user task or an activity answered.</summary>
    public sealed record WorkCompleted(DateTimeOffset At, string Token, string Outcome, IReadOnlyDictionary<string, string>? Variables = null) : Trigger(At);

    /// <summary>An activity ended in a BPMN error.</summary>
    public sealed record WorkFailed(DateTimeOffset At, string Token, string ErrorCode) : Trigger(At);

    /// <summary>A timer came due.</summary>
    public sealed record TimerFired(DateTimeOffset At, string Token) : Trigger(At);

    /// <summary>The case is taken back altogether.</summary>
    public sealed record Cancelled(DateTimeOffset At, string Reason) : Trigger(At);

    /// <summary>The journal's form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Options);

    /// <summary>Reads the journal's form.</summary>
    public static Trigger FromJson(string json) => JsonSerializer.Deserialize<Trigger>(json, StateJson.Options)!;

    /// <summary>Variables that the trigger brings.</summary>
    internal IReadOnlyDictionary<string, string> Brings => this switch
    {
        Started { Variables: { } variables } => variables,
        WorkCompleted { Variables: { } variables } => variables,
        _ => None,
    };
}
