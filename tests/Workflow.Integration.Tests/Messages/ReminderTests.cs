using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Administration;
using Workflow.Activities.Inbox;
using Workflow.Activities.Review;
using Workflow.Domain.Drafts;
using Workflow.Domain.Messages;
using Workflow.Domain.Reviews;
using Workflow.Integration.Tests.Review;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Timers;
using Xunit;

namespace Workflow.Integration.Tests.Messages;

/// <summary>What falls due on a round: reminders to who is missing, one close, the deputy; each once, with two hosts, whatever the clock does.</summary>
[Collection("cluster")]
public sealed class ReminderTests(TestCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-mail-").FullName;

    // The world's clock stands at nine in the morning of Monday 23/11/2026 in Vietnam; rounds close on Thursday at five in the afternoon.
    private static readonly DateTimeOffset Closes = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Only_who_has_not_answered_is_reminded_each_time_once_by_two_hosts_and_none_after_the_close()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder), hosts: 2);
        var wanting = world.Members.Take(6).ToList();
        foreach (var member in wanting)
        {
            await world.Wish(member, MessageMode.AtOnce);
        }

        await world.Wish(world.Members[6], MessageMode.Daily);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var hash = await world.Hash(draft);
        Assert.Equal([(DeadlineKind.Reminder, 2880), (DeadlineKind.Reminder, 1440), (DeadlineKind.Reminder, 120), (DeadlineKind.Close, 0), (DeadlineKind.Escalation, 0)], (await Rows(world, round)).Select(row => (row.Kind, row.MinutesBefore)));
        await world.Done(wanting[0], new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.Agree, "", round));
        Assert.Equal(0, await world.Everywhere(Post.Deadlines));

        world.Clock.Now = Closes.AddDays(-2).AddSeconds(1);
        Assert.Equal(1, await world.Everywhere(Post.Deadlines));
        Assert.Equal(0, await world.Everywhere(Post.Deadlines));
        Assert.Equal(wanting.Skip(1).Select(one => one.Id).Order(), (await Reminders(world)).Select(row => row.PersonId).Order());

        // Answered between the reminder's writing and its going out: it does not go out.
        await world.Done(wanting[1], new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.Agree, "", round));
        await world.Everywhere(Post.Mails);
        Assert.Equal(4, Files().Count);
        Assert.Equal(1, (await Reminders(world)).Count(row => row is { State: MailState.Withdrawn } && row.PersonId == wanting[1].Id));
        Assert.All(Files(), file => Assert.StartsWith("Nhắc: phiếu lấy ý kiến hết hạn lúc 17:00 26/11/2026", file.Subject, StringComparison.Ordinal));

        // Back and forward over the same moment: nothing of it comes again.
        world.Clock.Now -= TimeSpan.FromDays(1);
        Assert.Equal(0, await world.Everywhere(Post.Deadlines));
        world.Clock.Now = Closes.AddDays(-2).AddMinutes(5);
        Assert.Equal(0, await world.Everywhere(Post.Deadlines));

        // Who takes an answer back is missing again. Two reminders that were missed come as one.
        await world.Done(wanting[2], new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.Agree, "", round));
        await world.Done(wanting[2], new WithdrawOpinion(Guid.CreateVersion7(), round));
        world.Clock.Now = Closes.AddMinutes(-30);
        Assert.Equal(2, await world.Everywhere(Post.Deadlines));
        Assert.Equal(4, (await Reminders(world)).Count(row => row.Key == $"round:{round:N}:120"));
        Assert.DoesNotContain(await Reminders(world), row => row.Key == $"round:{round:N}:1440");
        Assert.Equal(2, await Said(world, draft, "Đã nhắc"));

        // After the close the reminders that were not sent yet are of no use; the deputy hears of who is missing, four hours later within hours of work.
        world.Clock.Now = Closes.AddMinutes(1);
        Assert.Equal(1, await world.Everywhere(Post.Deadlines));
        await world.Everywhere(Post.Mails);
        Assert.Equal(4, Files().Count);
        Assert.Equal(Closes, await world.First.Look(db => db.Set<ReviewRound>().Where(one => one.Id == round).Select(one => one.ClosedAt).SingleAsync()));
        var deputy = world.First.People["phobithu"];
        Assert.DoesNotContain((await world.First.Ask(deputy, new ReadInbox())).Items, item => item.Key.StartsWith("escalation:", StringComparison.Ordinal));
        world.Clock.Now = new(2026, 11, 27, 0, 30, 0, TimeSpan.Zero);
        Assert.Equal(1, await world.Everywhere(Post.Deadlines));
        var item = Assert.Single((await world.First.Ask(deputy, new ReadInbox())).Items, item => item.Key.StartsWith("escalation:", StringComparison.Ordinal));
        Assert.Equal(($"/lay-y-kien/{round}", $"Đôn đốc: {world.Members.Count - 2} đồng chí chưa trả lời phiếu lấy ý kiến"), (item.Link, item.What));
        Assert.DoesNotContain((await world.First.Ask(world.Members[8], new ReadInbox())).Items, one => one.Key.StartsWith("escalation:", StringComparison.Ordinal));

        // A clock set back by a week opens nothing, reminds nobody and escalates nothing.
        world.Clock.Now -= TimeSpan.FromDays(7);
        Assert.Equal(0, await world.Everywhere(Post.Deadlines));
        await world.Refused("review.closed", wanting[3], new WithdrawOpinion(Guid.CreateVersion7(), round));
        world.Clock.Now += TimeSpan.FromDays(30);
        Assert.Equal(0, await world.Everywhere(Post.Deadlines));
        Assert.Equal((1, 1), (await Said(world, draft, "đã hết hạn lúc"), await Said(world, draft, "Đã báo Phó Bí thư Thường trực")));
        Assert.Null(await world.First.Look(db => AuditTrail.FirstBadEntry(db, world.First.OrganizationId, default)));
    }

    [Fact]
    public async Task What_the_office_ended_early_or_an_operator_holds_or_stopped_reminds_nobody()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder));
        await world.Wish(world.Members[3], MessageMode.AtOnce);
        var ended = await world.Asked(cluster.SampleBytes);
        var (held, stopped) = (await Again(world, 2), await Again(world, 3));
        await world.Done(world.Office, new CloseReview(Guid.CreateVersion7(), ended.Draft));
        Task<Guid> Instance(Guid draft) => world.First.Look(db => db.Set<Draft>().Where(row => row.Id == draft).Select(row => row.ProcessInstanceId).SingleAsync());
        await world.Done(world.First.People["quantri"], new SuspendInstance(Guid.CreateVersion7(), await Instance(held.Draft), "Chờ ý kiến cấp trên"));
        await world.Done(world.First.People["quantri"], new CancelInstance(Guid.CreateVersion7(), await Instance(stopped.Draft), "Không ban hành nữa"));
        world.Clock.Now = Closes.AddHours(-1);
        await world.First.Deadlines();
        Assert.Empty(await Reminders(world));
        Assert.Equal(3, (await Rows(world, held.Round)).Count(row => row is { Kind: DeadlineKind.Reminder, State: DeadlineState.Waiting }));
        Assert.DoesNotContain(await Rows(world, ended.Round), row => row is { Kind: DeadlineKind.Reminder, State: not DeadlineState.Withdrawn });

        // Let go again, the held one reminds as late as it is; the others never escalate.
        await world.Done(world.First.People["quantri"], new ResumeInstance(Guid.CreateVersion7(), await Instance(held.Draft)));
        await world.First.Deadlines();
        Assert.Equal(held.Round, Assert.Single(await Reminders(world)).SubjectId);
        world.Clock.Now = Closes.AddDays(3);
        await world.First.Deadlines();
        Assert.Equal((0, 1, 0), (await Said(world, ended.Draft, "Đã báo"), await Said(world, held.Draft, "Đã báo"), await Said(world, stopped.Draft, "Đã báo")));
    }

    [Fact]
    public async Task A_step_of_the_process_that_reminds_and_the_round_s_own_plan_remind_once_together()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder), hosts: 2);
        await world.Wish(world.Members[3], MessageMode.AtOnce);
        await world.Asked(cluster.SampleBytes);
        world.Clock.Now = Closes.AddDays(-2).AddSeconds(1);
        await Task.WhenAll(world.Hosts[0].Deadlines(), world.Hosts[1].Services.GetRequiredService<TimerProcessor>().FireDue(default));
        await world.Everywhere(host => host.Services.GetRequiredService<OutboxProcessor>().RunDue(default));
        await world.First.Deadlines();
        Assert.Single(await Reminders(world));
    }

    // The office's act, the process's timer and the round's own row at one moment, from two hosts: one close, one next step.
    [Fact]
    public async Task The_office_and_the_clock_that_close_a_round_at_the_same_moment_close_it_once()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder), hosts: 2);
        var start = world.Clock.Now;
        for (var story = 0; story < 5; story++)
        {
            world.Clock.Now = start;
            var (draft, round) = story == 0 ? await world.Asked(cluster.SampleBytes) : await Again(world, story + 1);
            world.Clock.Now = Closes.AddSeconds(story - 1);
            await Task.WhenAll(
                Task.Run(() => world.Hosts[0].Act(world.Office, new CloseReview(Guid.CreateVersion7(), draft))),
                Task.Run(() => world.Hosts[1].Deadlines()),
                Task.Run(() => world.Hosts[0].Deadlines()),
                Task.Run(() => world.Hosts[1].Services.GetRequiredService<TimerProcessor>().FireDue(default)));
            world.Clock.Now = Closes.AddDays(4);
            await world.Everywhere(async host => await host.Deadlines() + await host.Services.GetRequiredService<TimerProcessor>().FireDue(default));
            Assert.Equal(story == 0 ? Closes.AddSeconds(-1) : Closes, await world.First.Look(db => db.Set<ReviewRound>().Where(one => one.Id == round).Select(one => one.ClosedAt).SingleAsync()));
            Assert.Equal(1, await world.First.Look(db => db.Set<OpenTask>().CountAsync(task => task.SubjectId == draft && task.TaskKey == "revision")));
            Assert.DoesNotContain(await Rows(world, round), row => row.State == DeadlineState.Waiting);
            Assert.Equal(story == 0 ? 0 : 1, await Said(world, draft, "đã hết hạn lúc"));
        }
    }

    // Hosts, the clock and answers in any order: no deadline holds twice, and what was settled stays as it was.
    [Fact]
    public async Task Whatever_the_clock_does_and_whoever_is_awake_each_deadline_holds_once()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder), hosts: 2);
        foreach (var member in world.Members.Take(4))
        {
            await world.Wish(member, MessageMode.AtOnce);
        }

        var start = world.Clock.Now;
        for (var story = 0; story < 4; story++)
        {
            world.Clock.Now = start;
            var (draft, round) = story == 0 ? await world.Asked(cluster.SampleBytes) : await Again(world, story + 1);
            var hash = await world.Hash(draft);
            var settled = new Dictionary<Guid, (DeadlineState, DateTimeOffset?)>();
            for (var act = 0; act < 25; act++)
            {
                world.Clock.Now += TimeSpan.FromMinutes(random.Next(-2_000, 2_600));
                if (random.Next(4) == 0)
                {
                    await world.First.Act(world.Members[random.Next(4)], new SendOpinion(Guid.CreateVersion7(), draft, hash, OpinionAnswer.Agree, "", round));
                }

                await world.Everywhere(async host => await host.Deadlines() + await host.Services.GetRequiredService<TimerProcessor>().FireDue(default));
                foreach (var row in await Rows(world, round))
                {
                    Assert.True(!settled.TryGetValue(row.Id, out var before) || before == (row.State, row.SettledAt), $"seed {seed}, story {story}, act {act}: {row.Kind} was settled twice");
                    if (row.State != DeadlineState.Waiting)
                    {
                        settled[row.Id] = (row.State, row.SettledAt);
                    }
                }
            }

            world.Clock.Now = Closes.AddDays(5);
            await world.Everywhere(Post.Deadlines);
            Assert.DoesNotContain(await Rows(world, round), row => row.State == DeadlineState.Waiting);
            Assert.True(await Said(world, draft, "đã hết hạn lúc") == 1, $"seed {seed}, story {story}: the round did not close once");
            Assert.True(await Said(world, draft, "Đã báo Phó Bí thư") <= 1);
        }

        Assert.Null(await world.First.Look(db => AuditTrail.FirstBadEntry(db, world.First.OrganizationId, default)));
    }

    private async Task<(Guid Draft, Guid Round)> Again(ReviewWorld world, int number) =>
        await world.Asked(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(cluster.SampleBytes) + $"\n{number}. Nội dung thứ {number}.\n"), file: $"mau-{number}.txt");

    private static Task<List<RoundDeadline>> Rows(ReviewWorld world, Guid round) => world.First.Look(db => db.Set<RoundDeadline>().AsNoTracking().Where(row => row.RoundId == round).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToListAsync());

    private static async Task<List<MailMessage>> Reminders(ReviewWorld world) => (await world.Letters()).FindAll(row => row.Kind == MailKind.Reminder);

    private static Task<int> Said(ReviewWorld world, Guid draft, string words) => world.First.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.SubjectId == draft && entry.Act == "deadline" && entry.Text.Contains(words)));

    private List<Received> Files() => [.. Directory.GetFiles(folder, "*.eml").Select(Received.Of)];
}
