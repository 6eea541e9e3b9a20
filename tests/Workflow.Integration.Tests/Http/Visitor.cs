using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Workflow.Host.Seeding;
using Xunit;

namespace Workflow.Integration.Tests.Http;

/// <summary>Someone at a browser: keeps cookies, sends forms with the token of a page, and follows no redirect by itself.</summary>
internal sealed class Visitor(HttpClient client)
{
    private string? token;

    public HttpClient Client => client;

    /// <summary>Signs in and stays signed in.</summary>
    public static async Task<Visitor> SignedIn(HttpClient client, string account, string? password = null, string? code = null)
    {
        var visitor = new Visitor(client);
        var answer = await visitor.TrySignIn(account, password ?? DemoOrganization.Password, code);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{account}: {(int)answer.StatusCode}");
        return visitor;
    }

    public async Task<HttpResponseMessage> TrySignIn(string account, string password, string? code = null, string address = "/dang-nhap")
    {
        token = await TokenOf(address);
        var answer = await Post(address, ("userName", account), ("password", password), ("code", code ?? ""));
        // The token belongs to who is signed in.
        token = null;
        return answer;
    }

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(address);

    public async Task<string> Page(string address)
    {
        var answer = await client.GetAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    public Task<HttpResponseMessage> Post(string address, params (string Key, string Value)[] fields) => Send(address, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))));

    /// <summary>An act: its form carries a new id.</summary>
    public Task<HttpResponseMessage> Act(string address, params (string Key, string Value)[] fields) => Post(address, [("commandId", Guid.CreateVersion7().ToString()), .. fields]);

    /// <summary>The points of the appraisal that the page offers, each judged as met.</summary>
    public async Task<(string Key, string Value)[]> Points(string draft) => [.. Regex.Matches(await Page(draft + "/tham-dinh"), "name=\"points\\[(\\d+)\\]\\.itemId\" value=\"([^\"]+)\"")
        .SelectMany(match => new[] { ($"points[{match.Groups[1].Value}].itemId", match.Groups[2].Value), ($"points[{match.Groups[1].Value}].judgement", "Met") })];

    public async Task<HttpResponseMessage> Upload(string address, string fileName, byte[] file, params (string Key, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await Token()), "__RequestVerificationToken" }, { new ByteArrayContent(file), "file", fileName } };
        foreach (var (key, value) in fields)
        {
            form.Add(new StringContent(value), key);
        }

        return await client.PostAsync(address, form);
    }

    /// <summary>Submits a draft: the file is looked through, then stored as it was shown.</summary>
    public async Task<HttpResponseMessage> NewDraft(string fileName, byte[] file, Guid? upload = null, Guid? store = null)
    {
        var staged = await Upload("/du-thao/moi", fileName, file, ("commandId", (upload ?? Guid.CreateVersion7()).ToString()), ("body", "Ủy ban nhân dân xã"));
        return staged.StatusCode != HttpStatusCode.Redirect ? staged
            : await Post(staged.Headers.Location!.OriginalString + "/lap", ("commandId", (store ?? Guid.CreateVersion7()).ToString()), ("hash", Convert.ToHexStringLower(SHA256.HashData(file))), ("tracked", "Accept"));
    }

    private async Task<HttpResponseMessage> Send(string address, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
        request.Content = new StringContent($"{await form.ReadAsStringAsync()}&__RequestVerificationToken={Uri.EscapeDataString(await Token())}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        return await client.SendAsync(request);
    }

    /// <summary>The token of forms, taken from a page once.</summary>
    public async Task<string> Token(string address = "/tai-khoan") => token ??= await TokenOf(address);

    private async Task<string> TokenOf(string address) =>
        Regex.Match(await Page(address), "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
}
