using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Engine;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.People;
using Workflow.Integration.Tests.Roles;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Definitions;

/// <summary>An administrator brings in a process of the office's own, over HTTP.</summary>
[Collection("cluster")]
public sealed class DeploymentPagesTests(TestCluster cluster)
{
    private const string Here = "/quan-tri/quy-trinh";

    [Fact]
    public async Task What_is_no_process_is_refused_in_words_and_nothing_is_kept()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        (string Name, byte[] File, string Words)[] files =
        [
            ("rubbish", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2], "bảng mã"),
            ("empty", [], "0 byte"),
            ("text", "xin chào"u8.ToArray(), "XML"),
            ("DTD", Encoding.UTF8.GetBytes("<!DOCTYPE definitions [<!ENTITY a \"b\">]>" + Samples.Leave()), "DTD"),
            ("UTF-16 bytes said to be UTF-8", [0x3C, 0xC3, 0x28, 0x3E], "bảng mã"),
            ("another XML", "<html/>"u8.ToArray(), "BPMN"),
            ("too large", Encoding.UTF8.GetBytes(Samples.Leave() + new string(' ', 2_000_001)), "quá lớn"),
        ];
        foreach (var (name, file, words) in files)
        {
            var answer = await administrator.Upload($"{Here}/nap/ban-moi", "x.bpmn", file, ("commandId", Guid.CreateVersion7().ToString()));
            Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{name}: {(int)answer.StatusCode}");
            Assert.Contains(words, SignInTests.Problem(answer), StringComparison.Ordinal);
        }

        Assert.Equal(0, await site.Count<DefinitionDraft>());
    }

    [Fact]
    public async Task Findings_stand_with_line_element_and_code_and_hinder_the_deployment()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        var drawing = await Bring(site, administrator, Samples.Leave().Replace("wf:task=\"approval\"", "wf:task=\"nothing\"", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await administrator.Page($"{Here}/nhap?ban={drawing}"));
        Assert.Contains("bpmn.unknown-task", page, StringComparison.Ordinal);
        Assert.Contains("Lãnh đạo duyệt", page, StringComparison.Ordinal);
        Assert.Matches("data-label=\"Dòng\">[1-9]", page);
        Assert.Contains("class=\"mark late\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("trien-khai", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Act($"{Here}/nhap/trien-khai", ("ban", drawing.ToString()), ("revision", "1"), ("note", "Bản đầu"))).StatusCode);
        Assert.Equal(0, await site.Count<DefinitionVersion>());
    }

    [Fact]
    public async Task A_shipped_process_is_not_replaced_under_its_id()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        var drawing = await Bring(site, administrator, Samples.Leave("executive-committee-resolution"));
        Assert.Contains("có sẵn trong chương trình", WebUtility.HtmlDecode(await administrator.Page($"{Here}/nhap?ban={drawing}")), StringComparison.Ordinal);
        var hash = await site.Look(db => db.Set<StoredDefinition>().Where(row => row.ProcessId == "executive-committee-resolution").Select(row => row.Hash).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Act($"{Here}/{hash}/ngung-dung", ("reason", "không dùng nữa đâu"))).StatusCode);
    }

    [Fact]
    public async Task Deployed_twice_it_is_one_version_and_a_second_one_says_what_it_changes()
    {
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database);
        var administrator = await site.SignIn("quantri");
        var hash = await Deploy(site, administrator, Samples.Leave(), "Bản đầu tiên");
        Assert.Equal(hash, await Deploy(site, administrator, Samples.Leave(), "Nạp lại lần nữa"));
        Assert.Equal(1, await site.Count<DefinitionVersion>());
        Assert.Equal(1, await site.Count<StoredDefinition>(row => row.ProcessId == "nghi-phep"));

        await using (var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database))
        {
            await Start(world, "nghi-phep");
        }

        var next = await Bring(site, administrator, Samples.Leave().Replace("Lãnh đạo duyệt", "Bí thư duyệt", StringComparison.Ordinal));
        var page = WebUtility.HtmlDecode(await administrator.Page($"{Here}/nhap?ban={next}"));
        Assert.Contains("Khác với bản đang dùng (1 phần tử)", page, StringComparison.Ordinal);
        Assert.Contains("<strong>Sửa</strong>", page, StringComparison.Ordinal);
        Assert.Contains("1 hồ sơ đang chạy vẫn đi hết bản cũ", page, StringComparison.Ordinal);
        Assert.Contains("Duyệt", page, StringComparison.Ordinal);
        Assert.Equal(1, await site.Count<DefinitionVersion>());
        var second = await Deploy(site, administrator, next, "Bí thư duyệt thay");
        Assert.NotEqual(hash, second);

        var list = WebUtility.HtmlDecode(await administrator.Page(Here));
        Assert.Contains("Bí thư duyệt thay", list, StringComparison.Ordinal);
        var old = WebUtility.HtmlDecode(await administrator.Page($"{Here}/{hash}"));
        Assert.Contains("Bản cũ", old, StringComparison.Ordinal);
        Assert.Contains("1 hồ sơ đang chạy", old, StringComparison.Ordinal);
        var load = await administrator.Page($"{Here}/{hash}/so-lieu");
        Assert.Contains("\"elementId\":\"Approve\",\"tokens\":1,\"cases\":1,\"overdue\":0", load, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retired_process_begins_no_case_by_person_signal_or_time_until_it_is_brought_back()
    {
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database);
        var administrator = await site.SignIn("quantri");
        var hash = await Deploy(site, administrator, Samples.Leave(), "Bản đầu tiên");
        var listening = await Deploy(site, administrator, Samples.BySignal, "Nghe tín hiệu");
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database);
        await Start(world, "nghi-phep");
        Assert.Equal(1, await Signal(world));
        foreach (var one in new[] { hash, listening })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Act($"{Here}/{one}/ngung-dung", ("reason", "ngắn"))).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act($"{Here}/{one}/ngung-dung", ("reason", "Thay bằng quy trình mới"))).StatusCode);
        }

        Assert.Equal("engine.no-such-process", (await Assert.ThrowsAsync<ExecutionException>(() => Start(world, "nghi-phep"))).Code);
        Assert.Equal(0, await Signal(world));
        Assert.Equal(0, await site.Count<StartPoint>());
        Assert.Contains("ngừng dùng", WebUtility.HtmlDecode(await administrator.Page($"{Here}/{hash}")), StringComparison.Ordinal);
        Assert.Equal(1, await site.Count<ProcessInstance>(one => one.DefinitionHash == hash && one.EndedAt == null));
        foreach (var one in new[] { hash, listening })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act($"{Here}/{one}/dung-ban-nay")).StatusCode);
        }

        await Start(world, "nghi-phep");
        Assert.Equal(1, await Signal(world));
        Assert.Equal(2, await site.Count<AuditEntry>(entry => entry.Act == "RetireProcess"));
        Assert.Equal(2, await site.Count<AuditEntry>(entry => entry.Act == "BringBackVersion"));
    }

    [Fact]
    public async Task What_another_organization_deployed_or_draws_is_not_there()
    {
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database);
        var administrator = await site.SignIn("quantri");
        var hash = await Deploy(site, administrator, Samples.Leave(), "Bản đầu tiên");
        var drawing = await Bring(site, administrator, Samples.BySignal);
        await site.Look(async db => await Elsewhere.Make(db, await db.Set<Domain.Organizations.Organization>().Select(one => one.Id).SingleAsync()));
        var stranger = await site.SignIn("nguoi.ngoai");
        foreach (var address in new[] { $"{Here}/{hash}", $"{Here}/{hash}/tep", $"{Here}/{hash}/so-lieu", $"{Here}/chay-thu?ma={hash}", $"{Here}/chay-thu?ban={drawing}", $"{Here}/nhap?ban={drawing}", $"{Here}/ve?ban={drawing}" })
        {
            Assert.Equal(HttpStatusCode.OK, (await administrator.Get(address)).StatusCode);
            Assert.True((await stranger.Get(address)).StatusCode == HttpStatusCode.NotFound, address);
        }

        foreach (var (address, field) in new[] { ($"{Here}/{hash}/ngung-dung", ""), ($"{Here}/{hash}/dung-ban-nay", ""), ($"{Here}/{hash}/ban-moi", ""), ($"{Here}/nhap/trien-khai", "x"), ($"{Here}/nhap/bo-ban-nhap", "x") })
        {
            Assert.True((await stranger.Act(address, ("reason", "không phải của tôi"), ("ban", drawing.ToString()), ("revision", "1"), ("note", "không phải của tôi"))).StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, address + field);
        }

        Assert.Equal((1, 1), (await site.Count<LatestDefinition>(), await site.Count<DefinitionDraft>()));
    }

    [Fact]
    public async Task A_drawing_saved_from_an_older_one_does_not_wipe_out_the_newer_and_leaves_no_line_in_the_log()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        var drawing = await Bring(site, administrator, Samples.Leave());
        var entries = await site.Count<AuditEntry>();
        Task<HttpResponseMessage> Save(int revision, string text) => administrator.Act($"{Here}/ve/luu-ban-ve", ("ban", drawing.ToString()), ("revision", $"{revision}"), ("text", text));
        Assert.Equal(HttpStatusCode.OK, (await Save(1, Samples.Leave("khac"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(1, Samples.BySignal)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Save(2, "<!DOCTYPE a><a/>")).StatusCode);
        var kept = await site.Look(db => db.Set<DefinitionDraft>().IgnoreQueryFilters().SingleAsync());
        Assert.Equal((2, Samples.Leave("khac")), (kept.Revision, kept.Xml));
        Assert.Equal(entries, await site.Count<AuditEntry>());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn("vanphong")).Act($"{Here}/ve/luu-ban-ve", ("ban", drawing.ToString()), ("revision", "2"), ("text", Samples.Leave()))).StatusCode);
    }

    [Fact]
    public async Task A_case_is_walked_to_its_end_without_a_row()
    {
        await using var site = await Site.Start(cluster);
        var administrator = await site.SignIn("quantri");
        var drawing = await Bring(site, administrator, Samples.Leave());
        var address = $"{Here}/chay-thu?ban={drawing}&tu=202603020800";
        foreach (var (expected, answer) in new[] { ("Bắt đầu hồ sơ thử", ":start:Start"), ("Lãnh đạo duyệt", "t1:done:rejected"), ("Chờ sửa", "t2:timer:"), ("Lãnh đạo duyệt", "t3:done:approved") })
        {
            Assert.Contains(expected, WebUtility.HtmlDecode(await administrator.Page(address)), StringComparison.Ordinal);
            address += $"&b={Uri.EscapeDataString(answer)}";
        }

        var end = WebUtility.HtmlDecode(await administrator.Page(address));
        Assert.Contains("Hồ sơ thử đã đi đến cuối quy trình", end, StringComparison.Ordinal);
        // Two days on the walk's own clock, in Vietnam.
        Assert.Contains("15:00 04/03/2026", end, StringComparison.Ordinal);
        Assert.Contains("không còn chờ", WebUtility.HtmlDecode(await administrator.Page(address + "&b=t1:done:approved")), StringComparison.Ordinal);
        Assert.Contains("quá dài", WebUtility.HtmlDecode(await administrator.Page(address + string.Concat(Enumerable.Repeat("&b=t1:done:approved", 200)))), StringComparison.Ordinal);
        Assert.Equal(0, await site.Count<ProcessInstance>(one => one.BusinessKey != "khong"));
    }

    private static async Task<Guid> Bring(Site site, Visitor visitor, string xml)
    {
        var answer = await visitor.Upload($"{Here}/nap/ban-moi", "x.bpmn", Encoding.UTF8.GetBytes(xml), ("commandId", Guid.CreateVersion7().ToString()));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode} {SignInTests.Problem(answer)}");
        return Guid.Parse(Regex.Match(answer.Headers.Location!.OriginalString, "ban=([0-9a-f-]+)").Groups[1].Value);
    }

    private static async Task<string> Deploy(Site site, Visitor visitor, string xml, string note) => await Deploy(site, visitor, await Bring(site, visitor, xml), note);

    private static async Task<string> Deploy(Site site, Visitor visitor, Guid drawing, string note)
    {
        var process = (await site.Look(db => db.Set<DefinitionDraft>().IgnoreQueryFilters().Where(row => row.Id == drawing).Select(row => row.Xml).SingleAsync())).Contains("khi-goi", StringComparison.Ordinal) ? "khi-goi" : "nghi-phep";
        var answer = await visitor.Act($"{Here}/nhap/trien-khai", ("ban", drawing.ToString()), ("revision", "1"), ("note", note));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{(int)answer.StatusCode} {SignInTests.Problem(answer)}");
        return await site.Look(db => db.Set<LatestDefinition>().IgnoreQueryFilters().Where(row => row.ProcessId == process).Select(row => row.DefinitionHash).SingleAsync());
    }

    private static Task Start(DemoWorld world, string process) => Work(world, (runner, now) => runner.Start(process, world.OrganizationId, Guid.CreateVersion7(), world.People["quantri"].Id, now, default));

    private static Task<int> Signal(DemoWorld world) => Work(world, (runner, now) => runner.Signal("goi", null, world.OrganizationId, world.People["quantri"].Id, now, default));

    private static async Task<T> Work<T>(DemoWorld world, Func<ProcessRunner, DateTimeOffset, Task<T>> work)
    {
        await using var scope = world.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = world.OrganizationId;
        var now = TimeProvider.System.GetUtcNow();
        var done = await work(scope.ServiceProvider.GetRequiredService<ProcessRunner>(), now);
        await CommitSave.Run(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>(), world.OrganizationId, new AuditNote(Guid.Empty, "Thử", "Test", Guid.Empty, "thử"), now, default);
        return done;
    }
}
