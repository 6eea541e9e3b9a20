using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Distribution;
using Workflow.Activities.InForce;
using Workflow.Domain.Distribution;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Xunit;

namespace Workflow.Integration.Tests.Distribution;

/// <summary>A unit without an account answers by the code and the PIN of its printed copy: without a script, each answer once, and nobody tries PINs one after the other.</summary>
[Collection("cluster")]
public sealed class CodeTests(TestCluster cluster)
{
    private const string Cell = "Chi bộ thôn Tây";

    [Fact]
    public async Task A_unit_confirms_books_reports_and_opens_by_its_sheet_and_a_new_sheet_ends_the_old()
    {
        var database = await cluster.Copy();
        await using var world = await CopiesWorld.Create(cluster, database: database);
        await using var site = await Quiet(database, world.Office.Clock);
        var (here, pin, issued) = await Sheet(world, site);
        var guest = site.Stranger();
        var page = WebUtility.HtmlDecode(await guest.Page(here));
        Assert.Contains(Cell, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(issued.Subject, page, StringComparison.Ordinal);

        Assert.Contains("họ tên", await Tell(guest, here, pin, HttpStatusCode.UnprocessableEntity, ("what", "nhan")), StringComparison.Ordinal);
        await Tell(guest, here, pin, HttpStatusCode.OK, ("what", "nhan"), ("who", "Lò Văn Tây"));
        Assert.Contains("số đến", await Tell(guest, here, pin, HttpStatusCode.UnprocessableEntity, ("what", "vao-so"), ("who", "Lò Văn Tây")), StringComparison.Ordinal);
        await Tell(guest, here, pin[..3] + " " + pin[3..], HttpStatusCode.OK, ("what", "vao-so"), ("who", "Lò Văn Tây"), ("number", "21"));
        var key = Guid.CreateVersion7().ToString();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Tell(guest, here, pin, HttpStatusCode.OK, ("commandId", key), ("what", "quan-triet"), ("who", "Lò Văn Tây"), ("day", "2026-11-23"), ("present", "18"), ("ofAll", "20"))));
        Assert.Contains("từ chối", await Tell(guest, here, pin, HttpStatusCode.UnprocessableEntity, ("what", "tu-choi"), ("who", "Lò Văn Tây"), ("note", "x")), StringComparison.Ordinal);
        using var opened = await Post(guest, here, pin, ("do", "open"));
        Assert.Equal("application/pdf", opened.Content.Headers.ContentType?.MediaType);
        Assert.Contains(issued.Subject, await Tell(guest, here, pin, HttpStatusCode.OK, ("do", "look")), StringComparison.Ordinal);

