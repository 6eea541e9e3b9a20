using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Distribution;
using Workflow.Domain.Distribution;
using Xunit;

namespace Workflow.Integration.Tests.Distribution;

/// <summary>A unit's side: every answer is a row, a mistake is a row more, and what is sent twice or at once counts once.</summary>
[Collection("cluster")]
public sealed class UnitTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task A_unit_opens_books_reports_and_takes_back_a_mistake()
    {
        await using var world = await CopiesWorld.Create(cluster);
        var issued = await world.Sent(cluster);
        var reader = world.Unit(1);
        var copy = await world.CopyOf(issued, reader);
        Assert.Equal(DispatchChannel.Page, copy.Channel);
        await world.Done(reader, new OpenDispatch(New, copy.Id));
        await world.Refused("dispatch.number", reader, new BookDispatch(New, copy.Id, "  ", null));
        await world.Done(reader, new BookDispatch(New, copy.Id, " 15 ", null));
        await world.Refused("dispatch.booked", reader, new BookDispatch(New, copy.Id, "16", null));
        await world.Refused("dispatch.reason", reader, new TakeBackDispatch(New, copy.Id, 3, " "));
        await world.Done(reader, new TakeBackDispatch(New, copy.Id, 3, "Ghi nhầm số"));
        Assert.True((await world.CopyOf(issued, reader)).Waits);
        await world.Done(reader, new BookDispatch(New, copy.Id, "16", null));
        await world.Refused("dispatch.day", reader, new ReportDispatch(New, copy.Id, null, 10, 12, ""));
        await world.Refused("dispatch.day", reader, new ReportDispatch(New, copy.Id, new(2026, 11, 22), 10, 12, ""));
        await world.Refused("dispatch.day", reader, new ReportDispatch(New, copy.Id, new(2026, 11, 24), 10, 12, ""));
        await world.Refused("dispatch.count", reader, new ReportDispatch(New, copy.Id, new(2026, 11, 23), 13, 12, ""));
        await world.Done(reader, new ReportDispatch(New, copy.Id, new(2026, 11, 23), 10, 12, "Họp chi bộ"));
        await world.Refused("dispatch.taken", reader, new RefuseDispatch(New, copy.Id, "Không phải của đơn vị"));
        await world.Refused("dispatch.no-recall", reader, new AnswerRecall(New, copy.Id, true, ""));

        var view = (await world.World.Ask(reader, new ReadIncomingCopy(copy.Id)))!;
        Assert.Equal((DispatchStatus.CarriedOut, "16"), (view.Status, view.ArrivalNumber));
        Assert.Equal([false, false, true, false, false, false], view.Story.Select(row => row.IsVoid));
        Assert.Equal(2, view.Story.Count(row => row.MayTakeBack));
        Assert.Contains("10/12 người dự", view.Story[^1].What, StringComparison.Ordinal);

        // Another unit sees nothing of it and changes nothing.
        Assert.Null(await world.World.Ask(world.Unit(2), new ReadIncomingCopy(copy.Id)));
        await world.Refused("dispatch.not-found", world.Unit(2), new RefuseDispatch(New, copy.Id, "x"));
        await world.Refused("dispatch.not-found", world.Unit(2), new TakeBackDispatch(New, copy.Id, 5, "x"));
        // The office does not take back what the unit said of itself.
        await world.Refused("dispatch.not-yours", world.Clerk, new TakeBackForUnit(New, copy.Id, 5, "x"));
        await world.Whole();
    }

    [Fact]
    public async Task Receipts_sent_twice_and_at_once_from_two_hosts_count_once()
    {
        await using var world = await CopiesWorld.Create(cluster, hosts: 2);
        var issued = await world.Sent(cluster);
        var copies = new[] { 1, 2, 3 }.Select(number => (Reader: world.Unit(number), Key: New)).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(async () =>
        {
            var (reader, key) = copies[n % 3];
            var copy = await world.CopyOf(issued, reader);
            return await world.Office.Hosts[n % 2].Act(reader, n < 30 ? new AcknowledgeDispatch(key, copy.Id) : new AcknowledgeDispatch(New, copy.Id));
        })));
        Assert.All(answers, answer => Assert.True(answer.Refusal is null or { Code: "conflict.try-again" }, answer.Refusal?.Text));
        foreach (var (reader, _) in copies)
        {
            Assert.Equal([DispatchEventKind.Sent, DispatchEventKind.Arrived], (await world.Story((await world.CopyOf(issued, reader)).Id)).Select(row => row.Kind));
        }

        await world.Whole();
    }

    [Fact]
    public async Task A_recall_asks_every_copy_once_and_each_unit_answers()
    {
        await using var world = await CopiesWorld.Create(cluster);
        var issued = await world.Sent(cluster);
        var (agrees, not) = (world.Unit(1), world.Unit(2));
        await world.Done(agrees, new AcknowledgeDispatch(New, (await world.CopyOf(issued, agrees)).Id));
        var all = await world.World.Look(db => db.Set<Dispatch>().CountAsync());
        Assert.Equal(all, await world.AskBack(issued, "Ban hành nhầm phụ lục"));
        Assert.Equal(0, await world.AskBack(issued, "Ban hành nhầm phụ lục"));
        await world.Done(agrees, new AnswerRecall(New, (await world.CopyOf(issued, agrees)).Id, true, ""));
        await world.Refused("dispatch.reason", not, new AnswerRecall(New, (await world.CopyOf(issued, not)).Id, false, ""));
        await world.Done(not, new AnswerRecall(New, (await world.CopyOf(issued, not)).Id, false, "Đã gửi tới các thôn"));
        Assert.Equal((RecallState.Agreed, RecallState.Refused), ((await world.CopyOf(issued, agrees)).Recall, (await world.CopyOf(issued, not)).Recall));
        await world.Refused("dispatch.recalled", agrees, new BookDispatch(New, (await world.CopyOf(issued, agrees)).Id, "1", null));
        Assert.Equal(1, (await world.World.Ask(world.Unit(3), new ReadIncoming(true))).Waits);
        await world.Whole();
    }
}
