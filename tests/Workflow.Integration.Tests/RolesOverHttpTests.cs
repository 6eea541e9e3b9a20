using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Reviews;
using Workflow.Host.Seeding;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests;

[Collection("cluster")]
public sealed class RolesOverHttpTests(TestCluster cluster)
{
    // Act (address, fields) and the accounts that may send it; everyone else must be refused and change nothing.
    private static readonly (string Path, string[] May)[] Acts =
    [
        ("/du-thao/{draft}/trinh", ["soanthao", "vanphong", "chanhvanphong"]),
        ("/du-thao/{draft}/tham-dinh", ["vanphong", "chanhvanphong"]),
        ("/du-thao/{draft}/gop-y", ["uyvien03", "bithu", "phobithu", "chanhvanphong"]),
        ("/du-thao/{draft}/y-kien-cua-toi", ["uyvien03", "bithu", "phobithu", "chanhvanphong"]),
        ("/du-thao/{draft}/ket-thuc", ["vanphong", "chanhvanphong"]),
        ("/du-thao/{draft}/tra-loi", ["vanphong", "chanhvanphong"]),
        ("/du-thao/{draft}/sua", ["soanthao", "vanphong", "chanhvanphong"]),
        ("/du-thao/{draft}/hoan-chinh", ["vanphong", "chanhvanphong"]),
        ("/du-thao/{draft}/ky", ["bithu", "phobithu", "uyvien03"]),
        ("/du-thao/{draft}/dong-dau", ["vanthu"]),
        ("/du-thao/{draft}/ky-lai", ["vanphong", "chanhvanphong", "vanthu"]),
        ("/hoi-nghi", ["vanphong", "chanhvanphong"]),
        ("/hoi-nghi/{draft}/diem-danh", ["vanphong", "chanhvanphong"]),
        ("/hoi-nghi/{draft}/mo-bieu-quyet", ["vanphong", "chanhvanphong"]),
        ("/hoi-nghi/{draft}/bo-phieu", ["bithu", "phobithu", "uyvien03", "uyvien12", "chanhvanphong"]),
        ("/hoi-nghi/{draft}/khoa", ["vanphong", "chanhvanphong"]),
        ("/van-ban/{draft}/dang-cong", ["vanthu", "chanhvanphong"]),
        ("/van-ban/{draft}/xac-nhan", ["vanphong", "chanhvanphong"]),
        ("/van-ban/{draft}/nhan-thay", ["vanphong", "vanthu", "chanhvanphong"]),
        ("/van-ban-den/{draft}/xac-nhan", ["donvi1"]),
        ("/quan-tri/dat-lai", ["quantri"]),
        ("/quan-tri/mo-khoa", ["quantri"]),
    ];

    private static readonly string[] Accounts = ["soanthao", "vanphong", "chanhvanphong", "vanthu", "uyvien03", "uyvien12", "bithu", "phobithu", "donvi1", "quantri"];

    [Fact]
    public async Task Each_role_is_refused_the_acts_of_the_others_and_nothing_changes()
    {
        await using var host = await Start();
        var draft = await Draft(host);
        var before = await Count(host);
        foreach (var account in Accounts)
        {
            var client = await SignedIn(host, account);
            var token = await Token(client, "/tai-khoan");
            foreach (var (path, may) in Acts.Where(act => !act.May.Contains(account)))
            {
                var answer = await Post(client, path.Replace("{draft}", draft.ToString(), StringComparison.Ordinal), token, ("commandId", Guid.CreateVersion7().ToString()));
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{account} {path}: {(int)answer.StatusCode}");
            }
        }

        Assert.Equal(before, await Count(host));
    }

    [Fact]
    public async Task Without_an_account_or_without_the_form_token_nothing_is_done()
    {
        await using var host = await Start();
        var draft = await Draft(host);
        var before = await Count(host);
        var stranger = host.CreateClient(new() { AllowAutoRedirect = false });
        foreach (var (path, _) in Acts)
        {
            var answer = await Post(stranger, path.Replace("{draft}", draft.ToString(), StringComparison.Ordinal), "", ("commandId", Guid.CreateVersion7().ToString()));
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/dang-nhap", StringComparison.Ordinal), path);
        }

        var office = await SignedIn(host, "vanphong");
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(office, $"/du-thao/{draft}/trinh", "", ("commandId", Guid.CreateVersion7().ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/du-thao/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(before, await Count(host));
    }

    [Fact]
    public async Task Pages_are_light_and_carry_a_strict_policy()
    {
        await using var host = await Start();
        var draft = await Draft(host);
        var client = await SignedIn(host, "vanphong");
        foreach (var path in new[] { "/", "/du-thao", $"/du-thao/{draft}", $"/du-thao/{draft}/tien-trinh", $"/du-thao/{draft}/ho-so", "/hoi-nghi", "/van-ban", "/theo-doi", "/tai-khoan", "/css/app.css" })
        {
            var answer = await client.GetAsync(path);
            Assert.True(answer.IsSuccessStatusCode, path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(body.Length < 140_000, $"{path}: {body.Length}");
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_sent_twice_counts_once()
    {
        await using var host = await Start();
        var draft = await Draft(host);
        var client = await SignedIn(host, "soanthao");
        var token = await Token(client, "/tai-khoan");
        var id = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(client, $"/du-thao/{draft}/trinh", token, ("commandId", id))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        Assert.Equal(1, await db.Set<AuditEntry>().IgnoreQueryFilters().CountAsync(entry => entry.Act == "SubmitDraft"));
    }

    private static async Task<string> Count(WebApplicationFactory<Program> host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        async Task<int> Of<T>() where T : class => await db.Set<T>().IgnoreQueryFilters().CountAsync();
        var acts = await db.Set<AuditEntry>().IgnoreQueryFilters().CountAsync(entry => entry.Act != "SignIn");
        return $"{await Of<Draft>()} {await Of<DraftVersion>()} {await Of<Comment>()} {await Of<Conference>()} {await Of<IssuedDocument>()} {await Of<JournalEntry>()} {await Of<CommandRecord>()} {acts}";
    }

    private async Task<Guid> Draft(WebApplicationFactory<Program> host)
    {
        var client = await SignedIn(host, "soanthao");
        var token = await Token(client, "/du-thao/moi");
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent(Guid.CreateVersion7().ToString()), "commandId" }, { new StringContent("Ủy ban nhân dân xã"), "body" }, { new StringContent("Accept"), "tracked" }, { new ByteArrayContent(cluster.SampleBytes), "file", "mau.txt" } };
        var answer = await client.PostAsync("/du-thao/moi", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[2]);
    }

    private async Task<WebApplicationFactory<Program>> Start()
    {
        var connection = cluster.Cluster.ConnectionString(await cluster.Copy());
        var data = Directory.CreateTempSubdirectory("workflow-web-").FullName;
        var host = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:Workflow", connection);
            builder.UseSetting("Data:Directory", data);
        });
        _ = host.Server;
        return host;
    }

    private static async Task<HttpClient> SignedIn(WebApplicationFactory<Program> host, string account)
    {
        var client = host.CreateClient(new() { AllowAutoRedirect = false });
        var token = await Token(client, "/dang-nhap");
        var answer = await Post(client, "/dang-nhap", token, ("userName", account), ("password", DemoOrganization.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    private static async Task<string> Token(HttpClient client, string path) =>
        Regex.Match(await client.GetStringAsync(path), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, string token, params (string Key, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
}
