using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.Roles;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.Drafting;

/// <summary>What the editor's page sends, without the editor: what is kept, what becomes a version, and what is refused with nothing lost.</summary>
[Collection("cluster")]
public sealed class WritingTests(TestCluster cluster)
{
    [Fact]
    public async Task What_is_written_is_kept_and_becomes_a_version_that_differs_in_just_that()
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        Assert.Equal(0, source["revision"]!.GetValue<int>());
        var text = source["text"]!;
        var clauses = text["clauses"]!.AsArray();
        clauses[5]!["runs"] = JsonNode.Parse("""[{"text":"Câu ","bold":true},{"text":"mới ho\u0061\u0300n toàn."}]""");
        clauses.Insert(6, JsonNode.Parse("""{"id":"n01","kind":"paragraph","level":2,"label":"","runs":[{"text":"Đoạn thêm."}]}"""));
        var saved = await Save(drafter, at, source, text.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.Equal(1, JsonNode.Parse(await saved.Content.ReadAsStringAsync())!["revision"]!.GetValue<int>());
        Assert.Equal(0, await site.Count<AuditEntry>(entry => entry.Act == "SaveTextDraft"));
        Assert.Contains("Đoạn thêm.", JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!["text"]!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);

        // The older saving, as a second window would send it, wipes out nothing.
        var second = await Save(drafter, at, source, text.ToJsonString().Replace("Đoạn", "Khác", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Contains("text.changed-elsewhere", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act(at + "/soan/thanh-ban-moi", ("revision", "7"), ("note", ""))).StatusCode);

        var before = await Current(site);
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/soan/thanh-ban-moi", ("revision", "1"), ("note", "Viết lại một câu"))).StatusCode);
        var after = await Current(site);
        Assert.Equal(before.Clauses.Count + 1, after.Clauses.Count);
        Assert.Equal([new("Câu ", Bold: true), new("mới hoàn toàn.".Normalize())], after.Clauses[5].Runs);
        Assert.DoesNotContain(after.Clauses[6].Id, before.Clauses.Select(clause => clause.Id));
        Assert.Equal(CanonicalText.Hash(before), CanonicalText.Hash(after with { Clauses = [.. after.Clauses.Take(5), before.Clauses[5], .. after.Clauses.Skip(7)] }));
        Assert.Equal((VersionCause.Edit, "Viết lại một câu", 0), (await site.Look(db => db.Set<DraftVersion>().IgnoreQueryFilters().OrderByDescending(version => version.Round).Select(version => version.Cause).FirstAsync()), await site.Look(db => db.Set<DraftVersion>().IgnoreQueryFilters().OrderByDescending(version => version.Round).Select(version => version.Note).FirstAsync()), await site.Count<TextDraft>()));
    }

    [Fact]
    public async Task A_newer_version_is_passed_over_by_nobody_who_has_not_seen_it()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        source["text"]!["clauses"]![5]!["runs"] = JsonNode.Parse("""[{"text":"Lời của người soạn."}]""");
        Assert.Equal(HttpStatusCode.OK, (await Save(drafter, at, source, source["text"]!.ToJsonString())).StatusCode);

        // Who comes to the same draft is told who writes on it and where.
        var others = JsonNode.Parse(await office.Page(at + "/soan/nguon"))!["others"]!.AsArray();
        Assert.Equal([source["text"]!["clauses"]![5]!["id"]!.GetValue<string>()], others.Single()!["clauses"]!.AsArray().Select(id => id!.GetValue<string>()));
        var asked = JsonNode.Parse(await office.Page(at + "/soan/nguoi-khac"))!;
        Assert.Equal((source["base"]!.GetValue<string>(), others.ToJsonString()), (asked["current"]!.GetValue<string>(), asked["others"]!.ToJsonString()));
        Assert.Matches(@"^\d\d:\d\d$", asked["others"]![0]!["hour"]!.GetValue<string>());

        var clause = (await Current(site)).Clauses[7].Id;
        var hash = source["base"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(at + "/sua", ("hash", hash), ("clauseId", clause), ("text", "Lời của Văn phòng."))).StatusCode);
        var refused = await drafter.Act(at + "/soan/thanh-ban-moi", ("revision", "1"), ("note", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("/soan/doi-chieu", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var comparison = WebUtility.HtmlDecode(await drafter.Page(at + "/soan/doi-chieu"));
        comparison = Regex.Replace(Regex.Replace(comparison, "<del.*?</del>", ""), "<[^>]+>", "");
        Assert.All(new[] { "Lời của người soạn.", "Lời của Văn phòng.", "Chỉ bản mới sửa: tự đưa vào", "Chỉ đồng chí sửa: giữ nguyên", "Không có chỗ nào phải chọn" }, words => Assert.Contains(words, comparison, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act(at + "/soan/lay-nen-moi", ("revision", "1"), ("hash", hash))).StatusCode);
        var seen = await site.Look(db => db.Set<Draft>().IgnoreQueryFilters().Select(row => row.CurrentHash).SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/soan/lay-nen-moi", ("revision", "1"), ("hash", seen))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/soan/thanh-ban-moi", ("revision", "2"), ("note", ""))).StatusCode);
        Assert.Equal(("Lời của người soạn.", "Lời của Văn phòng."), ((await Current(site)).Clauses[5].Text, (await Current(site)).Clauses[7].Text));
    }

