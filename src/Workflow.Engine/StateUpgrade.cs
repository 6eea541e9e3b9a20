using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Steps from one written form of the state to the next. A step is never changed once it is released.</summary>
internal static class StateUpgrade
{
    /// <summary>1 to 2: short names in tokens, empty members left out.</summary>
    public static string FromOne(string json)
    {
        var state = JsonNode.Parse(json)!.AsObject();
        state["v"] = 2;
        state["tokens"] = new JsonArray([.. state["tokens"]!.AsArray().Select(token => (JsonNode)Token(token!.AsObject()))]);
        return state.ToJsonString();
    }

    private static JsonObject Token(JsonObject old)
    {
        var token = new JsonObject();
        foreach (var (from, to) in new[] { ("id", "id"), ("elementId", "at"), ("scope", "in"), ("wait", "wait"), ("via", "via"), ("outcome", "outcome") })
        {
            if ((string?)old[from] is { Length: > 0 } text)
            {
                token[to] = text;
            }
        }

        return token;
    }
}
