using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Messages;
using Workflow.Domain.Messages;
using Workflow.Integration.Tests.Processes;
using Workflow.Integration.Tests.Review;
using Workflow.Runtime;
using Workflow.Runtime.Mail;
using Xunit;

namespace Workflow.Integration.Tests.Messages;

/// <summary>Handing messages to a mail server: once with two hosts, again after a death with the same id, later when it says so, never when it says never.</summary>
[Collection("cluster")]
public sealed class SendingTests(TestCluster cluster)
{
    [Fact]
    public async Task Two_hosts_hand_over_each_message_once()
    {
        await using var receiver = new SmtpReceiver();
        await using var world = await Turned(Post.To(receiver), members: 8, hosts: 2);
        Assert.Equal(8, await world.Everywhere(Post.Mails));
        Assert.Equal(0, await world.Everywhere(Post.Mails));
        Assert.Equal(8, receiver.Received.Select(one => one.MessageId).Distinct().Count());
        Assert.Equal(8, receiver.Received.Count);
        Assert.All(receiver.Received, one => Assert.EndsWith("@thanhson.gov.vn>", one.MessageId, StringComparison.Ordinal));
        Assert.All(await world.Letters(), row => Assert.Equal((MailState.Sent, 1), (row.State, row.Attempts)));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_asked_again_later_and_later_and_then_an_administrator_looks()
    {
        await using var receiver = new SmtpReceiver { Manner = _ => Manner.Later };
        await using var world = await Turned(Post.To(receiver), members: 1);
        var mail = Assert.Single(await world.Letters()).Id;
        for (var attempt = 0; attempt < MailProcessor.Backoff.Count; attempt++)
        {
            await world.First.Mails();
            var row = Assert.Single(await world.Letters());
            Assert.Equal((MailState.Waiting, attempt + 1, world.Clock.Now + MailProcessor.Backoff[attempt]), (row.State, row.Attempts, row.NotBefore));
            await world.First.Mails();
            Assert.Equal(attempt + 1, receiver.Connections);
            world.Clock.Now = row.NotBefore;
        }

        await world.First.Mails();
        var administrator = world.First.People["quantri"];
        var view = await world.First.Ask(administrator, new ReadMails());
        Assert.True(Assert.Single(view.Troubled).HasFailed);
        Assert.NotEmpty(view.Troubled[0].LastError);
        await world.Refused("auth.not-allowed", world.Office, new RetryMail(Guid.CreateVersion7(), mail));
        receiver.Manner = _ => Manner.Accepts;
        await world.Done(administrator, new RetryMail(Guid.CreateVersion7(), mail));
        Assert.Equal(1, await world.First.Mails());
        await world.Refused("mail.not-failed", administrator, new RetryMail(Guid.CreateVersion7(), mail));
        Assert.Single(receiver.Received);
    }

    [Fact]
    public async Task A_server_that_will_never_take_it_is_not_asked_again()
    {
        await using var receiver = new SmtpReceiver { Manner = _ => Manner.Never };
        await using var world = await Turned(Post.To(receiver), members: 1);
        await world.First.Mails();
        Assert.Equal(MailState.Failed, Assert.Single(await world.Letters()).State);
        world.Clock.Now += TimeSpan.FromDays(1);
        await world.First.Mails();
        Assert.Equal(1, receiver.Connections);
    }

    // The server has the message and its "ok" never comes: nobody can know. It goes out again under the same id, by which whoever gets both knows them as one.
    [Fact]
    public async Task A_message_whose_receipt_was_lost_goes_out_again_as_the_same_message()
    {
        await using var receiver = new SmtpReceiver { Manner = connection => connection == 1 ? Manner.TakesAndFallsSilent : Manner.Accepts };
        await using var world = await Turned(Post.To(receiver) with { Patience = TimeSpan.FromSeconds(1) }, members: 1);
        await world.First.Mails();
        world.Clock.Now += MailProcessor.Backoff[0];
        Assert.Equal(1, await world.First.Mails());
        Assert.Equal(2, receiver.Received.Count);
        Assert.Single(receiver.Received.Select(one => one.MessageId).Distinct());
        Assert.Single(receiver.Received.Select(one => one.Body).Distinct());
    }

    [Fact]
    public async Task What_a_host_had_claimed_when_it_stopped_another_sends_when_the_lease_is_over_and_the_first_writes_nothing_any_more()
    {
        var claimed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = new SmtpReceiver();
        await using var world = await Turned(Post.To(receiver), members: 1, hosts: 2);
        var slow = ActivatorUtilities.CreateInstance<MailProcessor>(world.Hosts[0].Services, new WordMail(async (_, _, _) =>
        {
            claimed.SetResult();
            await go.Task;
            return null;
        }));
        var sleeping = slow.RunDue(default);
        await claimed.Task;
        Assert.Equal(0, await world.Hosts[1].Mails());
        world.Clock.Now += LeaseSettings.Usual.Messages;
        Assert.Equal(1, await world.Hosts[1].Mails());
        go.SetResult();
        Assert.Equal(0, await sleeping);
        Assert.Equal(MailState.Sent, Assert.Single(await world.Letters()).State);
        Assert.Single(receiver.Received);
    }

    // The real program, killed as kill -9 does it, while a mail server holds its line.
    [Fact]
    public async Task A_host_killed_between_claim_and_sending_loses_nothing_and_sends_once()
    {
        var data = Directory.CreateTempSubdirectory("workflow-mail-death-").FullName;
        var database = await cluster.Copy();
        await using var receiver = new SmtpReceiver { Manner = connection => connection == 1 ? Manner.Silent : Manner.Accepts };
        try
        {
            await using var host = await HostProcess.Start(data, cluster.Cluster.ConnectionString(database), new Dictionary<string, string>
            {
                ["Mail__Smtp__Host"] = "127.0.0.1",
                ["Mail__Smtp__Port"] = receiver.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Mail__Smtp__StartTls"] = "false",
                ["Leases__Messages"] = "00:00:03",
            });
            await using (var world = await ReviewWorld.Create(cluster, database: database))
            {
                world.Clock.Now = TimeProvider.System.GetUtcNow().AddMinutes(-1);
                await world.Wish(world.Office, MessageMode.Daily);
                var row = new MailMessage { Id = Guid.CreateVersion7(), OrganizationId = world.First.OrganizationId, PersonId = world.Office.Id, Kind = MailKind.Digest, Key = "digest:thử", CreatedAt = world.Clock.Now, NotBefore = world.Clock.Now };
                var drafter = world.First.People["soanthao"];
                var draft = (await world.First.Draft(drafter, Guid.CreateVersion7(), "Ủy ban nhân dân xã", "Kính trình.", "mau.txt", cluster.SampleBytes)).Id;
                await world.Done(drafter, new Activities.Drafting.SubmitDraft(Guid.CreateVersion7(), draft));
                await world.First.Look(async db =>
                {
                    db.Add(row);
                    return await db.SaveChangesAsync();
                });
                await receiver.Reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
                await host.Kill();
                Assert.Equal(MailState.Waiting, Assert.Single(await world.Letters(), one => one.Id == row.Id).State);
                await host.StartAgain();
                for (var wait = 0; wait < 300 && (await world.Letters()).Single(one => one.Id == row.Id).State == MailState.Waiting; wait++)
                {
                    await Task.Delay(100);
                }

                Assert.Equal((MailState.Sent, 2), ((await world.Letters()).Single(one => one.Id == row.Id).State, (await world.Letters()).Single(one => one.Id == row.Id).Attempts));
                Assert.Single(receiver.Received, one => one.MessageId == $"<{row.Id:N}@localhost>");
            }
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private async Task<ReviewWorld> Turned(MailSettings settings, int members, int hosts = 1)
    {
        var world = await Post.World(cluster, settings, hosts);
        foreach (var member in world.Members.Take(members))
        {
            await world.Wish(member, MessageMode.AtOnce);
        }

        await world.Asked(cluster.SampleBytes);
        Assert.Equal(members, await world.First.Turns());
        return world;
    }
}
