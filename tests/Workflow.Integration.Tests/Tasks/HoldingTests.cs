using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Tasks;

/// <summary>Claiming, giving back, passing on, four eyes.</summary>
[Collection("cluster")]
public sealed class HoldingTests(TestCluster cluster)
{
    [Fact]
    public async Task Two_claim_at_once_and_one_has_it()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        string[] candidates = ["vanphong", "vanphong2", "chanhvanphong", "vanthu"];
        for (var round = 0; round < 5; round++)
        {
            await office.Asked();
            var answers = await Task.WhenAll(candidates.Select(async account => await office.Send(account, "check", "nhan")));
            Assert.Equal(1, answers.Count(answer => answer.StatusCode == HttpStatusCode.Redirect));
            foreach (var late in answers.Where(answer => answer.StatusCode != HttpStatusCode.Redirect))
            {
                Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
                Assert.Contains("đã nhận việc “Kiểm tra đề nghị” lúc", await OfficeAtWork.Words(late), StringComparison.Ordinal);
            }

            var holder = (await office.Row("check")).HolderId!.Value;
            Assert.Equal(await office.Person(candidates[Array.FindIndex(answers, answer => answer.StatusCode == HttpStatusCode.Redirect)]), holder);
        }

        Assert.Equal(5, await office.Site.Count<AuditEntry>(entry => entry.Act == "ClaimTask"));
    }

    [Fact]
    public async Task Claimed_it_is_done_by_the_claimer_alone_until_it_is_given_back()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        await office.Good("vanphong", "check", "nhan");
        Assert.Contains("Đ/c Nguyễn Thị Thảo đã nhận lúc", await office.Inbox("vanphong2"), StringComparison.Ordinal);
        Assert.Contains("Đồng chí đã nhận", await office.Inbox("vanphong"), StringComparison.Ordinal);
        await office.Refused("đã có đồng chí khác nhận", "vanphong2", "check", "xong", ("outcome", "agree"));
        await office.Refused("Đồng chí không giữ việc này", "vanphong2", "check", "tra-lai-viec");
        await office.Good("vanphong", "check", "tra-lai-viec");
        Assert.DoesNotContain("đã nhận", await office.Inbox("vanphong2"), StringComparison.Ordinal);
        await office.Good("vanphong2", "check", "nhan");
        await office.Refused("từ 10 đến 1.000 ký tự", "chanhvanphong", "check", "thu-lai-viec", ("reason", "vì"));
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Send("vanphong", "check", "thu-lai-viec", ("reason", "Đồng chí này nghỉ ốm"))).StatusCode);
        await office.Good("chanhvanphong", "check", "thu-lai-viec", ("reason", "Đồng chí này nghỉ ốm"));
        await office.Good("vanthu", "check", "xong", ("outcome", "agree"));
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.Act == "TakeBackTask" && entry.Text.Contains("nghỉ ốm")));
    }

    [Fact]
    public async Task Who_claimed_and_then_left_the_office_does_it_no_more_and_the_task_shows_as_stuck()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        await office.Good("vanphong", "check", "nhan");
        await office.Retire("vanphong");
        await office.Refused("không còn giữ chức vụ", "vanphong", "check", "xong", ("outcome", "agree"));
        Assert.Contains("Người đã nhận không còn làm được", WebUtility.HtmlDecode(await (await office.As("quantri")).Page("/viec/khong-nguoi-lam")), StringComparison.Ordinal);
        await office.Good("quantri", "check", "thu-lai-viec", ("reason", "Đồng chí Thảo chuyển công tác"));
        await office.Good("vanphong2", "check", "xong", ("outcome", "agree"));
    }

    [Fact]
    public async Task Passed_on_it_is_done_in_the_givers_place_and_may_be_called_back()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        var member = (await office.Person("uyvien12")).ToString();
        await office.Refused("ghi vài chữ", "vanphong", "check", "giao", ("personId", member), ("note", ""));
        await office.Good("vanphong", "check", "giao", ("personId", member), ("note", "Nhờ đồng chí xem giúp"));
        Assert.Contains("Đồng chí đã giao cho đ/c Trịnh Công Sáng", await office.Inbox("vanphong"), StringComparison.Ordinal);
        Assert.Contains("Kiểm tra đề nghị", await office.Inbox("uyvien12"), StringComparison.Ordinal);
        await office.Refused("đã có đồng chí khác nhận", "vanphong", "check", "xong", ("outcome", "agree"));
        await office.Refused("làm thay người khác nên không giao tiếp được", "uyvien12", "check", "giao", ("personId", (await office.Person("uyvien04")).ToString()), ("note", "chuyển tiếp"));
        await office.Refused("không do đồng chí giao đi", "vanphong2", "check", "goi-lai");
        await office.Good("vanphong", "check", "goi-lai");
        Assert.DoesNotContain("Kiểm tra đề nghị", await office.Inbox("uyvien12"), StringComparison.Ordinal);
        await office.Good("vanphong", "check", "giao", ("personId", member), ("note", "Lần nữa"));
        await office.Good("uyvien12", "check", "tra-lai-viec");
        Assert.Equal(await office.Person("vanphong"), (await office.Row("check")).HolderId);
        await office.Good("vanphong", "check", "giao", ("personId", member), ("note", "Lần cuối"));
        await office.Good("uyvien12", "check", "xong", ("outcome", "agree"));
        var done = await office.Row("check");
        Assert.Equal((await office.Person("uyvien12"), await office.Person("vanphong")), (done.ClosedById!.Value, done.ForId!.Value));
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.Act == "CompleteTask" && entry.Text.Contains("Trịnh Công Sáng (thay đ/c Nguyễn Thị Thảo): “Kiểm tra đề nghị”")));
    }

    [Fact]
    public async Task What_the_definition_does_not_allow_is_not_passed_on()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Begin();
        await office.Refused("không cho giao việc này", "soanthao", "ask", "giao", ("personId", (await office.Person("vanphong")).ToString()), ("note", "nhờ"));
    }

    [Fact]
    public async Task Four_eyes_hold_on_every_way()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        // Who asked is of the office this time, so a candidate for the check.
        await office.Asked("vanphong");
        Assert.DoesNotContain("Kiểm tra đề nghị", await office.Inbox("vanphong"), StringComparison.Ordinal);
        const string Sentence = "phải do người khác làm";
        await office.Refused(Sentence, "vanphong", "check", "nhan");
        await office.Refused(Sentence, "vanphong", "check", "xong", ("outcome", "agree"));
        var asker = (await office.Person("vanphong")).ToString();
        await office.Refused("không được làm “Kiểm tra đề nghị”", "vanphong2", "check", "giao", ("personId", asker), ("note", "Nhờ đồng chí"));

        // Not in another's place either: not as the substitute, not for the one who is barred.
        var today = Domain.VietnamTime.DayOf(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd");
        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("vanthu")).Act("/vang-mat/ghi", ("substituteId", asker), ("from", today), ("to", today), ("why", "đi họp"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("vanphong")).Act("/vang-mat/ghi", ("substituteId", (await office.Person("uyvien12")).ToString()), ("from", today), ("to", today), ("why", "đi họp"))).StatusCode);
        await office.Sql($"""UPDATE "Absence" SET "DecidedAt" = "DecidedAt" - interval '1 day', "From" = "From" - 1""");
        await office.Refused(Sentence, "vanphong", "check", "xong", ("outcome", "agree"));
        Assert.DoesNotContain("Kiểm tra đề nghị", await office.Inbox("uyvien12"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Send("uyvien12", "check", "xong", ("outcome", "agree"))).StatusCode);
        await office.Good("vanphong2", "check", "xong", ("outcome", "agree"));

        // The substitute's work counts for both: neither of them decides.
        await office.Good("chanhvanphong", "decide", "xong");
    }

    [Fact]
    public async Task Who_checked_in_anothers_place_bars_both_from_the_next_step()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        await office.Good("chanhvanphong", "check", "giao", ("personId", (await office.Person("uyvien12")).ToString()), ("note", "Xem giúp tôi"));
        await office.Good("uyvien12", "check", "xong", ("outcome", "agree"));
        await office.Refused("phải do người khác làm", "chanhvanphong", "decide", "xong");
        var stuck = WebUtility.HtmlDecode(await (await office.As("quantri")).Page("/viec/khong-nguoi-lam"));
        Assert.Contains("Những người được giao đều đã làm bước trước", stuck, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_runner_itself_holds_what_pages_promise()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await office.Asked();
        await office.Good("vanphong", "check", "nhan");
        var (task, other) = (await office.Task("check"), await office.Person("vanphong2"));
        await using var scope = office.Site.Scope();
        var db = (Runtime.Storage.WorkflowDbContext)scope.ServiceProvider.GetService(typeof(Runtime.Storage.WorkflowDbContext))!;
        ((Runtime.Storage.CurrentOrganization)scope.ServiceProvider.GetService(typeof(Runtime.Storage.CurrentOrganization))!).Id = await db.Set<Domain.Organizations.Organization>().Select(one => one.Id).SingleAsync();
        var runner = (ProcessRunner)scope.ServiceProvider.GetService(typeof(ProcessRunner))!;
        Assert.Equal("task.held", (await runner.Answer(task, "agree", null, other, DateTimeOffset.UtcNow, default))!.Code);
        Assert.Equal("task.held", (await runner.Answer(task, "agree", null, await office.Person("soanthao"), DateTimeOffset.UtcNow, default))!.Code);
    }
}
