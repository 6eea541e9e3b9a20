using System.Net;
using Workflow.Domain.Reviews;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>A form that was open for hours, in a session that has ended: what was typed is there after signing in, and one answer comes of it.</summary>
[Collection("cluster")]
public sealed class OldFormTests(TestCluster cluster)
{
    [Fact]
    public async Task What_was_typed_outlives_the_session_and_is_sent_once_after_signing_in()
    {
        var database = await cluster.Copy();
        await using var world = await ReviewWorld.Create(cluster, database: database);
        world.Clock.Now = DateTimeOffset.UtcNow;
        await using var site = await Site.Start(cluster, database);
        var (draft, round) = await world.Asked(cluster.SampleBytes);
        var (member, hash) = (await site.SignIn("uyvien06"), await world.Hash(draft));
        var address = $"/lay-y-kien/{round}";
        var saved = await member.Act(address + "/luu-phieu", ("reason", "Chữ gõ từ sáu giờ trước"), ("chosen", "Disagree"));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (saved.StatusCode, saved.Content.Headers.ContentType?.MediaType));

        // The session is over: the form is not taken, and who signs in comes back to where it stands.
        var stranger = site.Stranger();
        var turned = await stranger.Client.PostAsync(address + "/gui", new FormUrlEncodedContent([new("reason", "Chữ gõ từ sáu giờ trước")]));
        Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
        var back = WebUtility.UrlDecode(turned.Headers.Location!.OriginalString);
        Assert.Contains($"ve={address}/gui", back, StringComparison.Ordinal);
        var again = await site.SignIn("uyvien06");
        var home = await again.Get(address + "/gui");
        Assert.Equal(address, home.Headers.Location?.OriginalString);
        Assert.Contains("Chữ gõ từ sáu giờ trước", WebUtility.HtmlDecode(await again.Page(address)), StringComparison.Ordinal);

        // Two tabs with the same form, each pressed twice: one answer; another form of the same person is a change of it.
        await again.Token();
        var id = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => again.Post(address + "/gui", ("commandId", id), ("hash", hash), ("draftId", draft.ToString()), ("answer", "Disagree"), ("reason", "Chữ gõ từ sáu giờ trước"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(1, await site.Count<GivenOpinion>());
        Assert.Equal(0, await site.Count<OpinionDraft>());

        // A link only opens the form.
        _ = await again.Page(address + "?answer=Agree");
        Assert.Equal(1, await site.Count<GivenOpinion>());
    }
}
