using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Documents.Import;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime;
using Workflow.Runtime.Outbox;
using Xunit;

namespace Workflow.Integration.Tests.Drafting;

/// <summary>What was written on the page and left: nothing of it is lost without its writer, and nothing lies about that holds no words of its own.</summary>
[Collection("cluster")]
public sealed class LeftTextsTests(TestCluster cluster)
{
    [Fact]
    public async Task Only_a_copy_without_words_of_its_own_goes_by_itself_and_only_after_its_time()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        Assert.Equal(HttpStatusCode.OK, (await Save(office, at, source)).StatusCode);
        source["text"]!["clauses"]![5]!["runs"] = JsonNode.Parse("""[{"text":"Lời chỉ có ở đây."}]""");
        Assert.Equal(HttpStatusCode.OK, (await Save(drafter, at, source)).StatusCode);
        Task<int> Sweep(TimeSpan abandoned) => new TextDraftSweep(site.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System, new WritingSettings(abandoned)).RunDue(default);
        Assert.Equal(0, await Sweep(TimeSpan.FromDays(90)));
        Assert.Equal(2, await site.Count<TextDraft>());
        Assert.Equal(1, await Sweep(TimeSpan.Zero));
        Assert.Contains("Lời chỉ có ở đây.", JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!["text"]!["clauses"]![5]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        // Half a text that can be no version holds words too.
        source["revision"] = 1;
        source["text"]!["subject"] = "";
        Assert.Equal(HttpStatusCode.OK, (await Save(drafter, at, source)).StatusCode);
        Assert.Equal(0, await Sweep(TimeSpan.Zero));

        // What became a version in the meantime, from wherever, is no longer the only copy.
        source["revision"] = 2;
        source["text"]!["subject"] = JsonNode.Parse(await office.Page(at + "/soan/nguon"))!["text"]!["subject"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await Save(drafter, at, source)).StatusCode);
        var hash = source["base"]!.GetValue<string>();
        var clause = source["text"]!["clauses"]![5]!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(at + "/sua", ("hash", hash), ("clauseId", clause), ("text", "Lời chỉ có ở đây."))).StatusCode);
        Assert.Equal((1, 0), (await Sweep(TimeSpan.Zero), await site.Count<TextDraft>()));
    }

    [Fact]
    public async Task After_the_step_has_moved_on_its_writer_sees_takes_along_and_drops_it_and_nobody_else_does()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        source["text"]!["clauses"]![5]!["runs"] = JsonNode.Parse("""[{"text":"Lời chỉ có ở đây."}]""");
        Assert.Equal(HttpStatusCode.OK, (await Save(drafter, at, source)).StatusCode);
        Assert.DoesNotContain("Bản soạn dở", WebUtility.HtmlDecode(await drafter.Page("/")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/trinh")).StatusCode);
        Assert.Contains("Bản soạn dở của đồng chí", WebUtility.HtmlDecode(await drafter.Page("/")), StringComparison.Ordinal);
        Assert.DoesNotContain("Bản soạn dở của đồng chí", WebUtility.HtmlDecode(await office.Page("/")), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await drafter.Page(at + "/soan"));
        Assert.All(new[] { "Bây giờ không soạn được", "nó không tự mất", "/soan/ban-soan-do.docx", "/soan/doi-chieu", "/soan/bo-ban-soan" }, words => Assert.Contains(words, page, StringComparison.Ordinal));
        var written = Regex.Replace(Regex.Replace(WebUtility.HtmlDecode(await drafter.Page(at + "/soan/doi-chieu")), "<del.*?</del>", ""), "<[^>]+>", "");
        Assert.Contains("Lời chỉ có ở đây.", written, StringComparison.Ordinal);
        var file = await (await drafter.Get(at + "/soan/ban-soan-do.docx")).Content.ReadAsByteArrayAsync();
        Assert.Equal("Lời chỉ có ở đây.", DraftImporter.Read("a.docx", file, TrackedChanges.Accept).Draft!.Text.Clauses[5].Text);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Get(at + "/soan/ban-soan-do.docx")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/soan/bo-ban-soan", ("revision", "1"))).StatusCode);
        Assert.Equal(0, await site.Count<TextDraft>());
        Assert.DoesNotContain("Bản soạn dở", WebUtility.HtmlDecode(await drafter.Page("/")), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Save(Visitor visitor, string at, JsonNode source) =>
        visitor.Act(at + "/soan/luu-tam", ("revision", source["revision"]!.ToString()), ("hash", source["base"]!.GetValue<string>()), ("text", source["text"]!.ToJsonString()));
}
