using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using Workflow.Engine;

namespace Workflow.Conformance;

/// <summary>A case that is executed: actions, and after each of them what must be true.</summary>
internal sealed class ExecutionCase(string folder, JsonObject content, Func<DateTimeOffset, World> open)
{
    private readonly Models models = new(folder, content);

    public Outcome Run()
    {
        if ((int)content["tier"]! > 2)
        {
            return new Outcome("tier 3 is refused at deployment", IsSkipped: true);
        }

        var files = models.Files.ToList();
        var words = models.Words(files);
        foreach (var run in content["runs"]!.AsArray().Select(run => run!.AsObject()))
        {
            var world = open(DateTimeOffset.Parse((string?)content["clock"] ?? "2025-01-06T08:00:00Z", CultureInfo.InvariantCulture));
            foreach (var file in files)
            {
                var deployment = BpmnReader.Read(file, words);
                if (deployment.Definition is null)
                {
                    var reasons = string.Join(" | ", deployment.Findings.Select(finding => $"{finding.ElementId} (line {finding.Line}): {finding.Message} [{finding.Code}]"));
                    return (string?)content["standard"] == "vendor-tolerant model" ? new Outcome($"refused, the model breaks the standard: {reasons}") : throw new CaseFailedException($"refused: {reasons}");
                }

                world.Deploy(file, words, deployment);
            }

            Play(run, world);
        }

        return new Outcome();
    }

    private void Play(JsonObject run, World world)
    {
        world.Handle = new Handlers(models.Handlers).Run;
        var facts = new Facts(world, content["labels"]?.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!) ?? []);
        var number = 0;
        foreach (var step in run["steps"]!.AsArray().Select(step => step!.AsObject()))
        {
            var where = $"run “{(string?)run["name"]}”, step {++number} {(string?)step["action"]}";
            var shouldFail = step["expect"]?["error"] is not null || step["derived"]?["error"] is not null;
            try
            {
                Do(step, world);
                if (shouldFail)
                {
                    throw new CaseFailedException($"{where}: should fail ({step["expect"]?["error"]})");
                }
            }
            catch (ActFailedException error) when (shouldFail)
            {
                _ = error;
            }
            catch (ActFailedException error)
            {
                throw new CaseFailedException($"{where}: {error.Message}");
            }

            facts.Check(step["expect"], where);
            facts.Check(step["derived"], where + " (derived)");
        }
    }

    private static void Do(JsonObject step, World world)
    {
        var variables = Handlers.Values(step["variables"]);
        var nth = (int?)step["nth"];
        switch ((string)step["action"]!)
        {
            case "start":
                world.Start((string)step["process"]!, variables, (string?)step["businessKey"] ?? "", (string?)step["user"]);
                break;
            case "complete":
                world.Complete(Task(step, world, nth ?? 0), variables);
                break;
            case "advance":
                world.Advance(XmlConvert.ToTimeSpan((string)step["by"]!));
                break;
            case "message":
                world.Message((string)step["name"]!, variables, row => Fits(step, row, world), nth, (string?)step["businessKey"] ?? "");
                break;
            case "signal":
                world.Signal((string)step["name"]!, variables);
                break;
            case "trigger":
                var element = (string)step["element"]!;
                var waiting = world.Rows.Instances.Values.SelectMany(instance => InstanceState.FromJson(instance.State).Tokens.Where(token => token.Wait == Wait.Receive && token.ElementId == element).Select(token => new Place(instance.Id, token.Id)))
                    .Skip(nth ?? 0).Cast<Place?>().FirstOrDefault();
                world.Continue(waiting ?? throw new ActFailedException($"nothing waits at {element}"), variables);
                break;
            default:
                throw new CaseFailedException($"the action “{(string?)step["action"]}” is not known here");
        }
    }

    private static TaskRow Task(JsonObject step, World world, int nth)
    {
        var (element, assignee) = ((string)step["task"]!, (string?)step["assignee"]);
        return world.Rows.Tasks.Values.Where(row => row.ElementId == element && (assignee is null || row.Assignee == assignee)).OrderBy(row => row.Order).Skip(nth).FirstOrDefault()
            ?? throw new ActFailedException($"no open task {element} {assignee} (number {nth})");
    }

    private static bool Fits(JsonObject step, SubscriptionRow row, World world)
    {
        var instance = world.Rows.Instances[row.At.Instance];
        return ((string?)step["at"] is not { } at || row.ElementId == at)
            && ((string?)step["businessKey"] is not { } key || instance.BusinessKey == key)
            && step["correlation"] switch
            {
                null => true,
                JsonObject values => values.All(pair => InstanceState.FromJson(instance.State).Variables.TryGetValue(pair.Key, out var value) && value == Handlers.Value(pair.Value)),
                var one => row.Key == Handlers.Value(one).ToString(),
            };
    }
}
