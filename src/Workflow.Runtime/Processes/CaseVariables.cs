using System.Text.Encodings.Web;
using System.Text.Json;
using Workflow.Engine;

namespace Workflow.Runtime.Processes;

/// <summary>Variables on their way into a case or out of it, for those who do not know the engine: JSON outside, values inside.</summary>
public sealed class CaseVariables
{
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal CaseVariables(IReadOnlyDictionary<string, Value> values) => Values = values;

    internal IReadOnlyDictionary<string, Value> Values { get; }

    /// <summary>Texts by name.</summary>
    public static CaseVariables From(IReadOnlyDictionary<string, string> texts) => new(Value.From(texts)!);

    /// <summary>Texts, numbers, truths and nothing, by name. Throws for anything else.</summary>
    public static CaseVariables Of(IReadOnlyDictionary<string, object?> values) => new(values.ToDictionary(pair => pair.Key, pair => (Value)(pair.Value switch
    {
        null => Value.Nothing.Instance,
        string text => new Value.Text(text),
        decimal number => new Value.Number(number),
        bool truth => new Value.Truth(truth),
        var other => throw new ArgumentException($"no variable holds a {other.GetType().Name}", nameof(values)),
    }), StringComparer.Ordinal));

    /// <summary>One of them: text, number, truth, or null when it is nothing, unknown, or a list.</summary>
    public object? this[string name] => Values.GetValueOrDefault(name) switch
    {
        Value.Text text => text.Of,
        Value.Number number => number.Of,
        Value.Truth truth => truth.Of,
        Value.Items or Value.Fields => Values[name].ToString(),
        _ => null,
    };

    /// <summary>Reads a JSON object; empty text is none. Throws <see cref="JsonException"/> for anything else.</summary>
    public static CaseVariables FromJson(string json) =>
        new(json.Length == 0 ? new Dictionary<string, Value>() : JsonSerializer.Deserialize<Dictionary<string, Value>>(json) ?? throw new JsonException("null holds no variables"));

    /// <summary>As a JSON object.</summary>
    public string ToJson() => Write(Values);

    internal static string Write(IReadOnlyDictionary<string, Value>? values) => values is null or { Count: 0 } ? "" : JsonSerializer.Serialize(values, Written);
}
