using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Engine;
using Workflow.Integration.Tests.Engine;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests.Interleaving;

/// <summary>
/// Two hosts act on one case at once, in every order and overlap: the end is that of one of the two serial orders, every effect is there once,
/// and the journal gives the state.
/// </summary>
[Collection("another cluster")]
public sealed class EngineInterleavingTests(TestCluster cluster)
{
    private delegate Func<RuntimeWorld, Task<string>> Act(Guid subject);

    [Fact]
    public Task Complete_complete() => Holds("deadline", Complete("u"), Complete("u"));

    [Fact]
    public Task Complete_timer() => Holds("deadline", Complete("u"), Fire, late: true);

    [Fact]
    public Task Complete_cancel() => Holds("deadline", Complete("u"), Cancel);

    [Fact]
    public Task Cancel_timer() => Holds("deadline", Cancel, Fire, late: true);

    [Fact]
    public Task Suspend_complete() => Holds("deadline", Suspend, Complete("u"));

    [Fact]
    public Task Suspend_complete_that_calls() => Holds("calling", Suspend, Complete("calling-u"));

    [Fact]
    public Task Suspend_timer() => Holds("deadline", Suspend, Fire, late: true);

    [Fact]
    public Task Two_branches_at_one_parallel_join() => Holds("parallel", Complete("parallel-a"), Complete("parallel-b"));

    [Fact]
    public Task Two_branches_at_one_inclusive_join() => Holds("inclusive", Complete("inclusive-a"), Complete("inclusive-b"));

    [Fact]
    public Task Migrate_complete() => Holds("changed", Migrate, Complete("u"));

    [Fact]
    public Task Migrate_suspend() => Holds("changed", Migrate, Suspend);

    [Fact]
    public Task Deploy_start() => Holds("", Deploy, Start);

