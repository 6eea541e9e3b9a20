using System.Net;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.Roles;

[Collection("cluster")]
public sealed class FormsOverHttpTests(TestCluster cluster)
{
    [Fact]
    public async Task Without_an_account_or_without_the_form_token_nothing_is_done()
    {
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database);
        var draft = await ResponseTests.NewDraft(site, await site.SignIn("soanthao"));
        var (office, stranger) = (await site.SignIn("vanphong"), site.Stranger());
        var before = await Snapshot.Of(cluster.Cluster.ConnectionString(database));
        foreach (var act in Acts.All)
        {
            var address = System.Text.RegularExpressions.Regex.Replace(act.Address, @"\{\w+\}", draft.ToString()).Replace("[shipped]", new string('0', 64), StringComparison.Ordinal);
            using var form = new FormUrlEncodedContent([new("commandId", Guid.CreateVersion7().ToString()), new("id", draft.ToString())]);
            var answer = await stranger.Client.PostAsync(address, form);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/dang-nhap", StringComparison.Ordinal), $"{address}: {(int)answer.StatusCode}");
            Assert.Equal(HttpStatusCode.BadRequest, (await office.Client.PostAsync(address, form)).StatusCode);
        }

        Assert.Equal(before, await Snapshot.Of(cluster.Cluster.ConnectionString(database)));
    }

    [Fact]
    public async Task Pages_are_light_and_need_no_script()
    {
        await using var site = await Site.Start(cluster);
        var draft = await ResponseTests.NewDraft(site, await site.SignIn("soanthao"));
        var office = await site.SignIn("vanphong");
        foreach (var path in new[] { "/", "/du-thao", $"/du-thao/{draft}", $"/du-thao/{draft}/tien-trinh", $"/du-thao/{draft}/ho-so", "/hoi-nghi", "/van-ban", "/theo-doi", "/tai-khoan", "/css/app.css" })
        {
            var body = await office.Page(path);
            Assert.True(body.Length < 140_000, $"{path}: {body.Length}");
            Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_sent_twice_counts_once()
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var draft = await ResponseTests.NewDraft(site, drafter);
        await drafter.Token();
        var id = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => drafter.Post($"/du-thao/{draft}/trinh", ("commandId", id))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await site.Count<AuditEntry>(entry => entry.Act == "SubmitDraft"));
    }
}
