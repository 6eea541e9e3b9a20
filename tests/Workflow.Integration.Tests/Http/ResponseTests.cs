using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Domain.Drafts;
using Xunit;

namespace Workflow.Integration.Tests.Http;

[Collection("cluster")]
public sealed class ResponseTests(TestCluster cluster)
{
    [Fact]
    public async Task Every_kind_of_response_carries_the_strict_policy()
    {
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database);
        var (stranger, drafter) = (site.Stranger(), await site.SignIn("soanthao"));
        var draft = await NewDraft(site, drafter);
        (string Kind, HttpStatusCode Code, HttpResponseMessage Answer)[] answers =
        [
            ("page", HttpStatusCode.OK, await drafter.Get($"/du-thao/{draft}")),
            ("page for everyone", HttpStatusCode.OK, await stranger.Get("/kiem-tra-van-ban")),
            ("sign-in", HttpStatusCode.OK, await stranger.Get("/dang-nhap")),
            ("file", HttpStatusCode.OK, await drafter.Get($"/du-thao/{draft}/ban-1.docx")),
            ("style sheet", HttpStatusCode.OK, await stranger.Get("/css/app.css")),
            ("health", HttpStatusCode.OK, await stranger.Get("/health/ready")),
            ("redirect", HttpStatusCode.Redirect, await stranger.Get("/du-thao")),
            ("form without token", HttpStatusCode.BadRequest, await drafter.Client.PostAsync($"/du-thao/{draft}/trinh", new FormUrlEncodedContent([]))),
            ("not allowed", HttpStatusCode.Forbidden, await drafter.Get("/quan-tri")),
            ("not found", HttpStatusCode.NotFound, await drafter.Get($"/du-thao/{Guid.NewGuid()}")),
            ("no such address", HttpStatusCode.NotFound, await drafter.Get("/khong-co")),
            ("refusal", HttpStatusCode.UnprocessableEntity, await drafter.Upload("/du-thao/moi", "x.txt", [], ("commandId", Guid.CreateVersion7().ToString()), ("body", "x"))),
            ("wrong method", HttpStatusCode.MethodNotAllowed, await drafter.Client.DeleteAsync("/css/app.css")),
            ("failure", HttpStatusCode.InternalServerError, await Broken(database, drafter)),
        ];
        foreach (var (kind, code, answer) in answers)
        {
            Assert.True(answer.StatusCode == code, $"{kind}: {(int)answer.StatusCode}");
            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(' ', values) : "";
            var policy = Header("Content-Security-Policy");
            Assert.True(policy.StartsWith("default-src 'none'", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) && policy.Contains("form-action 'self'", StringComparison.Ordinal), $"{kind}: {policy}");
            Assert.True(Header("X-Content-Type-Options") == "nosniff" && Header("Referrer-Policy") == "same-origin", kind);
            Assert.True(kind == "style sheet" || kind == "wrong method" || answer.Headers.CacheControl?.NoStore == true, $"{kind} may be cached");
            if ((int)code >= 400)
            {
                var body = await answer.Content.ReadAsStringAsync();
                Assert.True(!body.Contains("   at ", StringComparison.Ordinal) && !body.Contains("Exception", StringComparison.Ordinal), $"{kind} shows its inside");
            }
        }
    }

    [Fact]
    public async Task The_session_is_kept_from_scripts_and_from_other_sites()
    {
        await using var site = await Site.Start(cluster);
        var answer = await site.Stranger().TrySignIn("bithu", Host.Seeding.DemoOrganization.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("workflow.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    internal static async Task<Guid> NewDraft(Site site, Visitor drafter)
    {
        var answer = await drafter.NewDraft("mau.txt", await File.ReadAllBytesAsync(Path.Combine(TestCluster.Root, "samples", "nghi-quyet-mau.txt")));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await site.Look(db => db.Set<Draft>().IgnoreQueryFilters().OrderByDescending(draft => draft.CreatedAt).Select(draft => draft.Id).FirstAsync());
    }

    private async Task<HttpResponseMessage> Broken(string database, Visitor visitor)
    {
        await using var connection = new NpgsqlConnection(cluster.Cluster.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""ALTER TABLE "Draft" RENAME TO "Elsewhere" """, connection);
        await command.ExecuteNonQueryAsync();
        return await visitor.Get("/du-thao");
    }
}