    [Theory]
    [InlineData("toi", "Lời của người soạn.")]
    [InlineData("moi", "Lời của Văn phòng.")]
    public async Task Only_where_both_changed_a_clause_the_writer_is_asked(string side, string expected)
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        foreach (var place in new[] { 5, 8 })
        {
            source["text"]!["clauses"]![place]!["runs"] = JsonNode.Parse("""[{"text":"Lời của người soạn."}]""");
        }

        Assert.Equal(HttpStatusCode.OK, (await Save(drafter, at, source, source["text"]!.ToJsonString())).StatusCode);
        foreach (var place in new[] { 5, 7 })
        {
            var before = await site.Look(db => db.Set<Draft>().IgnoreQueryFilters().Select(row => row.CurrentHash).SingleAsync());
            Assert.Equal(HttpStatusCode.Redirect, (await office.Act(at + "/sua", ("hash", before), ("clauseId", (await Current(site)).Clauses[place].Id), ("text", "Lời của Văn phòng."))).StatusCode);
        }

        var key = (await Current(site)).Clauses[5].Id;
        var comparison = WebUtility.HtmlDecode(await drafter.Page(at + "/soan/doi-chieu"));
        Assert.Single(Regex.Matches(comparison, $"value=\"toi {key}\""));
        Assert.Equal(1, Regex.Count(comparison, "value=\"toi "));
        var hash = await site.Look(db => db.Set<Draft>().IgnoreQueryFilters().Select(row => row.CurrentHash).SingleAsync());
        foreach (var wrong in new[] { Array.Empty<(string, string)>(), [("chon-1", "toi c999")], [("chon-1", "toi " + key), ("chon-2", "moi " + key)] })
        {
            var refused = await drafter.Act(at + "/soan/lay-nen-moi", [("revision", "1"), ("hash", hash), .. wrong]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("chưa có gì được gộp", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/soan/lay-nen-moi", ("revision", "1"), ("hash", hash), ("chon-1", $"{side} {key}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/soan/thanh-ban-moi", ("revision", "2"), ("note", ""))).StatusCode);
        var merged = await Current(site);
        Assert.Equal((expected, "Lời của Văn phòng.", "Lời của người soạn."), (merged.Clauses[5].Text, merged.Clauses[7].Text, merged.Clauses[8].Text));
    }

    [Theory]
    [InlineData("không phải JSON")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"subject":"x","clauses":[null],"recipients":[],"signature":{"authority":"","position":"","name":""}}""")]
    [InlineData("""{"subject":"x","clauses":[{"id":"c1","kind":"đạn","level":1,"label":"","runs":[]}],"recipients":[],"signature":{"authority":"","position":"","name":""}}""")]
    [InlineData("""{"subject":null,"clauses":[],"recipients":[],"signature":{"authority":"","position":"","name":""}}""")]
    public async Task Rubbish_is_refused_and_stored_nowhere(string rubbish)
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        var answer = await Save(drafter, at, source, rubbish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("edited.unreadable", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await site.Count<TextDraft>());
    }

    [Fact]
    public async Task Too_large_another_step_another_office_and_another_organization_are_refused()
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var at = $"/du-thao/{await ResponseTests.NewDraft(site, drafter)}";
        var source = JsonNode.Parse(await drafter.Page(at + "/soan/nguon"))!;
        var text = source["text"]!.ToJsonString();
        Assert.Contains("edited.too-large", await (await Save(drafter, at, source, text + new string(' ', EditedText.MaxLength))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Save(await site.SignIn("uyvien03"), at, source, text)).StatusCode);
        await site.Look(async db => await Elsewhere.Make(db, (await db.Set<Draft>().IgnoreQueryFilters().SingleAsync()).OrganizationId));
        var foreigner = await site.SignIn("nguoi.ngoai");
        Assert.Equal(HttpStatusCode.NotFound, (await foreigner.Get(at + "/soan/nguon")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Save(foreigner, at, source, text)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/trinh")).StatusCode);
        Assert.Contains("draft.not-now", await (await Save(drafter, at, source, text)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Bây giờ không soạn được", WebUtility.HtmlDecode(await drafter.Page(at + "/soan")), StringComparison.Ordinal);
        Assert.Equal(0, await site.Count<TextDraft>());
    }

    [Theory]
    [InlineData("1-nghi-quyet-bch", "Ban Chấp hành Đảng bộ xã")]
    [InlineData("2-nghi-quyet-btv", "T/M BAN THƯỜNG VỤ")]
    [InlineData("3-ke-hoach-btv", "MỤC ĐÍCH, YÊU CẦU")]
    [InlineData("4-thong-bao-ket-luan-btv", "KẾT LUẬN CỦA BAN THƯỜNG VỤ")]
    public async Task A_draft_begins_from_a_template_with_the_organizations_data(string template, string words)
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act("/du-thao/moi/theo-mau", ("template", "khong-co"), ("subject", "Về thử"), ("body", "UBND xã"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act("/du-thao/moi/theo-mau", ("template", template), ("subject", " "), ("body", "UBND xã"))).StatusCode);
        var answer = await drafter.Act("/du-thao/moi/theo-mau", ("template", template), ("subject", "Về công tác dân vận năm 2027"), ("body", "UBND xã"));
        Assert.EndsWith("/soan", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var text = await Current(site);
        Assert.Equal(("Về công tác dân vận năm 2027", "Nguyễn Văn Thành"), (text.Subject, text.Signature.Name));
        Assert.Equal(["I.", "II.", "III.", "IV."], text.Clauses.Where(clause => clause is { Kind: ClauseKind.Heading, Level: 1 }).Select(clause => clause.Label));
        Assert.Contains(text.Recipients, line => line.Name.StartsWith("Lưu", StringComparison.Ordinal));
        var all = string.Join('\n', text.Clauses.Select(clause => clause.FullText).Append(text.TitleTail).Append(text.Signature.Authority));
        Assert.Contains(words, all, StringComparison.Ordinal);
        Assert.DoesNotContain("{", all, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Save(Visitor visitor, string at, JsonNode source, string text) =>
        visitor.Act(at + "/soan/luu-tam", ("revision", source["revision"]!.ToString()), ("hash", source["base"]!.GetValue<string>()), ("text", text));

    private static async Task<DraftText> Current(Site site) =>
        CanonicalText.Read(await site.Look(db => db.Set<DraftVersion>().IgnoreQueryFilters().OrderByDescending(version => version.Round).Select(version => version.Canonical).FirstAsync()));
}
