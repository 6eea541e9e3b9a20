using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Workflow.Engine.Tests;

/// <summary>The definitions that ship: every state that can be reached can be left, the end is always within reach, and the drawing is whole.</summary>
public sealed partial class ShippedDefinitionTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Processes");
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, Value> Times = new() { ["reviewRemindAt"] = "2026-01-08T17:00:00+07:00", ["reviewClosesAt"] = "2026-01-10T17:00:00+07:00" };

    public static TheoryData<string> Files => [.. Names];

    private static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.bpmn").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [Fact]
    public void All_ways_are_here() => Assert.Equal(["executive-committee-resolution-by-rounds.bpmn", "executive-committee-resolution.bpmn", "standing-committee-document-by-rounds.bpmn", "standing-committee-document.bpmn"], Names);

    [Theory]
    [MemberData(nameof(Files))]
    public void From_every_reachable_state_the_end_can_be_reached(string file)
    {
        var definition = Read(file);
        var states = new Dictionary<string, InstanceState>(StringComparer.Ordinal);
        var next = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var queue = new Queue<string>();
        string Visit(InstanceState state)
        {
            var key = Key(state);
            if (states.TryAdd(key, state))
            {
                queue.Enqueue(key);
            }

            return key;
        }

        Visit(Interpreter.Start(definition, new Trigger.Started(T0)).State);
        while (queue.TryDequeue(out var key))
        {
            // A named person, a time or the machine can move it; that every task has candidates is a condition of deployment.
            Assert.True(states[key].IsEnded || states[key].Tokens.Any(token => token.Wait is Wait.Timer or Wait.Activity || (token.Wait == Wait.Task && definition[token.ElementId] is Elements.UserTask { Candidates.Count: > 0 })), key);
            next[key] = [.. Triggers(definition, states[key]).Select(trigger => Visit(Interpreter.Step(definition, states[key], trigger).State))];
            Assert.InRange(states.Count, 1, 5_000);
        }

        var live = states.Where(pair => pair.Value.End == EndKind.Completed).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        while (next.Where(pair => !live.Contains(pair.Key) && pair.Value.Exists(live.Contains)).Select(pair => pair.Key).ToList() is { Count: > 0 } more)
        {
            live.UnionWith(more);
        }

        Assert.DoesNotContain(states.Keys.Except(live), key => !states[key].IsEnded);
        Assert.Equal(definition.ElementIds.Where(id => definition[id].Outcomes is { } outcomes && outcomes[0].Length > 0).Order(StringComparer.Ordinal), states.Values.SelectMany(state => state.Tokens).Where(token => token.Wait is Wait.Task or Wait.Activity).Select(token => token.ElementId).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_element_and_flow_is_drawn_and_no_two_shapes_overlap(string file)
    {
        var root = XDocument.Load(Path.Combine(Folder, file)).Root!;
        XNamespace bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL", di = "http://www.omg.org/spec/BPMN/20100524/DI", dc = "http://www.omg.org/spec/DD/20100524/DC";
        var content = root.Element(bpmn + "process")!.Elements().Where(node => node.Attribute("id") is not null && node.Name != bpmn + "documentation").ToList();
        var shapes = root.Descendants(di + "BPMNShape").ToDictionary(shape => (string)shape.Attribute("bpmnElement")!, shape => shape.Element(dc + "Bounds")!);
        var edges = root.Descendants(di + "BPMNEdge").Select(edge => (string)edge.Attribute("bpmnElement")!);
        Assert.Equal(content.Where(node => node.Name.LocalName != "sequenceFlow").Select(node => (string)node.Attribute("id")!).Order(StringComparer.Ordinal), shapes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(content.Where(node => node.Name.LocalName == "sequenceFlow").Select(node => (string)node.Attribute("id")!).Order(StringComparer.Ordinal), edges.Order(StringComparer.Ordinal));
        var placed = content.Where(node => node.Name.LocalName is not ("sequenceFlow" or "boundaryEvent")).Select(node => (string)node.Attribute("id")!).Select(id => (id, Box(shapes[id]))).ToList();
        Assert.Empty(from one in placed from other in placed where string.CompareOrdinal(one.id, other.id) < 0 && Overlap(one.Item2, other.Item2) select $"{one.id} over {other.id}");
        foreach (var flow in content.Where(node => node.Name.LocalName == "sequenceFlow"))
        {
            Assert.Contains(content, node => (string?)node.Attribute("id") == (string?)flow.Attribute("sourceRef") && node.Elements(bpmn + "outgoing").Any(one => one.Value == (string?)flow.Attribute("id")));
            Assert.Contains(content, node => (string?)node.Attribute("id") == (string?)flow.Attribute("targetRef") && node.Elements(bpmn + "incoming").Any(one => one.Value == (string?)flow.Attribute("id")));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_task_has_a_Vietnamese_name(string file)
    {
        var definition = Read(file);
        Assert.NotEqual(definition.ProcessId, definition.Name);
        Assert.Empty(definition.Elements.Where(element => element is Elements.UserTask or Elements.ServiceTask && element.Name == element.Id).Select(element => element.Id));
    }

    internal static ProcessDefinition Read(string file)
    {
        var deployment = BpmnReader.Read(File.ReadAllText(Path.Combine(Folder, file)), Published());
        Assert.Empty(deployment.Findings);
        return deployment.Definition!;
    }

    // The words as docs/bpmn-subset.md publishes them: a definition that uses others would be a surprise to its reader.
    private static Vocabulary Published()
    {
        var rows = File.ReadLines(Path.Combine(Folder, "bpmn-subset.md")).SkipWhile(line => !line.StartsWith("| `wf:task`", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Dictionary<string, IReadOnlyList<string>> Column(int at) => rows.SelectMany(row => Word().Matches(row[at]).Select(key => (Key: key.Value, Outcomes: Word().Matches(row[at + 1]).Select(one => one.Value).ToArray())))
            .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Outcomes);
        return new(Column(1), Column(4));
    }

    private static IEnumerable<Trigger> Triggers(ProcessDefinition definition, InstanceState state) => state.Tokens.SelectMany(token => token.Wait switch
    {
        Wait.Task => definition[token.ElementId].Outcomes!.Select(outcome => (Trigger)new Trigger.WorkCompleted(T0, token.Id, outcome, Times)),
        Wait.Activity => definition[token.ElementId].Outcomes!.Select(outcome => (Trigger)new Trigger.WorkCompleted(T0, token.Id, outcome)).Append(new Trigger.WorkFailed(T0, token.Id, "no-key")),
        Wait.Timer => [new Trigger.TimerFired(T0, token.Id)],
        _ => [],
    });

    // Two states with the same waits go on in the same way, whatever their tokens are called.
    private static string Key(InstanceState state) => $"{state.End} {string.Join(' ', state.Tokens.Select(token => $"{token.ElementId}:{token.Wait}:{(token.Wait == Wait.Join ? token.Via : "")}").Order(StringComparer.Ordinal).Distinct())}";

    private static (double X, double Y, double Right, double Bottom) Box(XElement bounds) =>
        ((double)bounds.Attribute("x")!, (double)bounds.Attribute("y")!, (double)bounds.Attribute("x")! + (double)bounds.Attribute("width")!, (double)bounds.Attribute("y")! + (double)bounds.Attribute("height")!);

    private static bool Overlap((double X, double Y, double Right, double Bottom) one, (double X, double Y, double Right, double Bottom) other) =>
        one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;

    [GeneratedRegex("[a-z]+(-[a-z]+)*")]
    private static partial Regex Word();
}
