using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Tasks;

/// <summary>Who is away, and who does the work meanwhile.</summary>
[Collection("cluster")]
public sealed class SubstitutionTests(TestCluster cluster)
{
    [Fact]
    public async Task Tasks_that_open_during_an_absence_come_to_the_substitute_and_those_open_already_by_the_act_that_records_it()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var first = await office.Asked();
        await office.Good("vanphong", "check", "xong", ("outcome", "agree"));
        Assert.DoesNotContain("Duyệt đề nghị", await office.Inbox("vanthu"), StringComparison.Ordinal);
        Assert.Equal(0, await office.Site.Count<TaskSubstitute>(_ => true));

        // Recorded while the task is open: by this act it comes to the substitute too, and the matter's story says why.
        await Record(office, "chanhvanphong", "vanthu");
        Assert.Contains("Thay đ/c Hoàng Thị Lan", await office.Inbox("vanthu"), StringComparison.Ordinal);
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.SubjectId == first && entry.Act == "RecordAbsence" && entry.Text.Contains("đi công tác") && entry.Text.Contains("làm thay được việc “Duyệt đề nghị”")));
        Assert.Contains("làm thay được việc “Duyệt đề nghị”", WebUtility.HtmlDecode(await (await office.As("chanhvanphong")).Page($"/ho-so/{first}")), StringComparison.Ordinal);
        await office.Good("chanhvanphong", "decide", "xong");

        // Opened during it: the substitute has it as well, with the name of the absent one.
        await office.Asked();
        await office.Good("vanphong", "check", "xong", ("outcome", "agree"));
        Assert.Contains("Thay đ/c Hoàng Thị Lan", await office.Inbox("vanthu"), StringComparison.Ordinal);
        Assert.Contains("Duyệt đề nghị", await office.Inbox("chanhvanphong"), StringComparison.Ordinal);
        Assert.Contains("thay đ/c Hoàng Thị Lan đang vắng", WebUtility.HtmlDecode(await (await office.As("vanthu")).Page($"/viec/{await office.Task("decide")}")), StringComparison.Ordinal);
        var file = await office.Site.Look(db => Task.FromResult(Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Set<OpenTask>()).Where(task => task.ElementId == "decide").OrderBy(task => task.OpenedAt).Last().SubjectId));
        Assert.Equal(HttpStatusCode.OK, (await (await office.As("vanthu")).Get($"/ho-so/{file}")).StatusCode);
        await office.Good("vanthu", "decide", "xong");
        var done = await office.Row("decide");
        Assert.Equal((await office.Person("vanthu"), await office.Person("chanhvanphong")), (done.ClosedById!.Value, done.ForId!.Value));
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.Act == "CompleteTask" && entry.Text.Contains("Trần Thị Vân (thay đ/c Hoàng Thị Lan): “Duyệt đề nghị”")));
    }

    [Fact]
    public async Task What_was_resolved_when_the_task_opened_stays_on_it_until_an_act_withdraws_it_and_what_is_taken_goes_on()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await Record(office, "chanhvanphong", "vanthu", days: 2);
        var (free, taken) = (await Decision(office), await Decision(office));
        await (await office.As("vanthu")).Act($"/viec/{taken.Task}/nhan");

        // The row of the absence changes behind the program's back: who had the right at the opening has it still.
        await office.Sql($"""UPDATE "Absence" SET "To" = "To" - 30, "From" = "From" - 30""");
        Assert.Contains("Duyệt đề nghị", await office.Inbox("vanthu"), StringComparison.Ordinal);
        await office.Sql($"""UPDATE "Absence" SET "To" = "To" + 30, "From" = "From" + 30""");

        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("chanhvanphong")).Act("/vang-mat/bo", ("absenceId", (await Last(office)).Id.ToString()))).StatusCode);
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.SubjectId == free.File && entry.Act == "WithdrawAbsence" && entry.Text.Contains("không còn làm thay việc “Duyệt đề nghị”")));
        Assert.Equal(0, await office.Site.Count<AuditEntry>(entry => entry.SubjectId == taken.File && entry.Act == "WithdrawAbsence"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.As("vanthu")).Act($"/viec/{free.Task}/xong")).StatusCode);
        var answer = await (await office.As("vanthu")).Act($"/viec/{taken.Task}/xong");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await OfficeAtWork.Words(answer));

        // What opens from now on does not come.
        await Decision(office);
        Assert.DoesNotContain("Duyệt đề nghị", await office.Inbox("vanthu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_opens_in_the_moment_in_which_an_absence_is_recorded_or_withdrawn_is_made_good_soon_after()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await Record(office, "chanhvanphong", "vanthu");
        var (file, _) = await Decision(office);

        // As the two acts leave it that did not see each other: the task without a row.
        await office.Sql($"""DELETE FROM "TaskSubstitute" """);
        var sweep = office.Site.Services.GetRequiredService<Runtime.Outbox.SubstituteSweep>();
        await sweep.Run(default);
        Assert.Equal(0, await sweep.Run(default));
        Assert.Contains("Duyệt đề nghị", await office.Inbox("vanthu"), StringComparison.Ordinal);
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.SubjectId == file && entry.Act == "substitute" && entry.Text.Contains("làm thay được cho đ/c Hoàng Thị Lan")));

        // And the row of one withdrawn that opened with it.
        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("chanhvanphong")).Act("/vang-mat/bo", ("absenceId", (await Last(office)).Id.ToString()))).StatusCode);
        var later = DateTimeOffset.UtcNow.AddDays(1);
        await office.Sql($"""UPDATE "TaskSubstitute" SET "Until" = {later}""");
        await sweep.Run(default);
        Assert.DoesNotContain("Duyệt đề nghị", await office.Inbox("vanthu"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_border_is_midnight_in_Vietnam_on_both_ends()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await Record(office, "chanhvanphong", "vanthu", days: 2, from: 1);
        var task = (await Decision(office)).Task;
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow);
        var row = await office.Site.Look(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Set<TaskSubstitute>()), row => row.TaskId == task));
        Assert.Equal((VietnamTime.At(today.AddDays(1), TimeOnly.MinValue), VietnamTime.At(today.AddDays(3), TimeOnly.MinValue)), (row.Since, row.Until));
        var now = DateTimeOffset.UtcNow;
        foreach (var (since, until, comes) in new[] { (now.AddMinutes(5), now.AddDays(1), false), (now.AddMinutes(-5), now.AddMinutes(5), true), (now.AddDays(-1), now.AddMinutes(-5), false) })
        {
            await office.Sql($"""UPDATE "TaskSubstitute" SET "Since" = {since}, "Until" = {until}""");
            Assert.Equal(comes, (await office.Inbox("vanthu")).Contains("Duyệt đề nghị", StringComparison.Ordinal));
            Assert.Equal(comes ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await office.As("vanthu")).Get($"/viec/{task}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await office.Send("vanthu", "decide", "nhan")).StatusCode);
    }

    [Fact]
    public async Task A_seat_in_a_body_and_a_signature_do_not_pass_to_the_substitute()
    {
        await using var office = await OfficeAtWork.Open(cluster, """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wf="urn:workflow:bpmn:1" targetNamespace="urn:thu">
              <process id="hoi" name="Hỏi ý kiến" isExecutable="true">
                <startEvent id="s"/><sequenceFlow id="f0" sourceRef="s" targetRef="fork"/><parallelGateway id="fork"/>
                <sequenceFlow id="f1" sourceRef="fork" targetRef="seat"/><userTask id="seat" name="Ý kiến của Ban Chấp hành" wf:candidates="body:executive-committee"/><sequenceFlow id="f2" sourceRef="seat" targetRef="join"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="pen"/><userTask id="pen" name="Ký giấy" wf:candidates="signer"/><sequenceFlow id="f4" sourceRef="pen" targetRef="join"/>
                <sequenceFlow id="f5" sourceRef="fork" targetRef="desk"/><userTask id="desk" name="Việc của Bí thư" wf:candidates="role:secretary"/><sequenceFlow id="f6" sourceRef="desk" targetRef="join"/>
                <parallelGateway id="join"/><sequenceFlow id="f7" sourceRef="join" targetRef="e"/><endEvent id="e"/>
              </process>
            </definitions>
            """);
        await Record(office, "bithu", "vanthu");
        await office.Begin("vanphong", "hoi", "Hỏi việc chung");
        var (mine, his) = (await office.Inbox("vanthu"), await office.Inbox("bithu"));
        Assert.Contains("Việc của Bí thư", mine, StringComparison.Ordinal);
        foreach (var name in new[] { "Ý kiến của Ban Chấp hành", "Ký giấy" })
        {
            Assert.DoesNotContain(name, mine, StringComparison.Ordinal);
            Assert.Contains(name, his, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await office.Send("vanthu", "pen", "xong")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Send("vanthu", "seat", "xong")).StatusCode);
        await office.Good("vanthu", "desk", "xong");
        await office.Good("bithu", "pen", "xong");
        await office.Good("uyvien12", "seat", "xong");
    }

    [Fact]
    public async Task Only_oneself_or_those_who_look_after_it_record_an_absence()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var (boss, clerk) = ((await office.Person("bithu")).ToString(), (await office.Person("vanthu")).ToString());
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow);
        (string, string)[] Fields(string substitute, int from, int to) => [("personId", boss), ("substituteId", substitute), ("from", today.AddDays(from).ToString("yyyy-MM-dd")), ("to", today.AddDays(to).ToString("yyyy-MM-dd")), ("why", "đi công tác")];
        foreach (var (account, fields, sentence) in new[]
        {
            ("vanphong", Fields(clerk, 0, 1), "chỉ ghi được việc vắng mặt của mình"), ("quantri", Fields(boss, 0, 1), "hai đồng chí khác nhau"), ("quantri", Fields((await office.Person("quantri")).ToString(), 0, 1), "không tự ghi mình xử lý thay"),
            ("quantri", Fields(clerk, 3, 1), "Ngày cuối vắng mặt"), ("quantri", Fields(clerk, -3, -1), "đã qua"), ("quantri", Fields(Guid.NewGuid().ToString(), 0, 1), "chọn người xử lý thay"),
        })
        {
            var answer = await (await office.As(account)).Act("/vang-mat/ghi", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(sentence, await OfficeAtWork.Words(answer), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("quantri")).Act("/vang-mat/ghi", Fields(clerk, 0, 1))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await office.As("chanhvanphong")).Act("/vang-mat/ghi", Fields(clerk, 1, 2))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await office.As("vanthu")).Act("/vang-mat/bo", ("absenceId", (await Last(office)).Id.ToString()))).StatusCode);
        Assert.Equal(1, await office.Site.Count<Absence>(row => row.WithdrawnAt == null));
    }

    private static async Task<(Guid File, Guid Task)> Decision(OfficeAtWork office)
    {
        var file = await office.Asked();
        await office.Good("vanphong", "check", "xong", ("outcome", "agree"));
        return (file, await office.Task("decide"));
    }

    private static async Task Record(OfficeAtWork office, string absent, string substitute, int days = 0, int from = 0)
    {
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow);
        var answer = await (await office.As(absent)).Act("/vang-mat/ghi", ("substituteId", (await office.Person(substitute)).ToString()), ("from", today.AddDays(from).ToString("yyyy-MM-dd")), ("to", today.AddDays(days).ToString("yyyy-MM-dd")), ("why", "đi công tác"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await OfficeAtWork.Words(answer));
    }

    private static Task<Absence> Last(OfficeAtWork office) => office.Site.Look(db => Task.FromResult(Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.IgnoreQueryFilters(db.Set<Absence>()).OrderByDescending(row => row.DecidedAt).First()));
}
