using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>What a device keeps for the time without a line, and what signing out asks.</summary>
[Collection("cluster")]
public sealed class KeptPageTests(TestCluster cluster)
{
    private const string Shell = "/lay-y-kien/ngoai-mang";

    [Fact]
    public async Task The_kept_page_is_the_same_for_everybody_holds_nobodys_words_and_all_of_it_is_light()
    {
        var database = await cluster.Copy();
        await using var world = await ReviewWorld.Create(cluster, database: database);
        world.Clock.Now = DateTimeOffset.UtcNow;
        await using var site = await Site.Start(cluster, database);
        var (_, round) = await world.Asked(cluster.SampleBytes);
        var (stranger, member) = (site.Stranger(), await site.SignIn("uyvien06"));
        var shell = await stranger.Page(Shell);
        Assert.Equal(shell, await member.Page(Shell));
        Assert.Equal(shell, await (await site.SignIn("vanphong")).Page(Shell));
        Assert.DoesNotContain("__RequestVerificationToken", shell, StringComparison.Ordinal);
        Assert.DoesNotContain("Thanh Sơn", WebUtility.HtmlDecode(shell), StringComparison.Ordinal);

        // Nothing inline, and the worker lies where it may serve the sheets and nothing else.
        var page = await member.Page($"/lay-y-kien/{round}");
        foreach (var html in new[] { shell, page })
        {
            Assert.All(Regex.Matches(html, "<script[^>]*>(.*?)</script>").Select(match => match.Groups[1].Value), inside => Assert.Equal("", inside));
            Assert.DoesNotMatch(" (style|on[a-z]+)=", html);
        }

        var worker = await stranger.Get("/lay-y-kien/ngoai-mang.js");
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (worker.StatusCode, worker.Content.Headers.ContentType?.MediaType));
        Assert.False(worker.Headers.Contains("Service-Worker-Allowed"));
        Assert.Contains("script-src 'self'", string.Join(' ', worker.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Matches("data-version=\"[0-9a-f]{16}\"", page);

        var whole = page.Length + shell.Length + (await worker.Content.ReadAsByteArrayAsync()).Length;
        foreach (var asset in Regex.Matches(page + shell, "(?:src|href)=\"(/(?:js|css)/[^\"]+)\"").Select(match => match.Groups[1].Value).Distinct())
        {
            whole += (await (await stranger.Get(asset)).Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.InRange(whole, 1, 150_000);
    }

    [Fact]
    public async Task Signing_out_asks_first_when_something_of_the_own_waits_on_the_device()
    {
        await using var site = await Site.Start(cluster);
        var (member, other) = (await site.SignIn("uyvien06"), await site.SignIn("uyvien07"));
        var own = Regex.Match(await member.Page("/lay-y-kien/ai"), "\"person\":\"([^\"]+)\"").Groups[1].Value;
        Assert.NotEqual("", own);
        Assert.DoesNotContain("gui-lai.js", await member.Page("/"), StringComparison.Ordinal);
        foreach (var visitor in new[] { member, other })
        {
            visitor.Client.DefaultRequestHeaders.Add("Cookie", "workflow.unsent=" + own);
        }

        // Every page of the writer brings the script that sends; another's does too, and finds nothing of its own.
        Assert.Contains("gui-lai.js", await member.Page("/"), StringComparison.Ordinal);
        Assert.Contains($"data-person=\"{own}\"", await member.Page("/"), StringComparison.Ordinal);
        var asked = await member.Post("/dang-xuat");
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("còn câu trả lời lấy ý kiến chưa gửi", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await member.Get("/")).StatusCode);
        Assert.Equal("/dang-nhap", (await other.Post("/dang-xuat")).Headers.Location?.OriginalString);
        Assert.Equal("/dang-nhap", (await member.Post("/dang-xuat", ("forgets", "true"))).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await member.Get("/")).StatusCode);
    }

    [Theory]
    [InlineData("Production", false)]
    [InlineData("Development", true)]
    public async Task A_clock_for_tests_exists_in_development_alone_and_every_page_says_so(string environment, bool turned)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "3.00:00:00");
        await using var site = await Site.Start(cluster, configure: builder => builder.UseEnvironment(environment).UseSetting("TestClock:File", file));
        var ahead = site.Services.GetRequiredService<TimeProvider>().GetUtcNow() - DateTimeOffset.UtcNow;
        Assert.Equal(turned, ahead > TimeSpan.FromDays(2));
        Assert.Equal(turned, WebUtility.HtmlDecode(await site.Stranger().Page("/dang-nhap")).Contains("Đồng hồ thử", StringComparison.Ordinal));
        File.Delete(file);
    }
}
