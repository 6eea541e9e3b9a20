using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Calendars;
using Workflow.Activities.Drafting;
using Workflow.Activities.Inbox;
using Workflow.Activities.Review;
using Workflow.Domain.Calendars;
using Workflow.Domain.Messages;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Messages;

/// <summary>One message a turn, one digest a day: as the page says, and nothing beside.</summary>
[Collection("cluster")]
public sealed class TurnAndDigestTests(TestCluster cluster) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-mail-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_turn_is_one_message_to_each_whose_turn_it_is_and_says_no_word_of_the_draft()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder, SiteUrl: "https://van-ban.thanhson.gov.vn/"), hosts: 2);
        var (member, other) = (world.Members[3], world.Members[5]);
        await world.Wish(member, MessageMode.AtOnce);
        await world.Wish(world.Office, MessageMode.AtOnce);
        await world.Wish(world.First.People["soanthao"], MessageMode.AtOnce);
        await world.Wish(world.Members[4], MessageMode.None);
        var (draft, round) = await world.Asked(cluster.SampleBytes);

        // The draft has passed the drafter and the office meanwhile: what is over is told to nobody.
        Assert.Equal(1, await world.Everywhere(Post.Turns));
        Assert.Equal(0, await world.Everywhere(Post.Turns));
        await world.Everywhere(Post.Mails);
        var letter = Assert.Single(Files());
        Assert.Equal("Việc chờ đồng chí: Ban Thường vụ góp ý", letter.Subject);
        Assert.Contains($"Mở: https://van-ban.thanhson.gov.vn/lay-y-kien/{round}\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("do Nguyễn Thị Thảo chuyển đến; đồng chí được lấy ý kiến", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Hạn: 17:00 26/11/2026", letter.Body, StringComparison.Ordinal);
        Assert.Contains(Post.AddressOf(member), letter.Header("To"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", letter.Header("Auto-Submitted"));
        var text = (await world.First.Ask(world.Office, new ReadDraft(draft)))!.Text;
        Assert.All(text.Clauses.Where(clause => clause.Text.Length > 30), clause => Assert.DoesNotContain(clause.Text[..30], letter.Body, StringComparison.Ordinal));
        Assert.DoesNotContain(text.Subject, letter.Subject, StringComparison.OrdinalIgnoreCase);

        // Others' acts are no turn of mine; a version put in the place of the one asked about is.
        await world.Done(other, new SendOpinion(Guid.CreateVersion7(), draft, await world.Hash(draft), OpinionAnswer.Disagree, "Bí mật của tôi.", round));
        Assert.Equal(0, await world.Everywhere(Post.Turns));
        var clause = text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 60);
        await world.Done(world.Office, new EditClause(Guid.CreateVersion7(), draft, await world.Hash(draft), clause.Id, clause.Text + " Bảo đảm công khai.", "sửa"));
        await world.Done(world.Office, new ReplaceAsked(Guid.CreateVersion7(), round, await world.Hash(draft)));
        Assert.Equal(1, await world.Everywhere(Post.Turns));
        await world.Everywhere(Post.Mails);
        Assert.Equal(2, Files().Count);
        Assert.All(Files(), file => Assert.DoesNotContain("Bí mật", file.Body, StringComparison.Ordinal));

        // The office ends the round: the next step is the office's own doing for who ended it, and news for a colleague.
        await world.Wish(world.First.People["vanphong2"], MessageMode.AtOnce);
        await world.Done(world.Office, new CloseReview(Guid.CreateVersion7(), draft));
        Assert.Equal(1, await world.Everywhere(Post.Turns));
        Assert.Equal(world.First.People["vanphong2"].Id, (await world.Letters())[^1].PersonId);
    }

    [Fact]
    public async Task A_turn_that_is_over_before_its_message_goes_out_is_not_told_nor_one_to_a_closed_account()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder));
        var (quick, gone, changed) = (world.Members[3], world.Members[4], world.Members[5]);
        foreach (var member in new[] { quick, gone, changed })
        {
            await world.Wish(member, MessageMode.AtOnce);
        }

        var (draft, round) = await world.Asked(cluster.SampleBytes);
        Assert.Equal(3, await world.First.Turns());
        await world.Done(quick, new SendOpinion(Guid.CreateVersion7(), draft, await world.Hash(draft), OpinionAnswer.Agree, "", round));
        await world.First.Look(db => db.Set<Account>().Where(account => account.PersonId == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.LockoutEnd, DateTimeOffset.MaxValue.AddDays(-1))));
        await world.Wish(changed, MessageMode.None);
        await world.First.Mails();
        Assert.Empty(Files());
        Assert.All(await world.Letters(), row => Assert.Equal(MailState.Withdrawn, row.State));
    }

    [Fact]
    public async Task What_stood_there_when_one_asked_to_be_told_is_not_told()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder));
        await world.Asked(cluster.SampleBytes);
        world.Clock.Now += TimeSpan.FromHours(1);
        await world.Wish(world.Members[3], MessageMode.AtOnce);
        Assert.Equal(0, await world.First.Turns());
        Assert.Empty(await world.Letters());
    }

    [Fact]
    public async Task The_digest_comes_once_a_working_day_at_its_hour_and_only_when_something_waits()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder), hosts: 2);
        var (member, idle) = (world.Members[3], world.First.People["uyvien20"]);
        await world.Wish(member, MessageMode.Daily);
        await world.Wish(idle, MessageMode.Daily);
        var (draft, round) = await world.Asked(cluster.SampleBytes);

        // Wished after seven today: today's is past.
        Assert.Equal(0, await world.Everywhere(Post.Digests));
        world.Clock.Now = Vietnam(24, 6, 59);
        Assert.Equal(0, await world.Everywhere(Post.Digests));
        world.Clock.Now = Vietnam(24, 7, 0);
        Assert.Equal(2, await world.Everywhere(Post.Digests));
        await world.Everywhere(Post.Mails);
        var letter = Assert.Single(Files());
        Assert.Equal("Việc chờ đồng chí hôm nay: 1 việc", letter.Subject);
        Assert.Contains($"/lay-y-kien/{round}", letter.Body, StringComparison.Ordinal);
        Assert.Equal((MailState.Sent, MailState.Withdrawn), ((await world.Letters()).Single(row => row.PersonId == member.Id).State, (await world.Letters()).Single(row => row.PersonId == idle.Id).State));

        // Nothing came for the idle one later that day; back over midnight and forward again makes no second.
        foreach (var at in new[] { Vietnam(24, 7, 1), Vietnam(24, 6, 0), Vietnam(24, 23, 0), Vietnam(24, 8, 0) })
        {
            world.Clock.Now = at;
            Assert.Equal(0, await world.Everywhere(Post.Digests));
        }

        // A day that the office marks as free has none; the last day of the round says so.
        await world.Done(world.Office, new AddCalendarDay(Guid.CreateVersion7(), new(2026, 11, 25), SpecialDay.Holiday, "Nghỉ theo thông báo", "Thông báo 99-TB/ĐU"));
        world.Clock.Now = Vietnam(25, 9, 0);
        Assert.Equal(0, await world.Everywhere(Post.Digests));
        world.Clock.Now = Vietnam(26, 9, 30);
        Assert.Equal(2, await world.Everywhere(Post.Digests));
        await world.Everywhere(Post.Mails);
        Assert.Contains(Files(), file => file.Subject == "Việc chờ đồng chí hôm nay: 1 việc (1 hết hạn hôm nay)");

        // A turn is not told at once to who wants one message a day.
        Assert.Equal(0, await world.Everywhere(Post.Turns));
        world.Clock.Now = Vietnam(28, 9, 0);
        Assert.Equal(0, await world.Everywhere(Post.Digests));
    }

    [Fact]
    public async Task The_list_on_the_page_is_ordered_by_urgency_and_says_why_and_until_when()
    {
        await using var world = await Post.World(cluster, new MailSettings(Folder: folder));
        var (_, round) = await world.Asked(cluster.SampleBytes);
        var second = (await world.First.Draft(world.First.People["soanthao"], Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "mau-2.txt", System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(cluster.SampleBytes) + "\n9. Nội dung khác.\n"))).Id;
        var member = world.Members[3];
        await world.Done(world.Office, new OpenRound(Guid.CreateVersion7(), second, await world.Hash(second), RoundPurpose.Comments, null, [member.Id], "Có nên làm ngay không?", new(2026, 11, 24), new(9, 0), AnswersShown.AfterMine));
        var items = (await world.First.Ask(member, new ReadInbox())).Items;
        Assert.Equal(2, items.Count);
        Assert.Equal($"/lay-y-kien/{round}", items[1].Link);
        Assert.All(items, item => Assert.Equal("đồng chí được lấy ý kiến", item.Why));
        Assert.All(items, item => Assert.NotNull(item.Until));
        Assert.Equal("đồng chí soạn thảo hoặc được giao đích danh", Assert.Single((await world.First.Ask(world.First.People["soanthao"], new ReadInbox())).Items).Why);
        await world.Done(world.First.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), second));
        Assert.Contains((await world.First.Ask(world.Office, new ReadInbox())).Items, item => item.Why == "đồng chí thuộc Văn phòng Đảng ủy");
    }

    private static DateTimeOffset Vietnam(int day, int hour, int minute) => new DateTimeOffset(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    private List<Received> Files() => [.. Directory.GetFiles(folder, "*.eml").Select(Received.Of)];
}
