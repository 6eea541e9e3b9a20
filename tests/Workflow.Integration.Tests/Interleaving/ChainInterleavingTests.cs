using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Review;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests.Interleaving;

/// <summary>
/// Where a round meets its process: ended by hand at the very moment when its timer ends it, answered while the case is stopped, sent twice. On two hosts, in
/// every order and overlap it comes to what one of the two orders gives.
/// </summary>
[Collection("another cluster")]
public sealed class ChainInterleavingTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public Task Closed_by_hand_and_by_its_timer() => Holds(
        TimeSpan.FromDays(4), (host, world) => Send(world.People["vanphong"], draft => new CloseReview(New, draft), host), (host, _) => Fire(host));

    [Fact]
    public Task Answered_while_the_case_is_stopped() => Holds(
        TimeSpan.FromHours(1),
        async (host, world) =>
        {
            var (member, draft) = await Asked(host);
            return await Send(world.People.Values.Single(person => person.Id == member), _ => new SendOpinion(New, draft.Id, draft.CurrentHash, OpinionAnswer.Agree, ""), host);
        },
        async (host, world) =>
        {
            var instance = await host.Look(db => db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync());
            return await Send(world.People["quantri"], _ => new CancelInstance(New, instance, "Không còn cần văn bản này nữa"), host);
        });

    [Fact]
    public Task Closed_by_hand_while_the_case_is_stopped() => Holds(
        TimeSpan.FromHours(1),
        (host, world) => Send(world.People["vanphong"], draft => new CloseReview(New, draft), host),
        async (host, world) =>
        {
            var instance = await host.Look(db => db.Set<ProcessInstance>().Select(row => row.Id).SingleAsync());
            return await Send(world.People["quantri"], _ => new CancelInstance(New, instance, "Không còn cần văn bản này nữa"), host);
        });

    private static async Task<string> Fire(DemoWorld host)
    {
        await host.Services.GetRequiredService<TimerProcessor>().FireDue(default);
        return "timer";
    }

    private static async Task<string> Send(Person who, Func<Guid, ICommand> command, DemoWorld host) =>
        (await host.Act(who, command(await host.Look(db => db.Set<Draft>().Select(row => row.Id).SingleAsync())))).Refusal?.Code ?? "done";

    private static Task<(Guid Member, Draft Draft)> Asked(DemoWorld host) => host.Look(async db =>
        (await db.Set<OpinionSheet>().OrderBy(row => row.Id).Select(row => row.PersonId).FirstAsync(), await db.Set<Draft>().AsNoTracking().SingleAsync()));

    private async Task Holds(TimeSpan later, Func<DemoWorld, DemoWorld, Task<string>> one, Func<DemoWorld, DemoWorld, Task<string>> other)
    {
        var (prepared, now) = await Prepare();
        var serial = new List<string>();
        foreach (var meeting in Enum.GetValues<Meeting>())
        {
            foreach (var otherFirst in new[] { false, true })
            {
                var database = await cluster.Copy(prepared);
                var clock = new ReviewWorld.Hands { Now = now + later };
                var (gate, otherGate) = (new Gate(), new Gate());
                await using var first = await Open(database, gate, clock);
                await using var second = await Open(database, otherGate, clock);
                var answers = otherFirst
                    ? await TwoActs.Meet(meeting, gate, otherGate, () => other(first, first), () => one(second, first))
                    : await TwoActs.Meet(meeting, gate, otherGate, () => one(first, first), () => other(second, first));

                // A timer that met a person's act is tried again by whoever comes next.
                await Fire(first);
                var end = $"{(otherFirst ? (answers.Second, answers.First) : answers)} {await first.Look(Told)}";
                Assert.Null(await first.Look(db => AuditTrail.FirstBadEntry(db, first.OrganizationId, default)));
                if (meeting == Meeting.Serial)
                {
                    serial.Add(end);
                }
                else
                {
                    Assert.True(serial.Contains(end), $"{meeting}, {(otherFirst ? "second" : "first")} act first:\n{end}\nis neither\n{string.Join("\nnor\n", serial)}");
                }
            }
        }

        Assert.Equal(2, serial.Count);
    }

    // What of the round and of its process is left: never two conclusions to write, never a round that nobody can end.
    private static async Task<string> Told(WorkflowDbContext db) => JsonSerializer.Serialize(new
    {
        open = await db.Set<OpenTask>().Where(row => row.ClosedAt == null).OrderBy(row => row.ElementId).Select(row => row.ElementId).ToListAsync(),
        done = await db.Set<OpenTask>().Where(row => row.TaskKey == "review").Select(row => row.Outcome).ToListAsync(),
        rounds = await db.Set<ReviewRound>().Select(row => row.ClosedAt != null).ToListAsync(),
        counted = await db.Set<OpinionSheet>().CountAsync(row => row.Answer != null),
        timers = await db.Set<ProcessTimer>().OrderBy(row => row.ElementId).Select(row => new { row.ElementId, row.State }).ToListAsync(),
        end = await db.Set<ProcessInstance>().Select(row => row.End).SingleAsync(),
    });

    private Task<DemoWorld> Open(string database, Gate gate, TimeProvider clock) => DemoWorld.Create(cluster.Sample, cluster.Cluster, database, services => services.AddSingleton<IInterceptor>(gate).AddSingleton(clock));

    private async Task<(string Database, DateTimeOffset Now)> Prepare()
    {
        var name = await cluster.Copy();
        var chain = await ChainWorld.Create(cluster, database: name);
        await using var world = chain.World;
        await world.Done(world.Office, await chain.Sending());
        return (name, world.Clock.Now);
    }
}
