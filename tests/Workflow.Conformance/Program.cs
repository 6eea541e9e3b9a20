using System.Text.Json.Nodes;
using Workflow.Conformance;

// dotnet run --project tests/Workflow.Conformance -- FOLDER [part of a case's name] [--memory]
var inMemory = args.Contains("--memory");
args = [.. args.Where(argument => argument != "--memory")];
if (args is not [var folder, ..] || !Directory.Exists(Path.Combine(folder, "cases")))
{
    Console.Error.WriteLine("usage: Workflow.Conformance FOLDER [name] [--memory]   (FOLDER holds cases/*.json and models/)");
    return 2;
}

using var home = inMemory ? null : DurableHome.Open();
Func<DateTimeOffset, World> open = start => home is null ? new MemoryWorld(start) : new DurableWorld(home, start);
var (passed, failed) = (0, 0);
foreach (var file in Directory.GetFiles(Path.Combine(folder, "cases"), "*.json").Order(StringComparer.Ordinal).Where(file => args.Length < 2 || file.Contains(args[1], StringComparison.Ordinal)))
{
    var name = Path.GetFileNameWithoutExtension(file);
    string line;
    try
    {
        var content = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var outcome = content["kind"] is null ? new ExecutionCase(folder, content, open).Run() : new BoundaryCase(folder, content, open).Run();
        (passed, line) = outcome.IsSkipped ? (passed, $"skip  {name}: {outcome.Note}") : (passed + 1, $"ok    {name}{(outcome.Note.Length > 0 ? $": {outcome.Note}" : "")}");
    }
    catch (CaseFailedException error)
    {
        failed++;
        line = $"FAIL  {name}: {error.Message}";
    }
    catch (Exception error) when (error is not OutOfMemoryException)
    {
        failed++;
        line = $"FAIL  {name}: {(error as AggregateException)?.InnerException ?? error}";
    }

    Console.WriteLine(line);
}

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
