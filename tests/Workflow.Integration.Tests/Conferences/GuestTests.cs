using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Outbox;
using Xunit;

namespace Workflow.Integration.Tests.Conferences;

/// <summary>An invited guest has a page without an account: by a signed link, of the items open to guests alone, until the session is over or the office takes it back.</summary>
[Collection("cluster")]
public sealed class GuestTests(TestCluster cluster)
{
    private const string Guest = "Lò Văn Khách, Trưởng thôn Nà Lầu";

    [Fact]
    public async Task A_guest_sees_the_items_open_to_guests_and_nothing_else_until_the_link_ends()
    {
        var database = await cluster.Copy();
        await using var session = await SessionWorld.Create(cluster, drafts: 2, database: database);
        await using var site = await Site.Start(cluster, database, builder => builder.ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(BackgroundWorker)))));
        var links = site.Services.GetRequiredService<GuestLinks>();
        var (shown, hidden) = (await session.Item(session.Drafts[0]), await session.Item(session.Drafts[1]));
        await session.Done(session.Office, new ArrangeAgenda(Guid.CreateVersion7(), session.Conference, [new(shown.Id, false, "Ủy ban nhân dân xã", 20, true), new(hidden.Id, false, "", 0, false)]));
        await session.Done(session.Office, new AddAgendaItem(Guid.CreateVersion7(), session.Conference, AgendaKind.Personnel, "Bầu bổ sung nhân sự"));
        await session.Done(session.Office, new InviteGuest(Guid.CreateVersion7(), session.Conference, Guest));
        var pass = await session.World.First.Look(db => db.Set<GuestPass>().AsNoTracking().SingleAsync());
        var (here, guest) = (links.Path(pass.Id), site.Stranger());

        var page = WebUtility.HtmlDecode(await guest.Page(here));
        Assert.Contains(Guest, page, StringComparison.Ordinal);
        Assert.Contains("Trình bày: Ủy ban nhân dân xã", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bầu bổ sung nhân sự", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{here}/{hidden.Id}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"/dang-xuat", page, StringComparison.Ordinal);
        await guest.Page($"{here}/{shown.Id}");
        Assert.Equal(HttpStatusCode.OK, (await guest.Get($"{here}/{shown.Id}.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get($"{here}/giay-moi.pdf")).StatusCode);

        // Another item, another's address, a letter changed, the id alone: all one "not found"; other pages still ask to sign in.
        var token = links.Token(pass.Id);
        foreach (var address in new[] { $"{here}/{hidden.Id}", $"{here}/{hidden.Id}.docx", $"{here}/bien-ban.pdf", "/khach/" + links.Token(Guid.NewGuid()), "/khach/" + (token[0] == 'A' ? 'B' : 'A') + token[1..], "/khach/" + token[..^1], $"/khach/{pass.Id}", "/khach/x" })
        {
            Assert.True((await guest.Get(address)).StatusCode == HttpStatusCode.NotFound, address);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await guest.Get($"/hoi-nghi/{session.Conference}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await guest.Get($"/du-thao/{session.Drafts[0]}")).StatusCode);

        // What the guest opened is told, the first use of the link stands in the log, once.
        var row = (await session.World.First.Ask(session.Office, new ReadMaterials(session.Conference, Page: 2)))!.Openers!.Rows.Single(one => one.IsGuest);
        Assert.Equal("1", Assert.Single(row.Opened).Number);
        Assert.Equal(1, await session.World.First.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "OpenGuestPage")));

        // A guest never votes: no member, whatever the roll of a vote says.
        await session.Open(present: 20);
        var vote = (await session.Done(session.Chair, new OpenVote(Guid.CreateVersion7(), shown.Id, VoteMode.Devices))).Id;
        Assert.DoesNotContain("tán thành", await guest.Page(here), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(24, await session.World.First.Look(db => db.Set<VoteMember>().CountAsync(member => member.VoteId == vote)));

        // Taken back, given anew, and over with the session.
        await session.Done(session.Office, new RevokeGuestPass(Guid.CreateVersion7(), session.Conference, pass.AttendanceId, Anew: false));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(here)).StatusCode);
        await session.Refused("guest.no-pass", session.Office, new RevokeGuestPass(Guid.CreateVersion7(), session.Conference, pass.AttendanceId, Anew: false));
        await session.Done(session.Office, new RevokeGuestPass(Guid.CreateVersion7(), session.Conference, pass.AttendanceId, Anew: true));
        var anew = links.Path(await session.World.First.Look(db => db.Set<GuestPass>().Where(one => one.RevokedAt == null).Select(one => one.Id).SingleAsync()));
        await guest.Page(anew);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(here)).StatusCode);
        await session.Done(session.Chair, new VoidVote(Guid.CreateVersion7(), vote, "Thử"));
        foreach (var item in (await session.View(session.Office)).Items)
        {
            await session.Done(session.Chair, new DecideItem(Guid.CreateVersion7(), item.Id, ItemDecision.Postponed, "Hết giờ"));
        }

        await session.Done(session.Chair, new CloseConference(Guid.CreateVersion7(), session.Conference));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(anew)).StatusCode);
    }

    [Fact]
    public async Task Links_cannot_be_tried_one_after_the_other()
    {
        await using var site = await Site.Start(cluster);
        var guest = site.Stranger();
        var answers = new List<HttpStatusCode>();
        for (var count = 0; count < 130; count++)
        {
            answers.Add((await guest.Get("/khach/" + new string('a', 43))).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.DoesNotContain(HttpStatusCode.OK, answers);
    }
}
