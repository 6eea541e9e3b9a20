using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Trips;
using Workflow.Domain.Conferences;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Trips;

/// <summary>The pages of the laptop as phones on the local network meet them.</summary>
[Collection("cluster")]
public sealed class EntryTests(TestCluster cluster)
{
    [Fact]
    public async Task A_code_lets_one_device_in_once_and_the_office_gives_another()
    {
        await using var world = await TripWorld.Away(cluster, drafts: 1);
        await using var site = await Site.Start(cluster, await world.Laptop.Look(db => Task.FromResult(db.Database.GetDbConnection().Database)));
        var (member, office) = (world.Laptop.Tickets.First(ticket => ticket.Duty == "Ủy viên"), world.Laptop.Tickets.Single(ticket => ticket.PersonId == world.Home.Office.Id));
        var here = $"/hoi-nghi/{world.Home.Conference}";

        // Nobody looks in from the street, a phone that opens the address beforehand spends nothing, a wrong code says nothing of anybody.
        Assert.Equal(HttpStatusCode.Redirect, (await site.Stranger().Get(here)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Stranger().Get("/mang-di/nhap")).StatusCode);
        Assert.Contains(member.Code, await site.Stranger().Page($"/vao/{member.Code}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(site.Stranger(), "ABCDABCDABCD")).StatusCode);

        // Two devices at once: one enters.
        var both = (Visitor[])[site.Stranger(), site.Stranger()];
        var answers = await Task.WhenAll(both.Select(one => Enter(one, member.Code)));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(one => one.StatusCode).Order());
        var entered = both[Array.FindIndex(answers, one => one.StatusCode == HttpStatusCode.Redirect)];
        var page = await entered.Page(here);
        Assert.Contains("đang họp trên máy mang đi", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("http://", Regex.Replace(page, "xmlns=\"[^\"]*\"", ""), StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(site.Stranger(), member.Code)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await entered.Get(here + "/mang-di")).StatusCode);

        // Whoever is in reads the texts; every other page stands, too.
        var draft = world.Home.Drafts[0];
        foreach (var address in new[] { "/", "/hoi-nghi", $"/du-thao/{draft}", $"/du-thao/{draft}/thay-doi", "/du-thao", here + "/bien-ban.pdf" })
        {
            Assert.Equal(HttpStatusCode.OK, (await entered.Get(address)).StatusCode);
        }

        // The office looks who is in and gives a new code; the code stands in the answer alone, and the old one is good no more.
        var desk = site.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(desk, string.Join('-', office.Code.ToLowerInvariant().Chunk(4).Select(group => new string(group))))).StatusCode);
        var late = world.Laptop.Tickets.Last(ticket => ticket.Duty == "Ủy viên");
        var form = Regex.Match(await desk.Page(here + "/mang-di"), $"name=\"personId\" value=\"{late.PersonId}\"><input type=\"hidden\" name=\"code\" value=\"([A-Z2-9]{{12}})\"");
        var young = form.Groups[1].Value;
        var given = await desk.Act(here + "/mang-di/cap-ma", ("personId", late.PersonId.ToString()), ("code", young));
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        Assert.Contains(string.Join('-', young.Chunk(4).Select(group => new string(group))), await given.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Enter(site.Stranger(), late.Code)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Enter(site.Stranger(), young)).StatusCode);
        Assert.Equal(0, await site.Look(db => db.Set<Runtime.Audit.AuditEntry>().IgnoreQueryFilters().CountAsync(entry => entry.Text.Contains(young) || entry.Text.Contains(member.Code))));
        Assert.Equal(2, await site.Count<EntryCode>(row => row.PersonId == late.PersonId && row.SpentAt != null));
    }

    [Fact]
    public async Task The_office_takes_a_session_along_and_receives_its_result_by_the_pages()
    {
        await using var world = await TripWorld.Create(cluster, drafts: 1);
        await using var site = await Site.Start(cluster, await world.Home.World.First.Look(db => Task.FromResult(db.Database.GetDbConnection().Database)));
        var office = await site.SignIn("vanphong");
        var here = $"/hoi-nghi/{world.Home.Conference}";
        Assert.Contains("/mang-di", await office.Page(here), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(here + "/mang-di/cho-di")).StatusCode);
        var page = WebUtility.HtmlDecode(await office.Page(here + "/mang-di"));
        var package = await (await office.Get(here + "/mang-di/goi.hoinghi")).Content.ReadAsByteArrayAsync();
        var key = Regex.Match(page, "<code>([0-9a-f ]{39})</code>").Groups[1].Value;
        Assert.Null((await world.Laptop.Import(package, key)).Refusal);
        var away = await office.Page(here);
        Assert.Contains("Hội nghị đã được mang đi", WebUtility.HtmlDecode(away), StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{here}/", away, StringComparison.Ordinal);
        Assert.DoesNotContain($"action=\"{here}/", await (await site.SignIn("bithu")).Page(here), StringComparison.Ordinal);

        await world.Open(present: 20);
        await world.Vote(await world.Laptop.Look(db => db.Set<AgendaItem>().AsNoTracking().SingleAsync(row => row.DraftId != null)), inFavour: 18);
        await world.Laptop.Done(world.Home.Chair, new Activities.Conferences.DecideItem(Guid.CreateVersion7(), world.Election, ItemDecision.Postponed, "Chưa đủ nhân sự"));
        await world.Laptop.Done(world.Home.Chair, new Activities.Conferences.CloseConference(Guid.CreateVersion7(), world.Home.Conference));
        await world.Laptop.Done(world.Home.Office, new SealSession(Guid.CreateVersion7(), world.Home.Conference));
        var result = await world.Result();

        // What was typed stays; a spoilt file and none at all are told so.
        foreach (var (file, says) in new[] { (result[..^5], "bị hỏng"), ([], "Chưa chọn tệp") })
        {
            var refused = await office.Upload(here + "/mang-di/nhan-ket-qua", "ket-qua.hoinghi", file, ("commandId", Guid.CreateVersion7().ToString()), ("fingerprint", world.Laptop.Fingerprint));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var again = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Contains(says, again, StringComparison.Ordinal);
            Assert.Contains(world.Laptop.Fingerprint, again, StringComparison.Ordinal);
        }

        var taken = await office.Upload(here + "/mang-di/nhan-ket-qua", "ket-qua.hoinghi", result, ("commandId", Guid.CreateVersion7().ToString()), ("fingerprint", InstallationKey.Grouped(world.Laptop.Fingerprint).ToUpperInvariant()));
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("Kết quả đã được nhận", WebUtility.HtmlDecode(await office.Page(here + "/mang-di")), StringComparison.Ordinal);
        Assert.Contains("THÔNG QUA", WebUtility.HtmlDecode(await office.Page(here)), StringComparison.Ordinal);
    }

    // The token of a page for strangers, then the form.
    private static Task<HttpResponseMessage> Enter(Visitor visitor, string code) => visitor.TrySignIn("", "", code, "/vao");
}
