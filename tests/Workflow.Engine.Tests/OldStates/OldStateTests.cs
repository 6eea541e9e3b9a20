using System.Text.Json;
using Xunit;

namespace Workflow.Engine.Tests.OldStates;

/// <summary>States as earlier releases stored them must resume for ever. A file a release: its state, then the triggers that end the case.</summary>
public sealed class OldStateTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "OldStates");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.jsonl").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_state_resumes_and_ends(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, file));
        var own = Path.Combine(Folder, Path.ChangeExtension(file, ".bpmn"));
        var definition = BpmnReader.Read(File.ReadAllText(File.Exists(own) ? own : Path.Combine(Folder, "model.bpmn")), Definitions.Words).Definition!;
        var state = InstanceState.FromJson(lines[0]);
        foreach (var trigger in lines[1..].Select(Trigger.FromJson))
        {
            var result = Interpreter.Step(definition, state, trigger);
            Assert.IsType<StepVerdict.Taken>(result.Verdict);
            state = result.State;
        }

        Assert.Equal(EndKind.Completed, state.End);
    }

    [Fact]
    public void The_present_form_is_written_as_it_was_read()
    {
        foreach (var file in Directory.GetFiles(Folder, $"v{InstanceState.Schema}*.jsonl"))
        {
            var stored = File.ReadAllLines(file)[0];
            Assert.Equal(stored, InstanceState.FromJson(stored).ToJson());
        }
    }

    [Fact]
    public void An_older_form_is_upgraded_to_the_present_one() =>
        Assert.Equal(File.ReadAllLines(Path.Combine(Folder, "v2.jsonl"))[0], InstanceState.FromJson(File.ReadAllLines(Path.Combine(Folder, "v1.jsonl"))[0]).ToJson());

    [Theory]
    [InlineData("""{"v":99,"seq":0,"tokens":[],"vars":{}}""")]
    [InlineData("""{"v":0,"seq":0,"tokens":[],"vars":{}}""")]
    [InlineData("null")]
    [InlineData("not json")]
    public void Anything_else_is_an_error(string stored) => Assert.Throws<JsonException>(() => InstanceState.FromJson(stored));
}
