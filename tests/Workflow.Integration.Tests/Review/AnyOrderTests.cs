using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Timers;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Review;

/// <summary>
/// Answers, withdrawals, papers, objections, replacements, closings and a clock that jumps both ways, in any order and from two hosts at once: what is in the
/// database is what a simple model makes of the acts in the order in which the log has them.
/// </summary>
[Collection("cluster")]
public sealed class AnyOrderTests(TestCluster cluster, ITestOutputHelper output)
{
    private const int Seed = 20261121;
    private const int Stories = 14;
    private const int Acts = 26;

    [Fact]
    public async Task Any_order_from_two_hosts_gives_the_outcome_of_a_simple_model()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("WORKFLOW_SEED"), out var given) ? given : Seed;
        var random = new Random(seed);
        output.WriteLine($"seed {seed}");
        await using var world = await ReviewWorld.Create(cluster, hosts: 2);
        var (taken, refused) = (0, 0);
        for (var story = 0; story < Stories; story++)
        {
            var tale = await Tale.Begin(world, cluster.SampleBytes, random);
            while (tale.Told < Acts)
            {
                await tale.Act(random.Next(3) == 0 ? random.Next(2, 5) : 1);
                await tale.Compare($"seed {seed}, story {story}, after act {tale.Told}");
            }

            (taken, refused) = (taken + tale.Taken, refused + tale.Refused);
        }

        Assert.Null(await world.First.Look(db => AuditTrail.FirstBadEntry(db, world.First.OrganizationId, default)));
        Assert.True(taken > 120 && refused > 40, $"{taken} taken, {refused} refused: the stories were too tame");
        output.WriteLine($"{taken} acts taken, {refused} refused");
    }

    // One draft under review, and what a simple model thinks of it.
    private sealed class Tale(ReviewWorld world, Random random, Guid draft, Guid round, List<string> hashes, DateTimeOffset closes)
    {
        private readonly Dictionary<Guid, List<Said>> said = world.Members.Take(4).ToDictionary(one => one.Id, _ => new List<Said>());
        private int asked;
        private bool closed;
        private bool stepDone;

        public int Told { get; private set; }

        public int Taken { get; private set; }

        public int Refused { get; private set; }

        private DateTimeOffset Now => world.Clock.Now;

        private bool IsOpen => !closed && !stepDone && Now < closes;

        public static async Task<Tale> Begin(ReviewWorld world, byte[] sample, Random random)
        {
            var (draft, round) = await world.Asked(sample);
            return new(world, random, draft, round, [await world.Hash(draft)], await world.First.Look(db => db.Set<ReviewRound>().Where(one => one.Id == round).Select(one => one.ClosesAt).SingleAsync()));
        }

        /// <summary>Several acts at the same moment, from both hosts; the log says in which order they happened.</summary>
        public async Task Act(int together)
        {
            if (random.Next(5) == 0)
            {
                world.Clock.Now += random.Next(6) switch { 0 => TimeSpan.FromDays(2), 1 => -TimeSpan.FromDays(1), 2 => -TimeSpan.FromMinutes(30), _ => TimeSpan.FromMinutes(random.Next(1, 14)) };
            }

            if (random.Next(12) == 0)
            {
                await world.Hosts[random.Next(2)].Services.GetRequiredService<TimerProcessor>().FireDue(default);
                stepDone |= Now >= closes;
            }

            var acts = Enumerable.Range(0, together).Select(_ => Next(together > 1)).ToList();
            foreach (var prepared in acts.Where(act => act.Before is not null))
            {
                await prepared.Before!();
            }

            var sent = await Task.WhenAll(acts.Select((act, index) => Task.Run(async () => (act, Answer: await world.Hosts[index % 2].Act(act.By, act.Command())))));
            foreach (var (act, answer) in sent.Where(one => one.Answer.Refusal is null).OrderBy(one => one.Answer.Receipt))
            {
                Assert.True(act.Apply(), $"the model does not allow what was taken: {answer.Text}");
                Taken++;
            }

            foreach (var (act, answer) in sent.Where(one => one.Answer.Refusal is not null))
            {
                Refused++;
                if (together == 1)
                {
                    Assert.False(act.Apply(), $"the model allows what was refused: {answer.Refusal!.Text}");
                }
            }

            Told += together;
        }

        public async Task Compare(string where)
        {
            var rows = await world.First.Look(db => db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == round).OrderBy(one => one.Number).ToListAsync());
            var sheets = await world.First.Look(db => db.Set<OpinionSheet>().AsNoTracking().Where(one => one.RoundId == round).ToListAsync());
            foreach (var (member, list) in said)
            {
                static string Told(int number, OpinionAnswer answer, bool late, bool back, bool wrong) => $"{number} {answer}{(late ? " late" : "")}{(back ? " back" : "")}{(wrong ? " wrong" : "")}";
                var stored = string.Join(", ", rows.Where(row => row.PersonId == member).Select(row => Told(row.Number, row.Answer, row.IsLate, row.WithdrawnAt is not null, row.ObjectedAt is not null)));
                Assert.True(stored == string.Join(", ", list.Select(one => Told(one.Number, one.Answer, one.Late, one.Back, one.Wrong))), $"{where}: {stored}");
                var sheet = sheets.Single(row => row.PersonId == member);
                Assert.True(sheet.Answer == Standing(member)?.Answer && sheet.Given == list.Count, $"{where}: {sheet.Answer} counts after {stored}");
            }
        }

        private Said? Standing(Guid member) => said[member].LastOrDefault(one => !one.Late && !one.Back && !one.Wrong && one.Version == asked);

        private Move Next(bool amongOthers)
        {
            var member = world.Members[random.Next(4)];
            var answer = (OpinionAnswer)random.Next(4);
            var (id, hash, version) = (Guid.CreateVersion7(), hashes[asked], asked);
            return random.Next(14) switch
            {
                < 6 => new(member, () => new SendOpinion(id, draft, hash, answer, "lý do", round), () => version == asked && Say(member.Id, answer, OpinionMeans.Own)),
                < 9 => new(member, () => new WithdrawOpinion(id, round), () => Back(member.Id)),
                9 => new(world.Office, () => new EnterOpinion(id, round, hash, member.Id, answer, "lý do", OpinionMeans.Phone, "nghe máy lúc 9 giờ", []), () => version == asked && Standing(member.Id) is not { Means: OpinionMeans.Own } && Say(member.Id, answer, OpinionMeans.Phone)),
                10 or 11 => Objection(id, member),
                12 when !amongOthers => Replacement(id),
                13 when random.Next(3) == 0 => new(world.Office, () => new CloseReview(id, draft), Close),
                _ => new(member, () => new SendOpinion(id, draft, hash, answer, "lý do", round), () => version == asked && Say(member.Id, answer, OpinionMeans.Own)),
            };
        }

        private bool Say(Guid member, OpinionAnswer answer, OpinionMeans means)
        {
            var list = said[member];
            list.Add(new(list.Count + 1, answer, asked, Now, !IsOpen, means));
            closed |= Now >= closes;
            return true;
        }

        private bool Back(Guid member)
        {
            if (!IsOpen || Standing(member) is not { Means: OpinionMeans.Own } last || Now < last.At || Now - last.At > GivenOpinion.MayBeWithdrawn)
            {
                return false;
            }

            return last.Back = true;
        }

        private Move Objection(Guid id, Person member)
        {
            var entered = said[member.Id].FindLast(one => one.Means != OpinionMeans.Own);
            var opinion = Guid.Empty;
            return new(member, () => new JudgeEntry(id, opinion, false, "không đúng"), () =>
            {
                if (entered is null || entered.Wrong)
                {
                    return false;
                }

                closed |= Now >= closes;
                return entered.Wrong = true;
            })
            {
                Before = async () => opinion = entered is null ? Guid.NewGuid() : await world.First.Look(db => db.Set<GivenOpinion>().Where(row => row.RoundId == round && row.PersonId == member.Id && row.Number == entered.Number).Select(row => row.Id).SingleAsync()),
            };
        }

        // The office edits the draft, if it still may, and asks about what has come of it.
        private Move Replacement(Guid id)
        {
            var hash = hashes[asked];
            return new(world.Office, () => new ReplaceAsked(id, round, hash), () =>
            {
                if (!IsOpen || hash == hashes[asked])
                {
                    return false;
                }

                hashes.Add(hash);
                asked = hashes.Count - 1;
                return true;
            })
            {
                Before = async () =>
                {
                    var view = (await world.First.Ask(world.Office, new ReadDraft(draft)))!;
                    var clause = view.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
                    await world.First.Act(world.Office, new EditClause(Guid.CreateVersion7(), draft, view.Draft.CurrentHash, clause.Id, $"{clause.Text} Lần {hashes.Count}.", "sửa"));
                    hash = await world.Hash(draft);
                },
            };
        }

        private bool Close()
        {
            if (stepDone)
            {
                return false;
            }

            return closed = stepDone = true;
        }

        private sealed record Move(Person By, Func<ICommand> Command, Func<bool> Apply)
        {
            public Func<Task>? Before { get; init; }
        }

        private sealed record Said(int Number, OpinionAnswer Answer, int Version, DateTimeOffset At, bool Late, OpinionMeans Means)
        {
            public bool Back { get; set; }

            public bool Wrong { get; set; }
        }
    }
}
