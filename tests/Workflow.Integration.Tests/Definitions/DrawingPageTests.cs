using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Processes;
using Workflow.Web.Shared;
using Xunit;

namespace Workflow.Integration.Tests.Definitions;

/// <summary>The one page with a script. That drawing works is tried in a real browser; here, what the page is and what it may.</summary>
[Collection("cluster")]
public sealed class DrawingPageTests(TestCluster cluster)
{
    private const string Page = "/quan-tri/quy-trinh/ve";

    [Fact]
    public async Task Where_the_modeler_is_not_installed_the_page_says_so_and_a_file_still_comes_in()
    {
        var empty = Directory.CreateTempSubdirectory("workflow-no-modeler-");
        await using var site = await With(empty.FullName);
        var administrator = await site.SignIn("quantri");
        var page = WebUtility.HtmlDecode(await administrator.Page(await NewDrawing(site, administrator)));
        Assert.Contains("chưa cài phần vẽ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/quan-tri/quy-trinh/nap\"", page, StringComparison.Ordinal);
        var drawing = Regex.Match(page, "/quan-tri/quy-trinh/nhap/tep\\?ban=[0-9a-f-]+").Value;
        Assert.Contains("bpmn:definitions", await administrator.Page(drawing), StringComparison.Ordinal);
        empty.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_it_is_installed_the_page_is_light_loads_it_deferred_and_allows_nothing_more_than_others()
    {
        var installed = Directory.CreateTempSubdirectory("workflow-modeler-");
        installed.CreateSubdirectory("dist");
        await File.WriteAllTextAsync(Path.Combine(installed.FullName, "dist", "modeler.json"), """{"script":"/dist/modeler-A1.js","style":"/dist/modeler-A1.css","licences":"/dist/modeler-licences.txt"}""");
        await using var site = await With(installed.FullName);
        var administrator = await site.SignIn("quantri");
        var answer = await administrator.Get(await NewDrawing(site, administrator));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(["<script src=\"/dist/modeler-A1.js\" defer></script>"], Regex.Matches(page, "<script.*?</script>", RegexOptions.Singleline).Select(match => match.Value));
        Assert.True(page.Length < 40_000, $"{page.Length}");
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        var other = await administrator.Get("/quan-tri/quy-trinh");
        Assert.Equal(other.Headers.GetValues("Content-Security-Policy"), answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        installed.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_without_diagram_data_can_be_drawn_on()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        var answer = await administrator.Upload("/quan-tri/quy-trinh/nap/ban-moi", "x.bpmn", System.Text.Encoding.UTF8.GetBytes(Samples.Leave()), ("commandId", Guid.CreateVersion7().ToString()));
        var id = Regex.Match(answer.Headers.Location!.OriginalString, "ban=([0-9a-f-]+)").Groups[1].Value;
        var source = System.Text.Json.JsonDocument.Parse(await administrator.Page($"{Page}/tep?ban={id}")).RootElement;
        Assert.Equal(1, source.GetProperty("revision").GetInt32());
        var drawn = source.GetProperty("xml").GetString()!;
        Assert.Equal(5, Regex.Count(drawn, "BPMNShape "));
        Assert.Equal(5, Regex.Count(drawn, "BPMNEdge "));
        Assert.Contains(source.GetProperty("vocabulary").GetProperty("tasks").EnumerateArray(), task => task.GetProperty("key").GetString() == "approval" && task.GetProperty("words").GetString() == "Duyệt");
        var findings = System.Text.Json.JsonDocument.Parse(await (await administrator.Act($"{Page}/kiem-tra", ("text", drawn.Replace("wf:task=\"approval\"", "wf:task=\"duyet\"", StringComparison.Ordinal)))).Content.ReadAsStringAsync()).RootElement;
        var finding = Assert.Single(findings.EnumerateArray());
        Assert.Equal(("Approve", "Lãnh đạo duyệt", "bpmn.unknown-task"), (finding.GetProperty("elementId").GetString(), finding.GetProperty("elementName").GetString(), finding.GetProperty("code").GetString()));
        Assert.True(finding.GetProperty("line").GetInt32() > 0 && finding.GetProperty("advice").GetString()!.Length > 0);
    }

    // A host whose web root holds what this folder holds.
    private Task<Site> With(string folder) => Site.Start(cluster, null, builder => builder.ConfigureTestServices(services =>
        services.AddSingleton(provider => new ModelerFiles(new Root(provider.GetRequiredService<IWebHostEnvironment>(), new PhysicalFileProvider(folder, ExclusionFilters.None))))));

    private static async Task<string> NewDrawing(Site site, Visitor administrator)
    {
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act($"{Page}/ban-moi")).StatusCode);
        return $"{Page}?ban={await site.Look(db => db.Set<DefinitionDraft>().IgnoreQueryFilters().Select(row => row.Id).SingleAsync())}";
    }

    private sealed class Root(IWebHostEnvironment of, IFileProvider files) : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = of.WebRootPath;

        public IFileProvider WebRootFileProvider { get; set; } = files;

        public string ApplicationName { get; set; } = of.ApplicationName;

        public IFileProvider ContentRootFileProvider { get; set; } = of.ContentRootFileProvider;

        public string ContentRootPath { get; set; } = of.ContentRootPath;

        public string EnvironmentName { get; set; } = of.EnvironmentName;
    }
}
