using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Engine;

/// <summary>The whole state of a case. Immutable; two equal states have equal JSON. It holds no history: it does not grow with what is over.</summary>
public sealed record InstanceState
{
    /// <summary>Number of the written form; older ones are upgraded step by step when they are read.</summary>
    public const int Schema = 2;

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
    public IReadOnlyDictionary<string, Value> Variables { get; init; } = new SortedDictionary<string, Value>(StringComparer.Ordinal);

    /// <summary>How many calls stand above this case.</summary>
    [JsonPropertyName("depth")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Depth { get; init; }

    /// <summary>How it ended; null while it runs.</summary>
    [JsonPropertyName("end")]
    public EndKind? End { get; init; }

    /// <summary>True when nothing can move any more.</summary>
    [JsonIgnore]
    public bool IsEnded => End is not null;

    /// <summary>
    /// True when nothing from outside can move the case any more, though it has not ended: a join whose other flow never comes. Only an
    /// operator can help.
    /// </summary>
    [JsonIgnore]
    public bool IsStuck => !IsEnded && Sequence > 0 && Tokens.All(token => token.Wait is Wait.Join or Wait.Inclusive or Wait.Scope or Wait.Body or Wait.Choice);

    /// <summary>The state before a case starts.</summary>
    public static InstanceState Empty { get; } = new();

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, StateJson.Options);

    /// <summary>Reads a stored form of any schema that was ever released. Throws <see cref="JsonException"/> for anything else.</summary>
    public static InstanceState FromJson(string json)
    {
        var written = SchemaOf(json) == 1 ? StateUpgrade.FromOne(json) : json;
        var state = JsonSerializer.Deserialize<InstanceState>(written, StateJson.Options) ?? throw new JsonException("empty state");
        return state.Version == Schema
            ? state with { Variables = new SortedDictionary<string, Value>(state.Variables.ToDictionary(pair => pair.Key, pair => pair.Value), StringComparer.Ordinal) }
            : throw new JsonException($"unknown state schema {state.Version}");
    }

    // The number stands at the very beginning, so nothing is read twice.
    private static int SchemaOf(string json)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json[..Math.Min(json.Length, 40)]), isFinalBlock: false, default);
            return reader.Read() && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("v") && reader.Read() && reader.TryGetInt32(out var schema) ? schema : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
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
