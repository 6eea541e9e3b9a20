using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Signing;
using Workflow.Domain.Issuing;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.Signing;

/// <summary>The address by which the signer's program comes for the bytes.</summary>
[Collection("cluster")]
public sealed class OneTimeLinkTests(TestCluster cluster)
{
    [Fact]
    public async Task It_works_once_without_an_account_and_never_again()
    {
        var database = await cluster.Copy();
        await using var world = await SigningWorld.Create(cluster, database);
        await world.Bind();
        var pinned = await world.Pin();
        await using var site = await Site.Start(cluster, database);
        var program = site.Stranger();
        var address = $"/ky-tep/{pinned.Token}/tep.pdf";
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => program.Get(address)));
        var taken = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(pinned.Content, await taken.Content.ReadAsByteArrayAsync());
        Assert.All(answers.Where(answer => answer != taken), answer => Assert.Equal(HttpStatusCode.Gone, answer.StatusCode));
        Assert.Contains("lấy đường dẫn mới", WebUtility.HtmlDecode(await answers.First(answer => answer != taken).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await world.World.Look(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "TakePinnedFile")));
        Assert.NotNull((await world.Pinned()).TakenAt);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_guessed_address_leads_nowhere(string token)
    {
        await using var site = await Site.Start(cluster);
        Assert.Equal(HttpStatusCode.Gone, (await site.Stranger().Get($"/ky-tep/{token}/tep.pdf")).StatusCode);
    }

    [Fact]
    public async Task Who_asks_too_often_waits()
    {
        await using var site = await Site.Start(cluster);
        var stranger = site.Stranger();
        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 25; round++)
        {
            answers.Add((await stranger.Get("/ky-tep/x/tep.pdf")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Gone, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Signed_in_the_page_gives_the_file_out_and_takes_it_back()
    {
        var database = await cluster.Copy();
        await using var world = await SigningWorld.Create(cluster, database);
        await world.Bind();
        await using var site = await Site.Start(cluster, database, builder => Microsoft.AspNetCore.TestHost.WebHostBuilderExtensions.ConfigureTestServices(builder, services => services.AddSingleton(world.World.Services.GetRequiredService<SigningSettings>())));
        var secretary = await site.SignIn("bithu");
        var page = $"/du-thao/{world.Draft}/ky-tep";
        Assert.Contains("Chốt tệp để ký", WebUtility.HtmlDecode(await secretary.Page(page)), StringComparison.Ordinal);
        await secretary.Token();
        Assert.Equal(HttpStatusCode.Redirect, (await secretary.Act(page + "/chot-tep-ky", ("hash", world.Hash))).StatusCode);
        var pinned = await world.Pinned();
        Assert.Contains(pinned.Sha256, await secretary.Page(page), StringComparison.Ordinal);
        var wrong = await secretary.Upload(page + "/nop-tep-ky", "a.pdf", pinned.Content, ("commandId", SigningWorld.New.ToString()), ("pinnedId", pinned.Id.ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("chưa có chữ ký số nào mới", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var right = await secretary.Upload(page + "/nop-tep-ky", "a.pdf", world.SignAsSecretary(pinned.Content), ("commandId", SigningWorld.New.ToString()), ("pinnedId", pinned.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Equal(1, await world.World.Look(db => db.Set<IssuedDocument>().CountAsync()));
        Assert.Contains("không có chữ ký nào chờ", WebUtility.HtmlDecode(await secretary.Page(page)), StringComparison.Ordinal);
    }
}
