using System.Net;
using System.Text.RegularExpressions;
using Workflow.Host.Seeding;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.People;

[Collection("cluster")]
public sealed class SignInTests(TestCluster cluster)
{
    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_page_says_until_when()
    {
        await using var site = await Site.Start(cluster);
        var visitor = site.Stranger();
        for (var wrong = 1; wrong < 5; wrong++)
        {
            Assert.Contains("không đúng", Problem(await visitor.TrySignIn("bithu", "khong-phai-1")), StringComparison.Ordinal);
        }

        var before = DateTimeOffset.UtcNow;
        var locked = Problem(await visitor.TrySignIn("bithu", "khong-phai-1"));
        var until = Regex.Match(locked, @"tạm khóa đến (\d\d:\d\d \d\d/\d\d/\d{4})").Groups[1].Value;
        Assert.InRange(DateTime.ParseExact(until, "HH:mm dd/MM/yyyy", null) - before.AddHours(7).DateTime, TimeSpan.FromMinutes(13), TimeSpan.FromMinutes(16));
        Assert.Contains("tạm khóa", Problem(await visitor.TrySignIn("bithu", DemoOrganization.Password)), StringComparison.Ordinal);
        var account = await site.Look(db => Find(db, "bithu"));
        var administrator = await site.SignIn("quantri");
        Assert.Contains("Đang khóa đến " + until, WebUtility.HtmlDecode(await administrator.Page("/quan-tri")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/mo-khoa", ("id", account.Id.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.TrySignIn("bithu", DemoOrganization.Password)).StatusCode);
    }

    [Fact]
    public async Task The_answers_do_not_tell_which_names_exist()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        await administrator.Act("/quan-tri/dong", ("id", (await site.Look(db => Find(db, "uyvien09"))).Id.ToString()));
        async Task<List<string>> Try(string name)
        {
            var visitor = site.Stranger();
            var answers = new List<string>();
            for (var wrong = 1; wrong <= 7; wrong++)
            {
                var answer = await visitor.TrySignIn(name, "khong-phai-1");
                var page = await answer.Content.ReadAsStringAsync();
                answers.Add($"{(int)answer.StatusCode} " + Regex.Replace(page.Replace(name, "NAME", StringComparison.Ordinal), @"value=""CfDJ[^""]+""|\d\d:\d\d \d\d/\d\d/\d{4}", ""));
            }

            return answers;
        }

        var real = await Try("bithu");
        Assert.Contains("tạm khóa", real[4], StringComparison.Ordinal);
        Assert.Equal(real, await Try("khongcoai"));
        Assert.Equal(real, await Try("uyvien09"));
    }

    [Fact]
    public async Task A_right_sign_in_forgets_the_wrong_ones_before_it()
    {
        await using var site = await Site.Start(cluster);
        for (var round = 0; round < 3; round++)
        {
            var visitor = site.Stranger();
            for (var wrong = 0; wrong < 4; wrong++)
            {
                await visitor.TrySignIn("vanthu", "khong-phai-1");
            }

            Assert.Equal(HttpStatusCode.Redirect, (await visitor.TrySignIn("vanthu", DemoOrganization.Password)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/du-thao", "/du-thao")]
    [InlineData("https://ke-xau.example/", "/")]
    [InlineData("//ke-xau.example", "/")]
    [InlineData("/\\ke-xau.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public async Task One_is_sent_back_only_to_a_page_of_ours(string asked, string sentTo)
    {
        await using var site = await Site.Start(cluster);
        foreach (var address in new[] { "/dang-nhap?ve=", "/co-chu?ve=" })
        {
            var visitor = site.Stranger();
            var answer = address.StartsWith("/dang-nhap", StringComparison.Ordinal)
                ? await visitor.TrySignIn("vanphong", DemoOrganization.Password, address: address + Uri.EscapeDataString(asked))
                : await (await site.SignIn("vanphong")).Post(address + Uri.EscapeDataString(asked), ("lon", "true"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal(sentTo, answer.Headers.Location!.OriginalString);
        }
    }

    internal static string Problem(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(Regex.Match(answer.Content.ReadAsStringAsync().Result, "class=\"problem\"[^>]*>(.*?)</div>", RegexOptions.Singleline).Groups[1].Value);

    internal static Task<Account> Find(WorkflowDbContext db, string name) => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Account>(), row => row.UserName == name);
}
