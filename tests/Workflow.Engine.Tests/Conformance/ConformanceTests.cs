using System.Reflection;
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
        var xml = File.ReadAllText(Path.Combine(Folder, name, "model.bpmn"));
        var deployment = BpmnReader.Read(xml, Definitions.Words);
        Assert.True(deployment.Definition is not null, string.Join('\n', deployment.Findings));
        var transcript = new Case(deployment.Definition).Play(File.ReadAllText(Path.Combine(Folder, name, "script.txt")));
        if (Environment.GetEnvironmentVariable("WORKFLOW_REWRITE_GOLDEN") == "1")
        {
            var source = typeof(ConformanceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ConformanceSource").Value!;
            File.WriteAllText(Path.Combine(source, name, "transcript.txt"), transcript);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(Folder, name, "transcript.txt")), transcript);
    }
}
