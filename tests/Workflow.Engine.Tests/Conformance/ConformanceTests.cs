using System.Reflection;
using Workflow.Engine.Scenarios;
using Xunit;

namespace Workflow.Engine.Tests.Conformance;

/// <summary>One folder an element or rule: the engine's transcript of a script must be the one that was reviewed.</summary>
public sealed class ConformanceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conformance");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_transcript_is_the_reviewed_one(string name)
    {
        // A definition that ships is the model itself, so that no copy of it goes its own way.
        var shipped = Path.Combine(Folder, name, "shipped.txt");
        var xml = File.Exists(shipped) ? "" : File.ReadAllText(Path.Combine(Folder, name, "model.bpmn"));
        var words = Path.Combine(Folder, name, "words.json");
        var definition = File.Exists(shipped) ? ShippedDefinitionTests.Read(File.ReadAllText(shipped).Trim())
            : File.Exists(words) ? ScenarioWords.FromJson(File.ReadAllText(words)).Definition(xml)
            : BpmnReader.Read(xml, Definitions.Words) is { Definition: { } read } ? read : throw new InvalidOperationException(string.Join('\n', BpmnReader.Read(xml, Definitions.Words).Findings));
        var transcript = new Scenario(definition).Play(File.ReadAllText(Path.Combine(Folder, name, "script.txt")));
        if (Environment.GetEnvironmentVariable("WORKFLOW_REWRITE_GOLDEN") == "1")
        {
            var source = typeof(ConformanceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ConformanceSource").Value!;
            File.WriteAllText(Path.Combine(source, name, "transcript.txt"), transcript);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name, "transcript.txt")), transcript);
    }
}
