using System.Text.Json;
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
}

/// <summary>A token at rest.</summary>
/// <param name="Id">Unique in the instance, from the state's sequence.</param>
/// <param name="ElementId">Where it rests.</param>
/// <param name="Scope">Token of the subprocess it is in; empty for the process.</param>
/// <param name="Wait">What it waits for.</param>
/// <param name="Via">At a join: the flow it came by. At a boundary timer: the token of the activity it is attached to. Otherwise empty.</param>
/// <param name="Outcome">The last outcome on its way.</param>
public sealed record Token(string Id, string ElementId, string Scope, Wait Wait, string Via, string Outcome);

/// <summary>The whole state of a case. Immutable; two equal states have equal JSON.</summary>
public sealed record InstanceState
{
    /// <summary>Number of the written form; older ones are upgraded step by step when they are read.</summary>
    public const int Schema = 1;

    /// <summary>Schema number.</summary>
    [JsonPropertyName("v")]
    public int Version { get; init; } = Schema;

    /// <summary>Last number given to a token.</summary>
    [JsonPropertyName("seq")]
    public int Sequence { get; init; }

    /// <summary>Tokens at rest, oldest first.</summary>
    [JsonPropertyName("tokens")]
    public IReadOnlyList<Token> Tokens { get; init; } = [];

    /// <summary>Variables by name, in ordinal order.</summary>
    [JsonPropertyName("vars")]
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How it ended; null while it runs.</summary>
    [JsonPropertyName("end")]
    public EndKind? End { get; init; }

    /// <summary>True when nothing can move any more.</summary>
    [JsonIgnore]
    public bool IsEnded => End is not null;

    /// <summary>
    /// True when neither a person nor the machine nor a timer can move the case any more, though it has not ended: a join whose other
    /// flow never comes. Only an operator can help.
    /// </summary>
    [JsonIgnore]
    public bool IsStuck => !IsEnded && Sequence > 0 && !Tokens.Any(token => token.Wait is Wait.Task or Wait.Activity or Wait.Timer);

    /// <summary>The state before a case starts.</summary>
    public static InstanceState Empty { get; } = new();

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Options);

    /// <summary>Reads a stored form of any schema that was ever released. Throws <see cref="JsonException"/> for anything else.</summary>
    public static InstanceState FromJson(string json)
    {
        var state = JsonSerializer.Deserialize<InstanceState>(json, StateJson.Options) ?? throw new JsonException("empty state");
        return state.Version == Schema
            ? state with { Variables = new SortedDictionary<string, string>(state.Variables.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal) }
            : throw new JsonException($"unknown state schema {state.Version}");
    }
}

/// <summary>How states and triggers are written: compact, stable, enums by name.</summary>
internal static class StateJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
