using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Distribution;
using Workflow.Documents.Reading;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;
using Workflow.Integration.Tests.Messages;
using Workflow.Runtime.Mail;
using Xunit;

namespace Workflow.Integration.Tests.Distribution;

/// <summary>The office's side: recipients mended, ways chosen, reminders for those alone who have not received, the matrix.</summary>
[Collection("cluster")]
public sealed class OfficeTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task A_line_that_means_no_unit_is_named_and_mended_before_and_after_the_document_went_out()
    {
        await using var world = await CopiesWorld.Create(cluster);
        await world.World.Look(db => db.Set<Unit>().Where(unit => unit.Name == "Thường trực Hội đồng nhân dân xã").ExecuteUpdateAsync(set => set.SetProperty(unit => unit.Name, "Thường trực HĐND cũ").SetProperty(unit => unit.Aliases, "")));
        var issued = await world.Issue(cluster);
        var view = (await world.World.Ask(world.Clerk, new ReadRecipients(issued.Id)))!;
        var unknown = view.Lines.Where(line => line.IsUnknown).Select(line => line.Name).ToList();
        Assert.False(view.IsSent);
        Assert.True(unknown.Count > 0, string.Join('|', view.Lines.Select(line => line.Name)));
        var stand = await world.UnitId("Thường trực HĐND cũ");
        await world.Refused("dispatch.way-closed", world.Clerk, new ChooseRecipient(New, issued.Id, stand, unknown[0], "", DispatchChannel.Page));
        await world.Refused("dispatch.no-unit", world.Clerk, new ChooseRecipient(New, issued.Id, Guid.NewGuid(), unknown[0], "", DispatchChannel.Paper));
        await world.Done(world.Clerk, new ChooseRecipient(New, issued.Id, stand, unknown[0], "", DispatchChannel.Paper));
        await world.Done(world.Clerk, new ChooseRecipient(New, issued.Id, world.Unit(1).UnitId!.Value, "", "", DispatchChannel.Paper));
        Assert.DoesNotContain(unknown[0], await world.Dispatch(issued), StringComparison.Ordinal);
        Assert.Equal(unknown[0], (await world.CopyOf(issued, "Thường trực HĐND cũ")).RecipientLine);
        Assert.Equal(DispatchChannel.Paper, (await world.CopyOf(issued, world.Unit(1))).Channel);

        // The same document again sends nothing twice.
        var sent = await world.World.Look(db => db.Set<Dispatch>().CountAsync());
        await world.Dispatch(issued);
        Assert.Equal(sent, await world.World.Look(db => db.Set<Dispatch>().CountAsync()));

        // Another document goes out with its riddle; it is mended afterwards.
        var second = await world.Issue(cluster);
        Assert.Contains(unknown[0], await world.Dispatch(second), StringComparison.Ordinal);
        await world.Done(world.Clerk, new ChooseRecipient(New, second.Id, stand, unknown[0], "để biết", DispatchChannel.Paper));
        Assert.Equal(("để biết", 2), ((await world.CopyOf(second, "Thường trực HĐND cũ")).Purpose, (await world.CopyOf(second, "Thường trực HĐND cũ")).Issue));
        Assert.DoesNotContain((await world.World.Ask(world.Clerk, new ReadRecipients(second.Id)))!.Lines, line => line.IsUnknown && line.Name == unknown[0]);
        await world.Whole();
    }

    [Fact]
    public async Task A_body_with_a_task_that_is_no_recipient_is_named_and_gets_a_supplementary_copy()
    {
        await using var world = await CopiesWorld.Create(cluster);
        var issued = await world.Issue(cluster);

        // A unit of the names under which the text gives tasks, and that no line means.
        Assert.Empty((await world.World.Ask(world.Clerk, new ReadRecipients(issued.Id)))!.Forgotten);
        var text = cluster.Sample.Text;
        var names = FollowUpReader.Assignments(text).SelectMany(found => found.Who).Concat(FollowUpReader.Duties(text).Select(duty => duty.Who)).Distinct().Where(name => !text.Recipients.Any(line => line.Name.Contains(name, StringComparison.OrdinalIgnoreCase))).ToList();
        Assert.NotEmpty(names);
        await world.World.Look(async db =>
        {
            db.Add(new Unit { Id = New, OrganizationId = world.World.OrganizationId, Name = "Tổ công tác số 1", Aliases = string.Join('\n', names), From = new(2025, 1, 1) });
            return await db.SaveChangesAsync();
        });
        var forgotten = Assert.Single((await world.World.Ask(world.Clerk, new ReadRecipients(issued.Id)))!.Forgotten);
        Assert.Equal("Tổ công tác số 1", forgotten.Name);
        await world.Dispatch(issued);
        await world.Refused("dispatch.reason", world.Clerk, new SendSupplement(New, issued.Id, [await world.UnitId("Tổ công tác số 1")], "", " "));
        await world.Refused("dispatch.has-copy", world.Clerk, new SendSupplement(New, issued.Id, [], "", "Thiếu"));
        await world.Done(world.Clerk, new SendSupplement(New, issued.Id, [await world.UnitId("Tổ công tác số 1"), world.Unit(1).UnitId!.Value], "để thực hiện", "Mới thành lập"));
        var copy = await world.CopyOf(issued, "Tổ công tác số 1");
        Assert.Equal((2, "để thực hiện", DispatchChannel.Paper), (copy.Issue, copy.Purpose, copy.Channel));
        Assert.Equal("Mới thành lập", Assert.Single(await world.Story(copy.Id)).Note);
        await world.Refused("dispatch.has-copy", world.Clerk, new SendSupplement(New, issued.Id, [copy.UnitId], "", "Lần nữa"));

        // Who refused gets it again, in the same row of copies.
        await world.Done(world.Unit(1), new RefuseDispatch(New, (await world.CopyOf(issued, world.Unit(1))).Id, "Tệp không mở được"));
        await world.Done(world.Clerk, new SendSupplement(New, issued.Id, [world.Unit(1).UnitId!.Value], "", "Gửi lại tệp"));
        Assert.True((await world.CopyOf(issued, world.Unit(1))).Waits);
        await world.Whole();
    }

    [Fact]
    public async Task Only_those_who_have_not_received_are_reminded_and_not_twice_within_the_hour()
    {
        await using var receiver = new SmtpReceiver();
        await using var world = await CopiesWorld.Create(cluster, configure: services => services.AddSingleton(Post.To(receiver)));
        await world.Done(world.Clerk, new SetUnitDelivery(New, await world.UnitId("Chi bộ thôn Tây"), DispatchChannel.Mail, "tay@thanhson.gov.vn"));
        await world.Done(world.Clerk, new SetUnitDelivery(New, await world.UnitId("Chi bộ thôn Nam"), DispatchChannel.Mail, "nam@thanhson.gov.vn"));
        await world.Refused("messages.address", world.Clerk, new SetUnitDelivery(New, await world.UnitId("Chi bộ thôn Bắc"), DispatchChannel.Mail, "khong dung"));
        var issued = await world.Sent(cluster);
        var (west, south) = (await world.CopyOf(issued, "Chi bộ thôn Tây"), await world.CopyOf(issued, "Chi bộ thôn Nam"));
        Assert.Equal(DispatchChannel.Mail, west.Channel);
        Assert.Equal(2, await world.World.Mails());
        Assert.All(receiver.Received, letter => Assert.DoesNotContain("PIN: ", letter.Body, StringComparison.Ordinal));

        await world.Done(world.Clerk, new AcknowledgeForUnit(New, south.Id, "đồng chí Hà, văn thư, gọi điện"));
        await world.Done(world.Unit(1), new AcknowledgeDispatch(New, (await world.CopyOf(issued, world.Unit(1))).Id));
        var waiting = await world.World.Look(db => db.Set<Dispatch>().CountAsync(Dispatch.IsWaiting));
        Assert.StartsWith($"Đã nhắc {waiting} lượt", (await world.Done(world.Clerk, new RemindCopies(New, issued.Id))).Text, StringComparison.Ordinal);
        Assert.Equal(waiting, await world.World.Look(db => db.Set<DispatchEvent>().CountAsync(row => row.Kind == DispatchEventKind.Reminded)));
        Assert.Equal((0, 1), ((await world.CopyOf(issued, "Chi bộ thôn Nam")).Reminders, (await world.CopyOf(issued, "Chi bộ thôn Tây")).Reminders));
        await world.Refused("dispatch.reminded", world.Clerk, new RemindCopies(New, issued.Id));
        await world.Refused("dispatch.reminded", world.Clerk, new RemindCopies(New, null));

        // A unit that answers before its message leaves is not written to.
        world.Office.Clock.Now += TimeSpan.FromMinutes(61);
        Assert.Equal(1, await world.World.Mails());
        await world.Done(world.Clerk, new RemindCopies(New, null));
        await world.Done(world.Clerk, new AcknowledgeForUnit(New, west.Id, "ký nhận trên giấy", "41", new(2026, 11, 23)));
        Assert.Equal(0, await world.World.Mails());
        Assert.Equal(1, await world.World.Look(db => db.Set<MailMessage>().CountAsync(row => row.State == MailState.Withdrawn)));
        Assert.Equal("41", (await world.CopyOf(issued, "Chi bộ thôn Tây")).ArrivalNumber);
        await world.Whole();
    }

    [Fact]
    public async Task The_matrix_asks_once_for_all_cells_however_many_units_there_are()
    {
        var seen = new Seen();
        await using var world = await CopiesWorld.Create(cluster, configure: services => services.AddSingleton<IInterceptor>(seen).AddSingleton<IDbCommandInterceptor>(seen));
        async Task<(int Statements, int Cells, ReceiptsView View)> Ask(bool whole)
        {
            seen.Statements.Clear();
            var view = await world.World.Ask(world.Clerk, new ReadReceipts(null, ReceiptFilter.All, "", Whole: whole));
            return (seen.Statements.Count, seen.Statements.Count(text => text.Contains("cells of the matrix", StringComparison.Ordinal)), view);
        }

        await world.Sent(cluster);
        var few = await Ask(whole: false);
        for (var more = 0; more < 3; more++)
        {
            await world.Sent(cluster);
        }

        var many = await Ask(whole: true);
        Assert.Equal((1, 1, few.Statements), (few.Cells, many.Cells, many.Statements));
        Assert.True(few.Statements <= 6, $"{few.Statements} statements");
        Assert.Equal(await world.World.Look(db => db.Set<Dispatch>().CountAsync()), many.View.Cells.Count);

        // Filters: by unit with or without diacritics, by state, by month.
        var reader = world.Unit(1);
        var first = many.View.Documents.Rows[0];
        var copy = many.View.Cells[(reader.UnitId!.Value, first.Id)];
        await world.Done(reader, new BookDispatch(New, copy.Id, "3", null));
        Assert.Equal(reader.UnitId, Assert.Single((await world.World.Ask(world.Clerk, new ReadReceipts(null, ReceiptFilter.NotCarriedOut, ""))).Units.Rows).Id);
        Assert.Equal(reader.UnitId, Assert.Single((await world.World.Ask(world.Clerk, new ReadReceipts(null, ReceiptFilter.All, "uy ban nhan dan xa"))).Units.Rows, unit => unit.Name == "Ủy ban nhân dân xã").Id);
        Assert.Empty((await world.World.Ask(world.Clerk, new ReadReceipts(first.Date.AddMonths(-2), ReceiptFilter.All, ""))).Documents.Rows);
    }

    private sealed class Seen : DbCommandInterceptor
    {
        public ConcurrentBag<string> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Add(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
