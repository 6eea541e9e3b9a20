using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Integration.Tests.Roles;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Tasks;

/// <summary>A process that the office drew itself, done on the general pages.</summary>
[Collection("cluster")]
public sealed class GeneralTaskTests(TestCluster cluster)
{
    [Fact]
    public async Task A_matter_goes_from_its_beginning_to_its_end_with_the_fields_of_its_forms()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var file = await office.Asked();
        Assert.Contains("Kiểm tra đề nghị", await office.Inbox("vanphong"), StringComparison.Ordinal);
        Assert.Contains("Kiểm tra đề nghị", await office.Inbox("vanthu"), StringComparison.Ordinal);
        Assert.DoesNotContain("Kiểm tra đề nghị", await office.Inbox("soanthao"), StringComparison.Ordinal);
        Assert.Contains("1.250.000 đồng", WebUtility.HtmlDecode(await (await office.As("vanphong")).Page($"/viec/{await office.Task("check")}")), StringComparison.Ordinal);
        await office.Good("vanphong", "check", "xong", ("outcome", "agree"), ("note", "Đúng định mức"));
        await office.Good("chanhvanphong", "decide", "xong");
        var instance = await office.Site.Look(db => db.Set<ProcessInstance>().IgnoreQueryFilters().SingleAsync(row => row.SubjectId == file));
        Assert.Equal(CaseEnd.Completed, instance.End);
        Assert.Contains("1250000", instance.State, StringComparison.Ordinal);
        Assert.Contains("\"2026-12-31\"", instance.State, StringComparison.Ordinal);
        var story = WebUtility.HtmlDecode(await (await office.As("soanthao")).Page($"/ho-so/{file}"));
        Assert.Contains("Hồ sơ đã xong", story, StringComparison.Ordinal);
        Assert.Contains("“Kiểm tra đề nghị” - Đề nghị duyệt. Ghi chú: Đúng định mức", story, StringComparison.Ordinal);
        Assert.Contains("Mua máy in cho Văn phòng", WebUtility.HtmlDecode(await (await office.As("quantri")).Page("/quan-tri/ho-so?loc=tat-ca")), StringComparison.Ordinal);
        Assert.Equal(0, await office.Site.Count<TaskCandidate>());
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_a_field_is_wrong_and_each_error_stands_at_its_field()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Begin();
        var answer = await office.Send("soanthao", "ask", "xong", ("form", "xong"), ("o-amount", "99.000.000"), ("o-needed", "mai"), ("o-kind", "paper"), ("o-urgent", "true"), ("note", "Gấp lắm"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("id=\"o-amount-loi\">! “Số tiền”: không được quá 50.000.000.", page, StringComparison.Ordinal);
        Assert.Contains("id=\"o-needed-loi\">! “Cần trước ngày”: “mai” không phải là ngày.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"99.000.000\"", page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"paper\" selected", page);
        Assert.Matches("value=\"true\" checked", page);
        Assert.Contains(">Gấp lắm</textarea>", page, StringComparison.Ordinal);
        Assert.Null((await office.Row("ask")).ClosedAt);
    }

    [Fact]
    public async Task Only_who_is_named_may_begin_and_only_who_took_part_may_read()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var answer = await (await office.As("uyvien12")).Act("/quy-trinh/bat-dau", ("processId", "mua-sam"), ("title", "Thử"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("do Cán bộ soạn thảo hoặc Văn phòng Đảng ủy bắt đầu", await OfficeAtWork.Words(answer), StringComparison.Ordinal);
        var file = await office.Asked();
        var (ask, check) = (await office.Task("ask"), await office.Task("check"));
        foreach (var address in new[] { $"/ho-so/{file}", $"/viec/{ask}", $"/viec/{check}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await office.As("uyvien12")).Get(address)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await (await office.As("vanphong")).Get(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await office.As("soanthao")).Get($"/ho-so/{file}")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_task_is_refused_and_another_organizations_is_not_found()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var file = await office.Asked();
        await office.As("uyvien12");
        var before = await Snapshot.Of(cluster.Cluster.ConnectionString(office.Database));
        var check = await office.Task("check");
        foreach (var act in new[] { "nhan", "xong", "giao", "goi-lai", "tra-lai-viec" })
        {
            var answer = await (await office.As("uyvien12")).Act($"/viec/{check}/{act}", ("outcome", "agree"), ("note", "x"));
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{act}: {(int)answer.StatusCode}");
        }

        foreach (var act in new[] { "thu-lai-viec", "chi-dinh" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await office.As("uyvien12")).Act($"/viec/{check}/{act}", ("reason", "Lý do dài vừa đủ"))).StatusCode);
        }

        Assert.Equal(before, await Snapshot.Of(cluster.Cluster.ConnectionString(office.Database)));
        await office.Site.Look(async db => await Elsewhere.Make(db, await db.Set<Domain.Organizations.Organization>().Select(one => one.Id).SingleAsync()));
        var stranger = await office.As("nguoi.ngoai");
        foreach (var act in new[] { "nhan", "xong", "giao", "goi-lai", "tra-lai-viec", "thu-lai-viec", "chi-dinh" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Act($"/viec/{check}/{act}", ("outcome", "agree"), ("reason", "Lý do dài vừa đủ"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/viec/{check}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/ho-so/{file}")).StatusCode);
        Assert.DoesNotContain("Kiểm tra đề nghị", await office.Inbox("nguoi.ngoai"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Candidates_are_those_who_hold_the_office_today()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        await office.Good("vanphong", "check", "xong", ("outcome", "agree"));
        Assert.Contains("Duyệt đề nghị", await office.Inbox("chanhvanphong"), StringComparison.Ordinal);
        await office.Retire("chanhvanphong");
        Assert.DoesNotContain("Duyệt đề nghị", await office.Inbox("chanhvanphong"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Send("chanhvanphong", "decide", "xong")).StatusCode);
        foreach (var account in new[] { "quantri", "vanphong2" })
        {
            var stuck = WebUtility.HtmlDecode(await (await office.As(account)).Page("/viec/khong-nguoi-lam"));
            Assert.Contains("Duyệt đề nghị", stuck, StringComparison.Ordinal);
            Assert.Contains("Không ai giữ chức vụ", stuck, StringComparison.Ordinal);
        }

        await office.Refused("từ 10 đến 1.000 ký tự", "quantri", "decide", "chi-dinh", ("personId", (await office.Person("vanphong2")).ToString()), ("reason", "vì"));
        await office.Refused("không tự chỉ định mình", "quantri", "decide", "chi-dinh", ("personId", (await office.Person("quantri")).ToString()), ("reason", "Chánh Văn phòng đã thôi chức"));
        await office.Refused("đã làm bước trước", "quantri", "decide", "chi-dinh", ("personId", (await office.Person("vanphong")).ToString()), ("reason", "Chánh Văn phòng đã thôi chức"));
        await office.Good("quantri", "decide", "chi-dinh", ("personId", (await office.Person("vanphong2")).ToString()), ("reason", "Chánh Văn phòng đã thôi chức"));
        Assert.Contains("Duyệt đề nghị", await office.Inbox("vanphong2"), StringComparison.Ordinal);
        await office.Good("vanphong2", "decide", "xong");
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.Act == "AssignTask" && entry.Text.Contains("Chánh Văn phòng đã thôi chức")));
    }

    [Fact]
    public async Task A_task_that_somebody_can_do_is_not_given_to_another()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        await office.Refused("đang có người làm được", "quantri", "check", "chi-dinh", ("personId", (await office.Person("vanphong2")).ToString()), ("reason", "Muốn đổi người làm"));
    }

    [Fact]
    public async Task A_page_of_tasks_follows_the_other_and_none_is_missed_or_seen_twice()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        for (var n = 0; n < 45; n++)
        {
            await office.Begin(title: $"Hồ sơ số {n:00}.");
        }

        // Many at one instant: the id decides.
        await office.Sql($"""UPDATE "OpenTask" SET "UrgentAt" = '2026-12-12' WHERE "Name" = 'Lập đề nghị'""");
        var (seen, address) = (new List<string>(), "/");
        for (var pages = 0; address.Length > 0; pages++)
        {
            Assert.True(pages < 5);
            var page = await office.Inbox("soanthao", address);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, @"Hồ sơ số \d\d\.").Select(match => match.Value));
            address = System.Text.RegularExpressions.Regex.Match(page, "href=\"(/\\?sau=[^\"]+)\"").Groups[1].Value;
        }

        Assert.Equal(Enumerable.Range(0, 45).Select(n => $"Hồ sơ số {n:00}."), seen.Order(StringComparer.Ordinal));
    }
}
