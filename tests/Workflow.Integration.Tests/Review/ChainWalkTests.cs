using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Review;

/// <summary>
/// Whatever the office, the members and the clock do, in any order and from two hosts: a round is open only while its step is, one at a time; nothing that a
/// body asked for is passed by; and the journal gives the state after every act.
/// </summary>
[Collection("cluster")]
public sealed class ChainWalkTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int MostActs = 160;
    private static Guid New => Guid.CreateVersion7();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_order_of_acts_keeps_the_chain_whole(int seed)
    {
        var random = new Random(seed);
        var chain = await ChainWorld.Create(cluster, hosts: 2);
        await using var world = chain.World;
        var (done, refused) = (0, 0);
        for (var act = 0; act < MostActs; act++)
        {
            var before = await chain.Open();
            var (who, command) = await Next(chain, random);
            if (command is null)
            {
                world.Clock.Now += TimeSpan.FromHours(random.Next(1, 60));
                await chain.FireTimers(random.Next(2));
            }
            else
            {
                var answer = await world.Hosts[random.Next(2)].Send(who, command);
                (done, refused) = answer.Refusal is null ? (done + 1, refused) : (done, refused + 1);
            }

            var after = await chain.Open();
            await Holds(chain, before, after, $"seed {seed}, act {act}: {command?.GetType().Name ?? "clock"}, {string.Join(' ', before)} -> {string.Join(' ', after)}");
            if (after.Contains("Decide"))
            {
                break;
            }
        }

        output.WriteLine($"seed {seed}: {done} done, {refused} refused, {(await chain.Rounds()).Count} rounds, at {string.Join(' ', await chain.Open())}");
        Assert.True(done > 10 && refused > 3, $"seed {seed}: {done} done, {refused} refused");
    }

    private static async Task Holds(ChainWorld chain, List<string> before, List<string> after, string what)
    {
        var world = chain.World;
        Assert.True(after.Count == 1, what);
        var view = await chain.Chain();
        var isAsked = after[0] is "BoardReview" or "CommitteeReview";
        var ofProcess = view.Rounds.Where(round => round.IsOfProcess).ToList();
        Assert.True(ofProcess.Count(round => round.IsOpen) == (isAsked && world.Clock.Now < ofProcess[^1].ClosesAt ? 1 : 0), what);
        Assert.True(view.Rounds.Count(round => round.IsOpen) <= 1, what);
        var (sent, concluded) = await world.First.Look(async db => (
            await db.Set<DraftRound>().OrderBy(row => row.Number).Select(row => row.Number).ToListAsync(),
            await db.Set<Conclusion>().Where(row => row.RoundId != null).Select(row => row.RoundId).ToListAsync()));
        Assert.True(sent.SequenceEqual(Enumerable.Range(1, sent.Count)), what);
        Assert.True(concluded.Distinct().Count() == concluded.Count, what);

        // Into the next body's hands, or to the vote, only with everything answered and met.
        if (before[0] != after[0] && (after[0] is "BoardReview" or "CommitteeReview" or "Decide" || (before[0].StartsWith("Revise", StringComparison.Ordinal) && after[0].StartsWith("Open", StringComparison.Ordinal))))
        {
            Assert.True((await world.First.Ask(world.Office, new ReadDraft(chain.Draft)))!.Unanswered == 0, what);
            Assert.True((await world.First.Ask(world.Office, new ReadConclusions(chain.Draft)))!.Rows.SelectMany(row => row.Points).All(point => point is { IsMet: true, IsStale: false }), what);
        }

        Assert.True(await chain.JournalGivesState(), what);
    }

    private static async Task<(Person Who, ICommand? Command)> Next(ChainWorld chain, Random random)
    {
        var (world, draft) = (chain.World, chain.Draft);
        var (office, drafter) = (world.Office, world.First.People["soanthao"]);
        var hash = await world.Hash(draft);
        switch (random.Next(16))
        {
            case 0 or 1:
                return (office, await chain.Sending(random.Next(1, 4)));
            case 2:
                return random.Next(4) == 0 ? (office, new ReturnFromOpening(New, draft, "Chưa gửi được, cần sửa thêm")) : (office, await chain.Sending(2));
            case 3 or 4:
                return (world.Members[random.Next(11)], new SendOpinion(New, draft, hash, OpinionAnswer.Agree, ""));
            case 5:
                var clauses = (await world.First.Ask(office, new ReadDraft(draft)))!.Text.Clauses;
                return (world.Members[random.Next(3)], new AddComment(New, draft, hash, clauses[random.Next(clauses.Count)].Id, "Xem lại."));
            case 6:
                return (office, new CloseReview(New, draft));
            case 7 or 8 when (await chain.Rounds()).Count > 0:
                var outcome = Enum.GetValues<ConclusionOutcome>()[random.Next(3)];
                return (office, await chain.Concluding(outcome, random.Next(2) == 0 && outcome != ConclusionOutcome.Agreed ? "Sửa thời hạn\nNêu nguồn vốn" : ""));
            case 9:
                return (office, new FinishRevision(New, draft));
            case 10 when await Comments(chain) is { Count: > 0 } open:
                return (office, new AnswerComments(New, draft, open, Disposition.Accepted, "Đã sửa."));
            case 11 or 12 when await Points(chain) is { Count: > 0 } points:
                return (office, new CheckPoint(New, points[random.Next(points.Count)], hash, "", random.Next(5) > 0, "Đã xem."));
            case 13:
                return random.Next(3) == 0 ? (drafter, new SubmitDraft(New, draft)) : (office, new AppraiseDraft(New, draft, hash, true, "", default, Points: await world.First.Judged()));
            case 14:
                var view = (await world.First.Ask(office, new ReadDraft(draft)))!;
                var clause = view.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 20);
                return random.Next(4) > 0 ? (office, new FinishRevision(New, draft)) : (office, new EditClause(New, draft, hash, clause.Id, $"{clause.Text[..20].TrimEnd()} {random.Next(1000)}.", ""));
            default:
                return (office, null);
        }
    }

    private static Task<List<Guid>> Comments(ChainWorld chain) => chain.World.First.Look(db => db.Set<Comment>().Where(one => one.DraftId == chain.Draft && one.Disposition == null && one.WithdrawnAt == null).Select(one => one.Id).ToListAsync());

    private static async Task<List<Guid>> Points(ChainWorld chain) => [.. (await chain.World.First.Ask(chain.World.Office, new ReadConclusions(chain.Draft)))!.Rows.SelectMany(row => row.Points).Where(point => point is not { IsMet: true, IsStale: false }).Select(point => point.Id)];
}
