using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Signing;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>Several papers signed by one button: only what was opened in this very version, each for itself, never twice.</summary>
[Collection("cluster")]
public sealed class SigningListTests(TestCluster cluster)
{
    [Fact]
    public async Task What_was_not_opened_is_not_signed_and_a_second_sending_signs_nothing_twice()
    {
        await using var world = await SigningWorld.Create(cluster);
        var rows = await world.World.Ask(world.Secretary, new ReadSigningList());
        var row = Assert.Single(rows);
        Assert.Equal((world.Draft, world.Hash, false), (row.DraftId, row.Hash, row.MayBeTicked));
        Assert.Empty(await world.World.Ask(world.World.People["phobithu"], new ReadSigningList()));
        Assert.Equal("signing.not-opened", await world.Refused(world.Secretary, new SignListed(SigningWorld.New, world.Draft, world.Hash)));

        // An earlier version, and somebody else's look, do not count.
        await world.Done(world.Secretary, new MarkRead(SigningWorld.New, world.Draft, row.Round - 1));
        await world.Done(world.World.People["vanphong"], new MarkRead(SigningWorld.New, world.Draft, row.Round));
        Assert.Equal("signing.not-opened", await world.Refused(world.Secretary, new SignListed(SigningWorld.New, world.Draft, world.Hash)));
        await world.Done(world.Secretary, new MarkRead(SigningWorld.New, world.Draft, row.Round));
        Assert.True(Assert.Single(await world.World.Ask(world.Secretary, new ReadSigningList())).MayBeTicked);
        Assert.Equal("signing.stale", await world.Refused(world.Secretary, new SignListed(SigningWorld.New, world.Draft, new string('0', 64))));
        var key = SignListed.KeyOf(Guid.CreateVersion7(), world.Draft);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.World.Send(world.Secretary, new SignListed(key, world.Draft, world.Hash))));
        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        Assert.Single(answers.Select(answer => answer.Receipt).Distinct());
        Assert.Equal(1, await world.World.Look(db => db.Set<IssuedDocument>().CountAsync()));
        Assert.Empty(await world.World.Ask(world.Secretary, new ReadSigningList()));
    }

    [Fact]
    public async Task The_page_signs_what_is_ticked_and_lists_refusals_apart()
    {
        var database = await cluster.Copy();
        await using var world = await SigningWorld.Create(cluster, database);
        var first = world.Draft;
        Guid second = default;
        await new DemoStory(world.World, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true, BeforeSigning = (id, _) => { second = id; return false; } }.Tell();
        await using var site = await Site.Start(cluster, database);
        var secretary = await site.SignIn("bithu");
        var page = await secretary.Page("/ky-danh-sach");
        Assert.Contains("Có 2 văn bản chờ đồng chí ký", page, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"checkbox\"", page, StringComparison.Ordinal);
        await secretary.Page($"/du-thao/{first}");
        page = await secretary.Page("/ky-danh-sach");
        Assert.Single(page.Split("type=\"checkbox\"").Skip(1));
        var hashes = await world.World.Look(db => db.Set<Draft>().ToDictionaryAsync(draft => draft.Id, draft => draft.CurrentHash));
        await secretary.Token();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await secretary.Post("/ky-danh-sach/ky-da-chon", ("commandId", Guid.CreateVersion7().ToString()))).StatusCode);

        // Both are asked for, as somebody would who writes the form by hand: one was opened, the other was not.
        (string, string)[] form = [("commandId", Guid.CreateVersion7().ToString()), ("signed", $"{first}|{hashes[first]}"), ("signed", $"{second}|{hashes[second]}"), ("signed", "rác")];
        for (var time = 0; time < 2; time++)
        {
            var answer = await secretary.Post("/ky-danh-sach/ky-da-chon", form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains("Đã ký 1 văn bản", page, StringComparison.Ordinal);
            Assert.Contains("Chưa ký được 1 văn bản", page, StringComparison.Ordinal);
            Assert.Contains("chưa mở bản mới nhất", page, StringComparison.Ordinal);
        }

        Assert.Equal([first], await world.World.Look(db => db.Set<IssuedDocument>().Select(one => one.DraftId).ToListAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn("vanphong")).Client.GetAsync("/ky-danh-sach")).StatusCode);
    }
}
