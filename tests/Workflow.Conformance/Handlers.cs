using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>What the machine does at an element, as a case describes it; a list has one entry for each call.</summary>
internal sealed class Handlers(JsonObject? described)
{
    private readonly Dictionary<string, int> calls = [];

    public (IReadOnlyDictionary<string, Value>? Set, string? Error) Run(string element, IReadOnlyDictionary<string, Value> variables)
    {
        var call = calls[element] = calls.GetValueOrDefault(element) + 1;
        var what = described?[element] is JsonArray list ? list[Math.Min(call, list.Count) - 1] : described?[element];
        if (what is not JsonObject one)
        {
            return (null, null);
        }

        if ((string?)one["increment"] is { } name)
        {
            var value = variables.GetValueOrDefault(name) is Value.Number number ? number.Of : 0;
            return (new Dictionary<string, Value> { [name] = value + 1 }, null);
        }

        return (Values(one["set"]), (string?)one["bpmnError"]);
    }

    public static IReadOnlyDictionary<string, Value>? Values(JsonNode? variables) => variables?.AsObject().ToDictionary(pair => pair.Key, pair => Value(pair.Value));

    public static Value Value(JsonNode? node) => node is null ? Engine.Value.Nothing.Instance : node.Deserialize<Value>()!;
}
