using Workflow.Engine.Migrating;
using Xunit;
using static Workflow.Engine.Tests.Definitions;

namespace Workflow.Engine.Tests;

/// <summary>Running cases on another version of their definition.</summary>
public sealed class MigrationTests
{
    private static readonly DateTimeOffset T0 = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly string Border = """<bpmn:boundaryEvent id="t" attachedToRef="b"><bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>""" + Flow("f9", "t", "e");
    private static readonly string Line = Start() + User("a") + User("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "e");
    private static readonly string Fork = Start() + """<bpmn:parallelGateway id="fork"/><bpmn:parallelGateway id="join"/>""" + User("a") + User("b") + End() + Flow("f1", "s", "fork") + Flow("f2", "fork", "a") + Flow("f3", "fork", "b") + Flow("f4", "a", "join") + Flow("f5", "b", "join") + Flow("f6", "join", "e");

    [Fact]
    public void A_case_goes_on_in_the_new_version_where_it_stood_and_its_journal_still_gives_its_state()
    {
        var from = Read(Line);
        var to = Read(Start() + User("a") + User("b") + User("c") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "c") + Flow("f4", "c", "e"));
        List<Trigger> journal = [new Trigger.Started(T0), new Trigger.WorkCompleted(T0, "t1", "done")];
        var state = Interpreter.Replay(from, journal);
        var result = Migration.Move(from, to, state, MigrationPlan.Propose(from, to));
        Assert.Empty(result.Findings);
        Assert.Equal([new MovedToken("t2", "b", "b", "other")], result.Moved);
        journal.Add(new Trigger.Migrated(T0, from.Hash, to.Hash, MigrationPlan.Propose(from, to)));
        journal.Add(new Trigger.WorkCompleted(T0, "t2", "done"));
        var after = Interpreter.Step(to, InstanceState.FromJson(result.State!.ToJson()), journal[^1]).State;
        Assert.Equal(["c"], after.Tokens.Select(token => token.ElementId));
        var read = journal.ConvertAll(trigger => Trigger.FromJson(trigger.ToJson()));
        Assert.Equal(after.ToJson(), Interpreter.Replay(hash => hash == from.Hash ? from : to, to.Hash, read).ToJson());
    }

    [Fact]
    public void A_renamed_element_is_found_by_its_name_and_people_may_say_otherwise()
    {
        static string Named(string id) => $"""<bpmn:userTask id="{id}" name="Thẩm định" wf:task="other" wf:candidates="role:office"/>""";
        var from = Read(Start() + Named("a") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e"));
        var to = Read(Start() + Named("new") + User("other") + End() + Flow("f1", "s", "new") + Flow("f2", "new", "other") + Flow("f3", "other", "e"));
        var plan = MigrationPlan.Propose(from, to);
        Assert.Equal("new", plan["a"]);
        var state = Interpreter.Start(from, new Trigger.Started(T0)).State;
        Assert.Equal("new", Assert.Single(Migration.Move(from, to, state, plan).State!.Tokens).ElementId);
        Assert.Equal("other", Assert.Single(Migration.Move(from, to, state, new Dictionary<string, string> { ["a"] = "other" }).State!.Tokens).ElementId);
    }

    [Theory]
    [InlineData("gone", "migration.no-place")]
    [InlineData("machine", "migration.other-kind")]
    [InlineData("border", "migration.other-border")]
    [InlineData("inside", "migration.other-scope")]
    public void What_would_have_to_be_guessed_is_refused(string what, string code)
    {
        var from = Read(Line);
        var to = Read(what switch
        {
            "gone" => Start() + User("a") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "e"),
            "machine" => Start() + User("a") + Service("b") + End() + Flow("f1", "s", "a") + Flow("f2", "a", "b") + Flow("f3", "b", "e"),
            "border" => Line + Border,
            _ => Start() + User("a") + "<bpmn:subProcess id=\"inner\">" + Start("s2") + User("b") + End("e2") + Flow("g1", "s2", "b") + Flow("g2", "b", "e2") + "</bpmn:subProcess>" + End() + Flow("f1", "s", "a") + Flow("f2", "a", "inner") + Flow("f3", "inner", "e"),
        });
        var state = Interpreter.Replay(from, [new Trigger.Started(T0), new Trigger.WorkCompleted(T0, "t1", "done")]);
        var plan = new Dictionary<string, string>(MigrationPlan.Propose(from, to));
        if (what is "machine" or "inside")
        {
            plan["b"] = "b";
        }

        var result = Migration.Move(from, to, state, plan);
        Assert.Null(result.State);
        Assert.Equal(code, Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void A_timer_on_the_border_keeps_its_token()
    {
        var from = Read(Line + Border);
        var to = Read(Start() + User("b") + User("a") + End() + Flow("f1", "s", "b") + Flow("f2", "b", "a") + Flow("f3", "a", "e") + Border);
        var state = Interpreter.Replay(from, [new Trigger.Started(T0), new Trigger.WorkCompleted(T0, "t1", "done")]);
        var moved = Migration.Move(from, to, state, MigrationPlan.Propose(from, to)).State!;
        var fired = Interpreter.Step(to, moved, new Trigger.TimerFired(T0.AddDays(3), moved.Tokens.Single(token => token.Wait == Wait.Timer).Id));
        Assert.True(fired.State.IsEnded);
    }

    [Fact]
    public void A_branch_that_waits_at_a_join_needs_its_flow()
    {
        var from = Read(Fork);
        var state = Interpreter.Replay(from, [new Trigger.Started(T0), new Trigger.WorkCompleted(T0, "t1", "done")]);
        var same = Read(Fork.Replace("id=\"b\"", "id=\"b\" name=\"Khác\"", StringComparison.Ordinal));
        Assert.NotNull(Migration.Move(from, same, state, MigrationPlan.Propose(from, same)).State);
        var other = Read(Fork.Replace("\"f4\"", "\"f44\"", StringComparison.Ordinal));
        Assert.Equal("migration.no-flow", Assert.Single(Migration.Move(from, other, state, MigrationPlan.Propose(from, other)).Findings).Code);
    }

    [Fact]
    public void A_case_that_has_ended_stays_where_it_is()
    {
        var from = Read(Line);
        var state = Interpreter.Replay(from, [new Trigger.Started(T0), new Trigger.Cancelled(T0, "thôi")]);
        Assert.Equal("migration.ended", Assert.Single(Migration.Move(from, from, state, MigrationPlan.Propose(from, from)).Findings).Code);
    }
}
