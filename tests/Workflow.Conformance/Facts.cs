using System.Text.Json.Nodes;
using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>Compares what a case says with what the world holds.</summary>
internal sealed class Facts(World world, IReadOnlyDictionary<string, string> labels)
{
    private Store Rows => world.Rows;

    public void Check(JsonNode? expected, string where)
    {
        foreach (var (name, value) in expected?.AsObject() ?? [])
        {
            switch (name)
            {
                case "tasks":
                    All(where, name, Numbers(value), Counts(Rows.Tasks.Values.Select(row => row.ElementId)));
                    break;
                case "taskCount":
                    Same(where, name, (int)value!, Rows.Tasks.Count);
                    break;
                case "assignees":
                    Same(where, name,
                        string.Join("; ", value!.AsObject().OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={string.Join(',', pair.Value!.AsArray().Select(one => (string)one!))}")),
                        string.Join("; ", Rows.Tasks.Values.Where(row => row.Assignee.Length > 0).GroupBy(row => row.ElementId).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}={string.Join(',', group.Select(row => row.Assignee).Order(StringComparer.Ordinal))}")));
                    break;
                case "ended":
                    Same(where, name, (bool)value!, !Running.Any());
                    break;
                case "instances":
                    Same(where, name, (int)value!, Running.Count());
                    break;
                case "waitingAt":
                    Some(where, name, Numbers(value), Counts(Running.SelectMany(state => state.Tokens).Where(IsWaiting).Select(token => token.ElementId)));
                    break;
                case "timers":
                    Same(where, name, (int)value!, Rows.Timers.Count);
                    break;
                case "messages" or "signals":
                    var kind = name == "messages" ? Subscription.Message : Subscription.Signal;
                    All(where, name, Numbers(value), Counts(Rows.Subscriptions.Values.Where(row => row.Kind == kind).Select(row => row.Name)));
                    break;
                case "variables":
                    Variables(where, value!.AsObject());
                    break;
                case "completed":
                    Some(where, name, Numbers(value), Rows.Completed);
                    break;
                case "labelCounts":
                    All(where, name, Numbers(value), Rows.Completed.Where(pair => labels.ContainsKey(pair.Key)).GroupBy(pair => labels[pair.Key]).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)));
                    break;
                case "error":
                    break;
                default:
                    throw new CaseFailedException($"{where}: the fact “{name}” is not known here");
            }
        }
    }

    private IEnumerable<InstanceState> Running => world.States.Where(state => !state.IsEnded);

    private static bool IsWaiting(Token token) => token.Wait is Wait.Timer or Wait.Message or Wait.Signal or Wait.Receive ? token.Via.Length == 0 : token.Wait is Wait.Join or Wait.Inclusive or Wait.Choice;

    private void Variables(string where, JsonObject expected)
    {
        var variables = InstanceState.FromJson(Rows.Instances.Values.First().State).Variables;
        foreach (var (name, value) in expected)
        {
            Same(where, $"variable {name}", Handlers.Value(value), variables.GetValueOrDefault(name));
        }
    }

    private static Dictionary<string, int> Counts(IEnumerable<string> ids) => ids.GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());

    private static Dictionary<string, int> Numbers(JsonNode? node) => node!.AsObject().ToDictionary(pair => pair.Key, pair => (int)pair.Value!);

    private static string Text(IReadOnlyDictionary<string, int> counts) => string.Join(' ', counts.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{pair.Value}"));

    private static void All(string where, string name, Dictionary<string, int> expected, IReadOnlyDictionary<string, int> actual) => Same(where, name, Text(expected), Text(actual));

    private static void Some(string where, string name, Dictionary<string, int> expected, IReadOnlyDictionary<string, int> actual)
    {
        foreach (var (id, count) in expected)
        {
            Same(where, $"{name} {id}", count, actual.GetValueOrDefault(id));
        }
    }

    private static void Same<T>(string where, string name, T expected, T actual)
    {
        if (!Equals(expected, actual))
        {
            throw new CaseFailedException($"{where}: {name} should be [{expected}] but is [{actual}]");
        }
    }
}
