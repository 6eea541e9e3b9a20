using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Host.Commands;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Interleaving;

/// <summary>
/// A member answers while the office closes, on two hosts, in every order and overlap: the answer counts or is refused. Never is it
/// acknowledged and not counted.
/// </summary>
[Collection("another cluster")]
public sealed class OfficeInterleavingTests(TestCluster cluster)
{
    [Fact]
    public Task Vote_close() => Holds(
        db => db.Set<Ballot>().CountAsync(),
        21,
        async db =>
        {
            var vote = await db.Set<Vote>().SingleAsync();
            var voter = await db.Set<Attendance>().Where(row => row.Presence == Presence.Present && !db.Set<Ballot>().Any(ballot => ballot.PersonId == row.PersonId)).Select(row => row.PersonId!.Value).FirstAsync();
            return (voter, new CastBallot(Guid.CreateVersion7(), vote.Id, Marks.Of(Choice.Against)), new CloseVote(Guid.CreateVersion7(), vote.Id));
        },
        async db => JsonSerializer.Serialize(new { ballots = await db.Set<Ballot>().CountAsync(), votes = await db.Set<Vote>().Select(row => new { row.Counts, row.Adopted }).ToListAsync() }));

    [Fact]
    public Task Opinion_close() => Holds(
        db => db.Set<OpinionSheet>().CountAsync(row => row.Answer != null),
        3,
        async db =>
        {
            var (draft, member) = await Asked(db);
            return (member, new SendOpinion(Guid.CreateVersion7(), draft.Id, draft.CurrentHash, OpinionAnswer.Agree, ""), new CloseReview(Guid.CreateVersion7(), draft.Id));
        },
        async db => $"{await db.Set<OpinionSheet>().CountAsync(row => row.Answer != null)} counted, {await db.Set<GivenOpinion>().CountAsync(row => row.IsLate)} late");

    [Fact]
    public Task Withdrawal_close() => Holds(
        db => db.Set<OpinionSheet>().CountAsync(row => row.Answer != null),
        3,
        async db =>
        {
            var given = await db.Set<GivenOpinion>().OrderBy(row => row.At).FirstAsync();
            return (given.PersonId, new WithdrawOpinion(Guid.CreateVersion7(), given.RoundId), new CloseReview(Guid.CreateVersion7(), (await Asked(db)).Draft.Id));
        },
        async db => $"{await db.Set<OpinionSheet>().CountAsync(row => row.Answer != null)} counted, {await db.Set<GivenOpinion>().CountAsync(row => row.WithdrawnAt != null)} withdrawn");

    private static async Task<(Draft Draft, Guid Member)> Asked(WorkflowDbContext db) =>
        (await db.Set<Draft>().SingleAsync(), await db.Set<OpinionSheet>().Where(row => row.Answer == null).OrderBy(row => row.Id).Select(row => row.PersonId).FirstAsync());

    private async Task Holds(
        Func<WorkflowDbContext, Task<int>> progress, int enough, Func<WorkflowDbContext, Task<(Guid Member, ICommand Answer, ICommand Close)>> acts, Func<WorkflowDbContext, Task<string>> look)
    {
        var prepared = await TellUntil(progress, enough);
        var serial = new List<string>();
        foreach (var meeting in Enum.GetValues<Meeting>())
        {
            foreach (var closeFirst in new[] { false, true })
            {
                var database = await cluster.Copy(prepared);
                var (gate, otherGate) = (new Gate(), new Gate());
                await using var world = await Open(database, gate);
                await using var other = await Open(database, otherGate);
                var (memberId, answer, close) = await world.Look(acts);
                var member = world.People.Values.Single(person => person.Id == memberId);
                Func<Task<string>> On(DemoWorld host, Person who, ICommand command) => async () => (await host.Act(who, command)).Refusal?.Code ?? "done";
                var answers = closeFirst
                    ? await TwoActs.Meet(meeting, gate, otherGate, On(world, world.People["vanphong"], close), On(other, member, answer))
                    : await TwoActs.Meet(meeting, gate, otherGate, On(world, member, answer), On(other, world.People["vanphong"], close));
                var end = $"{(closeFirst ? (answers.Second, answers.First) : answers)} {await world.Look(look)} {await Ending.Of(world)}";
                Assert.Null(await world.Look(db => AuditTrail.FirstBadEntry(db, world.OrganizationId, default)));
                if (meeting == Meeting.Serial)
                {
                    serial.Add(end);
                }
                else
                {
                    Assert.True(serial.Contains(end), $"{meeting}, {(closeFirst ? "close first" : "answer first")}:\n{end}\nis neither\n{string.Join("\nnor\n", serial)}");
                }
            }
        }
    }

    private Task<DemoWorld> Open(string database, Gate gate) => DemoWorld.Create(cluster.Sample, cluster.Cluster, database, services => services.AddSingleton<IInterceptor>(gate));

    // Tells the story until so many have answered; answers the name of the database.
    private async Task<string> TellUntil(Func<WorkflowDbContext, Task<int>> progress, int enough)
    {
        var database = await cluster.Copy();
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database);
        world.Around = async send => await world.Look(progress) == enough ? throw new FarEnoughException() : await send();
        await Assert.ThrowsAsync<FarEnoughException>(() => new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell());
        return database;
    }

    private sealed class FarEnoughException : Exception;
}
