using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Xml;
using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>A model to refuse, to accept or to survive, within bounds of time and memory.</summary>
internal sealed class BoundaryCase(string folder, JsonObject content, Func<DateTimeOffset, World> open)
{
    private readonly Models models = new(folder, content);
    private readonly JsonObject expected = content["expect"]!.AsObject();
    private string note = "";

    public Outcome Run()
    {
        var seconds = (double?)content["bounds"]?["maxSeconds"] ?? 60;
        var mebibytes = (double?)content["bounds"]?["maxMemoryMiB"] ?? double.MaxValue;
        // The bound is for the deployment and the action: what earlier cases left behind is given back to the system first, and what the runner with its
        // database stands in memory with is taken off.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var before = Environment.WorkingSet;
        var watch = Stopwatch.StartNew();
        var peak = 0L;
        using var sampling = new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 5);
        var work = Task.Run(Play);
        if (Task.WaitAny([work], TimeSpan.FromSeconds(seconds)) < 0)
        {
            throw new CaseFailedException($"not done after {seconds} s");
        }

        work.GetAwaiter().GetResult();
        var used = Math.Max(0, Math.Max(peak, Environment.WorkingSet) - before) / 1024 / 1024;
        return used <= mebibytes ? new Outcome($"{note} ({watch.ElapsedMilliseconds} ms, {used} MiB)") : throw new CaseFailedException($"{used} MiB, at most {mebibytes}");
    }

    private void Play()
    {
        try
        {
            PlayAll();
        }
        catch (ActFailedException error) when ((string)content["kind"]! == "survive" && error.Message.Length > 0)
        {
            // A clear error is as good as the result; where the case names an element, the error must too.
            var named = (string?)expected["start"]?["element"];
            note = named is null || error.ElementId == named || error.Message.Contains(named, StringComparison.Ordinal) ? error.Message : throw new CaseFailedException($"the error is at {error.ElementId}, not at {named}: {error.Message}");
        }
    }

    private void PlayAll()
    {
        var kind = (string)content["kind"]!;
        var files = models.Files.ToList();
        var words = models.Words(kind == "refuse" ? [] : files);
        var world = open(new DateTimeOffset(2025, 1, 6, 8, 0, 0, TimeSpan.Zero));
        ProcessDefinition? first = null;
        foreach (var file in files)
        {
            var deployment = BpmnReader.Read(file, words);
            if (deployment.Definition is null)
            {
                Refused(kind, deployment.Findings);
                return;
            }

            first ??= deployment.Definition;
            world.Deploy(file, words, deployment);
        }

        if (kind == "refuse")
        {
            throw new CaseFailedException($"accepted, should be refused: {(string?)expected["reason"]}");
        }

        note = "accepted";
        Act(world, first!);
    }

    private void Refused(string kind, IReadOnlyList<Finding> findings)
    {
        note = string.Join(" | ", findings.Take(3).Select(finding => $"{finding.ElementId} (line {finding.Line}): {finding.Message} [{finding.Code}]"));
        if (kind == "accept")
        {
            throw new CaseFailedException($"refused: {note}");
        }

        if (kind == "refuse" && (string?)expected["element"] is { } element && findings.All(finding => finding.ElementId != element && !finding.Message.Contains($"“{element}”", StringComparison.Ordinal)))
        {
            throw new CaseFailedException($"no finding names {element}: {note}");
        }
    }

    private void Act(World world, ProcessDefinition definition)
    {
        foreach (var (task, name) in expected["taskName"]?.AsObject() ?? [])
        {
            Same($"name of {task}", (string?)name, definition.NameOf(task));
        }

        world.Handle = new Handlers(models.Handlers).Run;
        if (expected["start"] is not null || expected["tasks"] is not null)
        {
            var start = expected["start"] as JsonObject ?? [];
            world.Start((string?)start["process"] ?? definition.ProcessId, Handlers.Values(start["variables"]), "", null);
            Check(world, start);
        }

        new Facts(world, new Dictionary<string, string>()).Check(expected["tasks"] is { } tasks ? new JsonObject { ["tasks"] = tasks.DeepClone() } : null, "start");
        if (expected["signal"] is { } signal)
        {
            world.Signal((string?)(signal as JsonObject)?["name"] ?? (string)signal!, null);
            Check(world, signal as JsonObject);
        }

        foreach (var complete in expected["thenComplete"] is JsonArray list ? list.ToArray() : expected["thenComplete"] is { } only ? [only] : [])
        {
            var named = (string?)(complete as JsonObject)?["task"] ?? (complete is JsonValue value && value.TryGetValue<string>(out var text) ? text : null);
            var task = world.Rows.Tasks.Values.Where(row => named is null || row.ElementId == named).MinBy(row => row.Order) ?? throw new CaseFailedException("no open task to complete");
            world.Complete(task, Handlers.Values((complete as JsonObject)?["variables"]));
            Check(world, complete as JsonObject);
        }

        if (expected["thenAdvance"] is { } advance)
        {
            world.Sleep(XmlConvert.ToTimeSpan((string?)(advance as JsonObject)?["by"] ?? (string)advance!));
            Check(world, advance as JsonObject);
        }
    }

    private static void Check(World world, JsonObject? said)
    {
        if ((string?)said?["error"] is { } error)
        {
            throw new CaseFailedException($"should fail: {error}");
        }

        if ((bool?)said?["ended"] is { } ended)
        {
            Same("ended", ended, world.States.All(state => state.IsEnded));
        }

        if ((int?)said?["openTasks"] is { } open)
        {
            Same("open tasks", open, world.Rows.Tasks.Count);
        }

        if ((int?)said?["completedTasks"] is { } completed)
        {
            // Starts, ends and gateways are completed too, but are no tasks.
            Same("completed tasks", completed, world.Tasks());
        }
    }

    private static void Same<T>(string name, T wanted, T actual)
    {
        if (!Equals(wanted, actual))
        {
            throw new CaseFailedException($"{name} should be {wanted} but is {actual}");
        }
    }
}
