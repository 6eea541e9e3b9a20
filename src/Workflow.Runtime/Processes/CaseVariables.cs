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

    /// <summary>Reads a JSON object; empty text is none. Throws <see cref="JsonException"/> for anything else.</summary>
    public static CaseVariables FromJson(string json) =>
        new(json.Length == 0 ? new Dictionary<string, Value>() : JsonSerializer.Deserialize<Dictionary<string, Value>>(json) ?? throw new JsonException("null holds no variables"));

    /// <summary>As a JSON object.</summary>
    public string ToJson() => Write(Values);

    internal static string Write(IReadOnlyDictionary<string, Value>? values) => values is null or { Count: 0 } ? "" : JsonSerializer.Serialize(values, Written);
}
