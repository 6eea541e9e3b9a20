using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>States as earlier releases stored them must resume for ever.</summary>
public sealed class OldStateTests
{
    [Fact]
    public void A_state_of_schema_1_resumes()
    {
        const string stored = """{"v":1,"seq":2,"tokens":[{"id":"t2","elementId":"b","scope":"","wait":"task","via":"","outcome":"done"}],"vars":{"closesAt":"2026-01-01"}}""";
        var definition = Read(Start() + User("a") + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "e"));
        var state = InstanceState.FromJson(stored);
        Assert.Equal(stored, state.ToJson());
        Assert.True(Interpreter.Step(definition, state, new Trigger.WorkCompleted(DateTimeOffset.UnixEpoch, "t2", "done")).State.IsEnded);
    }

    [Fact]
    public void An_unknown_schema_is_an_error() => Assert.Throws<System.Text.Json.JsonException>(() => InstanceState.FromJson("""{"v":99,"seq":0,"tokens":[],"vars":{}}"""));
}