        var copy = await world.CopyOf(issued, Cell);
        var story = await world.Story(copy.Id);
        Assert.Equal([DispatchEventKind.Sent, DispatchEventKind.Arrived, DispatchEventKind.Booked, DispatchEventKind.CarriedOut], story.Select(row => row.Kind));
        Assert.All(story.Skip(1), row => Assert.Equal((DispatchWay.Code, "Lò Văn Tây"), (row.Way, row.ByName)));
        Assert.Equal(3, await world.World.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "AnswerByCode")));

        // Nothing of the PIN lies in the database.
        Assert.Equal(0, await world.World.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Text.Contains(pin))));

        // Somebody else's address, a letter changed, the id alone: all one "not found".
        foreach (var address in new[] { "/phieu-gui/x", here[..^1] + (here[^1] == 'A' ? 'B' : 'A'), here + "/x", "/phieu-gui/" + new string('a', 43) })
        {
            Assert.True((await guest.Get(address)).StatusCode == HttpStatusCode.NotFound, address);
        }

        await world.Done(world.Clerk, new RenewSheet(Guid.CreateVersion7(), copy.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(here)).StatusCode);
        var anew = (await world.World.Look(db => db.Set<DispatchPass>().SingleAsync(pass => pass.DispatchId == copy.Id && pass.RevokedAt == null))).Id;
        var renewed = site.Services.GetRequiredService<CopyLinks>().Path(anew);
        Assert.DoesNotContain("hiệu lực", WebUtility.HtmlDecode(await guest.Page(renewed)), StringComparison.Ordinal);

        // Who holds the sheet learns what became of the document.
        await world.Done(world.Clerk, new RecordExpiry(Guid.CreateVersion7(), issued.Id, issued.Date.AddDays(30), "Kết thúc đợt phát động."));
        Assert.Contains($"Còn hiệu lực đến trước ngày {issued.Date.AddDays(30):dd/MM/yyyy}", WebUtility.HtmlDecode(await guest.Page(renewed)), StringComparison.OrdinalIgnoreCase);
        await world.Whole();
    }

    [Fact]
    public async Task Wrong_pins_rest_the_sheet_however_many_guess_at_once_and_in_the_end_spend_it()
    {
        var database = await cluster.Copy();
        await using var world = await CopiesWorld.Create(cluster, database: database);
        await using var site = await Quiet(database, world.Office.Clock);
        var (here, pin, issued) = await Sheet(world, site);
        var guest = site.Stranger();
        var wrong = pin == "000000" ? "000001" : "000000";
        Assert.Contains("còn 4 lần", await Tell(guest, here, wrong, HttpStatusCode.UnprocessableEntity, ("what", "nhan"), ("who", "A")), StringComparison.Ordinal);
        await Tell(guest, here, pin, HttpStatusCode.OK, ("do", "look"));

        // Twenty at once: five are looked at, the others are told that it rests.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Tell(guest, here, wrong, HttpStatusCode.UnprocessableEntity, ("what", "nhan"), ("who", "A"))));
        var id = site.Services.GetRequiredService<CopyLinks>().Read(here["/phieu-gui/".Length..])!.Value;
        Task<DispatchPass> Pass() => world.World.Look(db => db.Set<DispatchPass>().AsNoTracking().SingleAsync(pass => pass.Id == id));
        Assert.Equal(1 + DispatchPass.TriesInARow, (await Pass()).AllTries);
        Assert.Contains("tạm khóa đến", await Tell(guest, here, pin, HttpStatusCode.UnprocessableEntity, ("what", "nhan"), ("who", "A")), StringComparison.Ordinal);
        Assert.Contains("tạm khóa đến", WebUtility.HtmlDecode(await guest.Page(here)), StringComparison.Ordinal);
        Assert.Single(await world.Story((await world.CopyOf(issued, Cell)).Id));

        for (var rests = 0; rests < 6 && (await Pass()).AllTries < DispatchPass.MostTries; rests++)
        {
            world.Office.Clock.Now += DispatchPass.Rest;
            for (var tries = 0; tries < DispatchPass.TriesInARow; tries++)
            {
                await Tell(guest, here, wrong, HttpStatusCode.UnprocessableEntity, ("what", "nhan"), ("who", "A"));
            }
        }

        world.Office.Clock.Now += DispatchPass.Rest;
        Assert.Contains("cấp phiếu mới", await Tell(guest, here, pin, HttpStatusCode.UnprocessableEntity, ("what", "nhan"), ("who", "A")), StringComparison.Ordinal);
        Assert.Equal(DispatchPass.MostTries, (await Pass()).AllTries);
    }

    private async Task<(string Here, string Pin, Domain.Issuing.IssuedDocument Issued)> Sheet(CopiesWorld world, Site site)
    {
        var issued = await world.Issue(cluster);
        await world.Dispatch(issued);
        var copy = await world.CopyOf(issued, Cell);
        Assert.Equal(DispatchChannel.Paper, copy.Channel);
        var pass = (await world.World.Look(db => db.Set<DispatchPass>().AsNoTracking().SingleAsync(one => one.DispatchId == copy.Id))).Id;
        var links = site.Services.GetRequiredService<CopyLinks>();
        return (links.Path(pass), links.Pin(pass), issued);
    }

    private static async Task<HttpResponseMessage> Post(Visitor guest, string here, string pin, params (string Key, string Value)[] fields)
    {
        await guest.Token(here);
        return await guest.Post(here + "/tra-loi", [.. fields.Any(field => field.Key == "commandId") ? [] : new[] { ("commandId", Guid.CreateVersion7().ToString()) }, ("pin", pin), .. fields.Any(field => field.Key == "do") ? [] : new[] { ("do", "tell") }, .. fields]);
    }

    private static async Task<string> Tell(Visitor guest, string here, string pin, HttpStatusCode expected, params (string Key, string Value)[] fields)
    {
        using var answer = await Post(guest, here, pin, fields);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.True(answer.StatusCode == expected, $"{(int)answer.StatusCode}: {System.Text.RegularExpressions.Regex.Match(page, "role=\"alert\".*").Value}");
        return page;
    }

    private Task<Site> Quiet(string database, TimeProvider? clock = null) => Site.Start(cluster, database, builder => builder.ConfigureTestServices(services =>
    {
        services.Remove(services.Single(service => service.ImplementationType == typeof(BackgroundWorker)));
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }
    }));
}
