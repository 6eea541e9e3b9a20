using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Tasks;

/// <summary>An office with a process of its own: whoever drafts asks for something, the office checks, its head decides.</summary>
internal sealed class OfficeAtWork : IAsyncDisposable
{
    public const string Purchase = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1" targetNamespace="urn:thu">
          <process id="mua-sam" name="Đề nghị mua sắm" isExecutable="true" wf:starters="role:drafter, role:office">
            <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="ask"/>
            <userTask id="ask" name="Lập đề nghị" wf:candidates="drafter">
              <extensionElements>
                <wf:field name="amount" label="Số tiền" type="money" required="true" max="50000000"/>
                <wf:field name="needed" label="Cần trước ngày" type="date" required="true"/>
                <wf:field name="kind" label="Loại" type="choice" options="machine=Máy móc, paper=Giấy tờ"/>
                <wf:field name="urgent" label="Có gấp không" type="yes-no"/>
              </extensionElements>
            </userTask>
            <sequenceFlow id="f1" sourceRef="ask" targetRef="check"/>
            <userTask id="check" name="Kiểm tra đề nghị" wf:candidates="role:office, role:registry-clerk" wf:notSameAs="ask" wf:delegable="true" wf:due="P3D" wf:outcomes="agree=Đề nghị duyệt, refuse=Trả lại người đề nghị">
              <extensionElements><wf:field name="amount" label="Số tiền" type="money" readonly="true"/></extensionElements>
            </userTask>
            <sequenceFlow id="f2" sourceRef="check" targetRef="way"/>
            <exclusiveGateway id="way" default="f3"/>
            <sequenceFlow id="f3" sourceRef="way" targetRef="decide"/>
            <sequenceFlow id="f4" sourceRef="way" targetRef="ask" wf:whenOutcome="refuse"/>
            <userTask id="decide" name="Duyệt đề nghị" wf:candidates="role:chief-of-office" wf:notSameAs="check"/>
            <sequenceFlow id="f5" sourceRef="decide" targetRef="end"/><endEvent id="end"/>
          </process>
        </definitions>
        """;

    private readonly Site site;
    private readonly Dictionary<string, Visitor> visitors = [];

    private OfficeAtWork(Site site, string database) => (this.site, Database) = (site, database);

    public string Database { get; }

    public Site Site => site;

    public static async Task<OfficeAtWork> Open(TestCluster cluster, string file = Purchase)
    {
        var database = await cluster.Copy();
        var office = new OfficeAtWork(await Site.Start(cluster, database), database);
        await office.Deploy(file);
        return office;
    }

    public async Task Deploy(string file)
    {
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var organization = await db.Set<Domain.Organizations.Organization>().OrderBy(one => one.Id).Select(one => one.Id).FirstAsync();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organization;
        var report = await scope.ServiceProvider.GetRequiredService<DefinitionCatalog>().Deploy(db, organization, file, DateTimeOffset.UtcNow, default);
        Assert.True(report.IsAccepted, string.Join('\n', report.Findings));
        await db.SaveChangesAsync();
    }

    public async Task<Visitor> As(string account)
    {
        if (!visitors.TryGetValue(account, out var visitor))
        {
            visitors[account] = visitor = await site.SignIn(account);
            await visitor.Token();
        }

        return visitor;
    }

    /// <summary>Begins a matter; answers its id.</summary>
    public async Task<Guid> Begin(string account = "soanthao", string process = "mua-sam", string title = "Mua máy in cho Văn phòng")
    {
        var answer = await (await As(account)).Act("/quy-trinh/bat-dau", ("processId", process), ("title", title));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await Words(answer));
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    /// <summary>The open task at an element.</summary>
    public async Task<Guid> Task(string element) => (await Row(element)).Id;

    public Task<OpenTask> Row(string element) => site.Look(db => db.Set<OpenTask>().IgnoreQueryFilters().AsNoTracking().Where(task => task.ElementId == element).OrderByDescending(task => task.OpenedAt).FirstAsync());

    /// <summary>A matter whose request is made and that waits for the check.</summary>
    public async Task<Guid> Asked(string account = "soanthao")
    {
        var file = await Begin(account);
        await Good(account, "ask", "xong", ("o-amount", "1.250.000"), ("o-needed", "2026-12-31"));
        return file;
    }

    public async Task<HttpResponseMessage> Send(string account, string element, string act, params (string, string)[] fields) => await (await As(account)).Act($"/viec/{await Task(element)}/{act}", fields);

    public async Task Good(string account, string element, string act, params (string, string)[] fields)
    {
        var answer = await Send(account, element, act, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{account} {act} {element}: {(int)answer.StatusCode} {await Words(answer)}");
    }

    /// <summary>It is refused, nothing changes, and the sentence says so.</summary>
    public async Task Refused(string sentence, string account, string element, string act, params (string, string)[] fields)
    {
        var before = await Row(element);
        var answer = await Send(account, element, act, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.UnprocessableEntity, $"{account} {act} {element}: {(int)answer.StatusCode}");
        Assert.Contains(sentence, await Words(answer), StringComparison.Ordinal);
        var after = await Row(element);
        Assert.Equal((before.Id, before.HolderId, before.GivenById, before.ClosedAt), (after.Id, after.HolderId, after.GivenById, after.ClosedAt));
    }

    /// <summary>What waits, without the receipt of the last act above it.</summary>
    public async Task<string> Inbox(string account, string address = "/")
    {
        var page = WebUtility.HtmlDecode(await (await As(account)).Page(address));
        return page[page.IndexOf("<ul class=\"cards\">", StringComparison.Ordinal)..];
    }

    public Task<Guid> Person(string account) => site.Look(db => db.Set<Account>().Where(one => one.UserName == account).Select(one => one.PersonId).SingleAsync());

    public Task<int> Sql(FormattableString sql) => site.Look(db => db.Database.ExecuteSqlAsync(sql));

    /// <summary>Every office of someone ends yesterday.</summary>
    public async Task Retire(string account)
    {
        var (person, yesterday) = (await Person(account), Domain.VietnamTime.DayOf(DateTimeOffset.UtcNow).AddDays(-1));
        await Sql($"""UPDATE "OfficeHeld" SET "To" = {yesterday} WHERE "PersonId" = {person}""");
    }

    public static async Task<string> Words(HttpResponseMessage answer) => Regex.Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), "<[^>]+>", " ");

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