    [Fact]
    public Task Deploy_deploy() => Holds("", Deploy, Deploy);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hosts_fire_one_timer(bool whoClaimedFirstWins)
    {
        var database = await cluster.Copy();
        var (early, late) = (new Gate(), new Gate());
        await using var first = await RuntimeWorld.Open(cluster, database, early);
        await using var second = await RuntimeWorld.Open(cluster, database, late);
        var subject = await first.Start("wait");
        first.Time.Now += TimeSpan.FromHours(2);
        second.Time.Now = first.Time.Now + TimeSpan.FromMinutes(3);

        // The first is so slow that its lease runs out under it: both hold the timer.
        var standing = early.Hold(Stop.AfterReading);
        var one = Task.Run(() => first.Get<TimerProcessor>().FireDue(default));
        await standing;
        var alsoStanding = late.Hold(Stop.AfterReading);
        var two = Task.Run(() => second.Get<TimerProcessor>().FireDue(default));
        await alsoStanding;
        (whoClaimedFirstWins ? early : late).LetGo();
        Assert.Equal(1, await (whoClaimedFirstWins ? one : two));
        (whoClaimedFirstWins ? late : early).LetGo();
        Assert.Equal(0, await (whoClaimedFirstWins ? two : one));
        Assert.Equal(0, await second.Get<TimerProcessor>().FireDue(default));
        var end = await Drawing(first, subject);
        Assert.Equal(2, end.Journal.Count);
        Assert.Equal(["u open"], end.Tasks);
        Assert.Equal(1, await first.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "timer")));
        Assert.Null(await first.FirstBadEntry());
    }

    // Every meeting of the two, with either as the first, comes to what one of the two serial orders comes to.
    private async Task Holds(string process, Act one, Act other, bool late = false)
    {
        var database = await cluster.Copy();
        var (gate, otherGate) = (new Gate(), new Gate());
        await using var world = await RuntimeWorld.Open(cluster, database, gate);
        await using var otherWorld = await RuntimeWorld.Open(cluster, database, otherGate);
        await world.Deploy(Joins);
        var serial = new Dictionary<bool, string>();
        foreach (var meeting in Enum.GetValues<Meeting>())
        {
            foreach (var swapped in new[] { false, true })
            {
                var subject = Guid.CreateVersion7();
                await Prepare(world, process, subject);
                otherWorld.Time.Now = world.Time.Now += late ? TimeSpan.FromHours(2) : TimeSpan.FromSeconds(1);
                var (first, second) = swapped ? (other(subject), one(subject)) : (one(subject), other(subject));
                var answers = await TwoActs.Meet(meeting, gate, otherGate, () => first(world), () => second(otherWorld));

                // What was put back is found at the next look.
                await world.Get<TimerProcessor>().FireDue(default);
                var end = await Drawing(world, subject);
                Assert.All(end.Whole, Assert.True);
                var (mine, yours) = swapped ? (answers.Second, answers.First) : answers;
                var written = JsonSerializer.Serialize(new { mine, yours, end.Journal, end.Tasks, end.Timers, end.States, end.Latest });
                if (meeting == Meeting.Serial)
                {
                    serial[swapped] = written;
                }
                else
                {
                    Assert.True(serial.ContainsValue(written), $"{meeting}, {(swapped ? "swapped" : "as named")}:\n{written}\nis neither\n{serial[false]}\nnor\n{serial[true]}");
                }
            }
        }

        Assert.Null(await world.FirstBadEntry());
    }

    private static async Task Prepare(RuntimeWorld world, string process, Guid subject)
    {
        if (process.Length == 0 || process == "changed")
        {
            await world.Deploy(Version(subject, "Bản một"));
        }

        if (process.Length > 0)
        {
            await using var work = world.Begin();
            await work.Runner.Start(process == "changed" ? Name(subject) : process, world.Organization, subject, RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
            await work.Save("bắt đầu");
        }

        if (process == "changed")
        {
            await world.Deploy(Version(subject, "Bản hai"));
        }
    }

    private static Act Complete(string element) => subject => world => Answer(world, async work =>
    {
        var task = await work.Db.Set<OpenTask>().SingleOrDefaultAsync(row => row.SubjectId == subject && row.ElementId == element);
        return await work.Runner.CompleteTask(task!.Id, "done", RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
    });

    private static Func<RuntimeWorld, Task<string>> Cancel(Guid subject) => world => Answer(world, work => work.Cancel(subject));

    private static Func<RuntimeWorld, Task<string>> Suspend(Guid subject) => world => Answer(world, async work =>
        await new Suspension(work.Db).Hold(await Instance(work, subject), world.Time.GetUtcNow(), default));

    private static Func<RuntimeWorld, Task<string>> Migrate(Guid subject) => world => Answer(world, async work =>
    {
        var process = Name(subject);
        var latest = await work.Db.Set<LatestDefinition>().Where(row => row.ProcessId == process).Select(row => row.DefinitionHash).SingleAsync();
        return await new CaseMigration(work.Db, world.Get<DefinitionCatalog>()).Move(await Instance(work, subject), latest, new Dictionary<string, string>(), RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
    });

    private static Func<RuntimeWorld, Task<string>> Deploy(Guid subject) => world => Answer(world, async work =>
    {
        Assert.True((await world.Get<DefinitionCatalog>().Deploy(work.Db, world.Organization, Version(subject, "Bản hai"), world.Time.GetUtcNow(), default)).IsAccepted);
        return null;
    });

    private static Func<RuntimeWorld, Task<string>> Start(Guid subject) => world => Answer(world, async work =>
    {
        await work.Runner.Start(Name(subject), world.Organization, subject, RuntimeWorld.Actor, world.Time.GetUtcNow(), default);
        return null;
    });

    private static Func<RuntimeWorld, Task<string>> Fire(Guid subject) => async world =>
    {
        await world.Get<TimerProcessor>().FireDue(default);
        return "fired";
    };

    // As the pipeline does it: a conflict runs the whole act again in a fresh scope.
    private static async Task<string> Answer(RuntimeWorld world, Func<RuntimeWorld.Work, Task<Refusal?>> act)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                await using var work = world.Begin();
                if (await act(work) is { } refusal)
                {
                    return refusal.Code;
                }

                await work.Save("việc");
                return "done";
            }
            catch (Exception error) when (Conflicts.IsConflict(error) && round < 3)
            {
            }
        }
    }

    private static Task<Guid> Instance(RuntimeWorld.Work work, Guid subject) => work.Db.Set<ProcessInstance>().Where(row => row.SubjectId == subject && row.CallerInstanceId == null).Select(row => row.Id).SingleAsync();

    private static Task<Seen> Drawing(RuntimeWorld world, Guid subject) => world.Look(async db =>
    {
        var instances = await db.Set<ProcessInstance>().AsNoTracking().Where(row => row.SubjectId == subject).OrderBy(row => row.Id).ToListAsync();
        var ids = instances.ConvertAll(row => row.Id);
        var names = await db.Set<StoredDefinition>().ToDictionaryAsync(row => row.Hash, row => row.Name);
        var stories = new List<CaseStory>();
        foreach (var id in ids)
        {
            stories.Add((await new CaseReader(db, world.Get<DefinitionCatalog>()).Read(id, default))!);
        }

        var process = Name(subject);
        return new Seen(
            [.. stories.SelectMany(story => story.Events).Select(one => $"{one.Kind} {one.Step} {(one.Kind == HappenedKind.Migrated ? "" : one.Detail)}")],
            await db.Set<OpenTask>().Where(row => ids.Contains(row.InstanceId)).OrderBy(row => row.Token).Select(row => row.ElementId + (row.ClosedAt == null ? " open" : " closed " + row.Outcome)).ToListAsync(),
            await db.Set<ProcessTimer>().Where(row => ids.Contains(row.InstanceId)).OrderBy(row => row.Token).Select(row => row.ElementId + " " + row.State.ToString()).ToListAsync(),
            [.. instances.Select(row => $"{row.End} {row.SuspendedAt is not null} {row.Position} {names[row.DefinitionHash]} {string.Join(' ', InstanceState.FromJson(row.State).Tokens.Select(token => token.ElementId + ":" + token.Wait.ToString()))}")],
            [.. await db.Set<LatestDefinition>().Where(row => row.ProcessId == process).Select(row => row.DefinitionHash).ToListAsync() is { Count: > 0 } latest ? latest.Select(hash => names[hash]) : []],
            [.. stories.Select(story => story.JournalGivesState)]);
    });

    private sealed record Seen(List<string> Journal, List<string> Tasks, List<string> Timers, List<string> States, List<string> Latest, List<bool> Whole);

    private static string Name(Guid subject) => "p" + subject.ToString("N");

    private static string Version(Guid subject, string name) => Drawn.File(
        $"""
        <process id="{Name(subject)}" name="{name}" isExecutable="true">
          <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="u"/>
          <userTask id="u" name="{name}" WORK/><sequenceFlow id="f1" sourceRef="u" targetRef="e"/><endEvent id="e"/>
        </process>
        """);

    private static readonly string Joins = Drawn.File(string.Concat(new[] { "parallel", "inclusive" }.Select(kind =>
        $"""
        <process id="{kind}" isExecutable="true">
          <startEvent id="{kind}-s"/><sequenceFlow id="{kind}-0" sourceRef="{kind}-s" targetRef="{kind}-fork"/><{kind}Gateway id="{kind}-fork"/>
          <sequenceFlow id="{kind}-1" sourceRef="{kind}-fork" targetRef="{kind}-a"/><sequenceFlow id="{kind}-2" sourceRef="{kind}-fork" targetRef="{kind}-b"/>
          <userTask id="{kind}-a" WORK/><userTask id="{kind}-b" WORK/>
          <sequenceFlow id="{kind}-3" sourceRef="{kind}-a" targetRef="{kind}-join"/><sequenceFlow id="{kind}-4" sourceRef="{kind}-b" targetRef="{kind}-join"/><{kind}Gateway id="{kind}-join"/>
          <sequenceFlow id="{kind}-5" sourceRef="{kind}-join" targetRef="{kind}-c"/><userTask id="{kind}-c" WORK/><sequenceFlow id="{kind}-6" sourceRef="{kind}-c" targetRef="{kind}-e"/><endEvent id="{kind}-e"/>
        </process>
        """)) + """
        <process id="calling" isExecutable="true">
          <startEvent id="calling-s"/><sequenceFlow id="calling-0" sourceRef="calling-s" targetRef="calling-u"/><userTask id="calling-u" WORK/><sequenceFlow id="calling-1" sourceRef="calling-u" targetRef="calling-c"/>
          <callActivity id="calling-c" calledElement="called"/><sequenceFlow id="calling-2" sourceRef="calling-c" targetRef="calling-e"/><endEvent id="calling-e"/>
        </process>
        <process id="called" isExecutable="true">
          <startEvent id="called-s"/><sequenceFlow id="called-0" sourceRef="called-s" targetRef="called-u"/><userTask id="called-u" WORK/><sequenceFlow id="called-1" sourceRef="called-u" targetRef="called-e"/><endEvent id="called-e"/>
        </process>
        """);
}
