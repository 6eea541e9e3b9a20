using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Xunit;

namespace Workflow.Integration.Tests.Tasks;

/// <summary>Office work on a draft: taken by one of several, given back, taken back, done in an absent one's place; and what never is.</summary>
[Collection("cluster")]
public sealed class StageWorkTests(TestCluster cluster)
{
    private const string Taken = "Tôi nhận việc này";
    private const string Form = "Thẩm định dự thảo này";

    [Fact]
    public async Task One_of_the_office_takes_the_appraisal_and_another_is_told_who_has_it()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var draft = await Submitted(office);
        Assert.Contains(Taken, await Page(office, "vanphong2", draft), StringComparison.Ordinal);
        var answer = await office.Send("vanphong", "Appraise", "nhan");
        Assert.Equal((HttpStatusCode.Redirect, $"/du-thao/{draft}"), (answer.StatusCode, answer.Headers.Location!.OriginalString));

        var (mine, other) = (await Page(office, "vanphong", draft), await Page(office, "vanphong2", draft));
        var holder = await Name(office, "vanphong");
        Assert.Contains("✓ Đồng chí đã nhận", mine, StringComparison.Ordinal);
        Assert.Contains(Form, mine, StringComparison.Ordinal);
        Assert.Contains($"Đang chờ đồng chí {holder} (đã nhận lúc", other, StringComparison.Ordinal);
        Assert.DoesNotContain(Form, other, StringComparison.Ordinal);
        Assert.DoesNotContain(Taken, other, StringComparison.Ordinal);
        Assert.Contains($"Đ/c {holder} đã nhận lúc", await office.Inbox("vanphong2"), StringComparison.Ordinal);

        var refused = await Appraise(office, "vanphong2", draft);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var words = await OfficeAtWork.Words(refused);
        Assert.Contains($"Đ/c {holder} đã nhận việc “Văn phòng thẩm định” lúc", words, StringComparison.Ordinal);
        Assert.Contains("Chánh Văn phòng thu lại được", words, StringComparison.Ordinal);
        await office.Refused($"Đ/c {holder} đã nhận việc", "vanphong2", "Appraise", "nhan");

        // Only the head takes it back, and says why; then whoever comes does it, without taking it first.
        Assert.Equal(HttpStatusCode.Forbidden, (await office.Send("vanphong2", "Appraise", "thu-lai-viec", ("reason", "đồng chí ấy nghỉ ốm đột xuất"))).StatusCode);
        await office.Refused("lý do", "chanhvanphong", "Appraise", "thu-lai-viec", ("reason", " "));
        await office.Good("chanhvanphong", "Appraise", "thu-lai-viec", ("reason", "đồng chí ấy nghỉ ốm đột xuất"));
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.SubjectId == draft && entry.Text.Contains("đồng chí ấy nghỉ ốm đột xuất")));
        Assert.Equal(HttpStatusCode.Redirect, (await Appraise(office, "vanphong2", draft)).StatusCode);
        var done = await office.Row("Appraise");
        Assert.Equal((await office.Person("vanphong2"), null), (done.ClosedById!.Value, done.ForId));
    }

    [Fact]
    public async Task Of_two_who_take_it_at_once_one_has_it_and_giving_it_back_frees_it()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var draft = await Submitted(office);
        foreach (var account in new[] { "vanphong", "vanphong2" })
        {
            await office.As(account);
        }

        var answers = await Task.WhenAll(office.Send("vanphong", "Appraise", "nhan"), office.Send("vanphong2", "Appraise", "nhan"));
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(answer => answer.StatusCode).Order());
        var winner = answers[0].StatusCode == HttpStatusCode.Redirect ? "vanphong" : "vanphong2";
        Assert.Equal(await office.Person(winner), (await office.Row("Appraise")).HolderId);
        await office.Good(winner, "Appraise", "tra-lai-viec");
        Assert.Null((await office.Row("Appraise")).HolderId);
        Assert.Contains(Form, await Page(office, winner == "vanphong" ? "vanphong2" : "vanphong", draft), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_person_alone_can_do_is_not_offered_to_be_taken_and_who_helps_does_not_take_it_away()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var draft = await ResponseTests.NewDraft(office.Site, await office.As("soanthao"));
        Assert.DoesNotContain(Taken, await Page(office, "soanthao", draft), StringComparison.Ordinal);
        Assert.Contains("Trình Văn phòng thẩm định", await Page(office, "vanphong", draft), StringComparison.Ordinal);
        await office.Refused("không giao cho đồng chí", "vanphong", "Draft", "nhan");
        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("vanphong")).Act($"/du-thao/{draft}/trinh")).StatusCode);
    }

    [Fact]
    public async Task Office_work_passes_to_a_substitute_for_that_draft_alone_and_both_names_stand_in_the_record()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        var (draft, other) = (await Submitted(office), await ResponseTests.NewDraft(office.Site, await office.As("soanthao")));
        var unit = await office.As("donvi1");
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get($"/du-thao/{draft}")).StatusCode);
        await Away(office, "vanphong", "donvi1");

        // The reader of a unit sees this draft and no other, for as long as it waits for the absent one.
        var (absent, substitute) = (await Name(office, "vanphong"), await Name(office, "donvi1"));
        Assert.Contains($"Đ/c {substitute} xử lý thay đ/c {absent} đến", await Page(office, "vanphong2", draft), StringComparison.Ordinal);
        Assert.Contains($"Thay đ/c {absent}", await office.Inbox("donvi1"), StringComparison.Ordinal);
        Assert.Contains(Form, await Page(office, "donvi1", draft), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get($"/du-thao/{other}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get("/du-thao")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Act($"/du-thao/{other}/trinh")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.NewDraft("mau.txt", cluster.SampleBytes)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Appraise(office, "donvi1", draft)).StatusCode);

        var done = await office.Row("Appraise");
        Assert.Equal((await office.Person("donvi1"), await office.Person("vanphong")), (done.ClosedById!.Value, done.ForId!.Value));
        Assert.Equal(1, await office.Site.Count<AuditEntry>(entry => entry.Act == "AppraiseDraft" && entry.ActorName == substitute && entry.Text.EndsWith($"(thay đ/c {absent})")));
        Assert.Contains($"{substitute} (thay đ/c {absent})", await Page(office, "vanphong2", draft, "/tien-trinh"), StringComparison.Ordinal);
        Assert.Contains($"(thay đ/c {absent})", await Page(office, "vanphong2", draft, "/ho-so"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.Get($"/du-thao/{draft}")).StatusCode);
    }

    [Fact]
    public async Task Drafting_passes_to_the_substitute_and_every_version_names_both()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await Away(office, "soanthao", "donvi1");
        var draft = await ResponseTests.NewDraft(office.Site, await office.As("soanthao"));
        var unit = await office.As("donvi1");
        var view = await office.Site.Look(db => Task.FromResult(db.Set<DraftVersion>().IgnoreQueryFilters().OrderBy(version => version.At).Last()));
        var changed = await unit.Act($"/du-thao/{draft}/sua", ("hash", view.Hash), ("clauseId", view.Text.Clauses[3].Id), ("text", "Nội dung do người làm thay sửa."));
        Assert.True(changed.StatusCode == HttpStatusCode.Redirect, await OfficeAtWork.Words(changed));
        Assert.Equal(HttpStatusCode.OK, (await unit.Get($"/du-thao/{draft}/soan")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await unit.Act($"/du-thao/{draft}/trinh")).StatusCode);
        var absent = await Name(office, "soanthao");
        Assert.Equal(2, await office.Site.Count<AuditEntry>(entry => (entry.Act == "EditClause" || entry.Act == "SubmitDraft") && entry.Text.EndsWith($"(thay đ/c {absent})")));
    }

    [Fact]
    public async Task Sealing_passes_to_the_substitute_with_the_paper_to_look_at()
    {
        var database = await cluster.Copy();
        await using var site = await Site.Start(cluster, database);
        await using var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database);
        world.Around = async send => await world.Look(db => db.Set<OpenTask>().AnyAsync(task => task.TaskKey == "sealing" && task.ClosedAt == null)) ? throw new Reached() : await send();
        await Assert.ThrowsAsync<Reached>(() => new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell());
        var (draft, issued) = await site.Look(async db => await db.Set<Domain.Issuing.IssuedDocument>().IgnoreQueryFilters().Select(row => new ValueTuple<Guid, Guid>(row.DraftId, row.Id)).SingleAsync());
        var (clerk, substitute) = (await site.SignIn("vanthu"), await site.SignIn("donvi1"));
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd");
        Assert.Equal(HttpStatusCode.Forbidden, (await substitute.Get($"/van-ban/{issued}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await substitute.Get($"/van-ban/{issued}/ban-da-ky.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Act("/vang-mat/ghi", ("substituteId", world.People["donvi1"].Id.ToString()), ("from", today), ("to", today), ("why", "nghỉ phép"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await substitute.Get($"/van-ban/{issued}/ban-da-ky.pdf")).StatusCode);
        Assert.Contains("Đóng dấu và phát hành", WebUtility.HtmlDecode(await substitute.Page($"/du-thao/{draft}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await substitute.Act($"/du-thao/{draft}/dong-dau", ("issuedId", issued.ToString()))).StatusCode);
        var absent = world.People["vanthu"].FullName;
        Assert.Equal(1, await site.Count<AuditEntry>(entry => entry.Act == "SealDocument" && entry.Text.EndsWith($"(thay đ/c {absent})")));
        Assert.Equal(HttpStatusCode.Forbidden, (await substitute.Get($"/van-ban/{issued}")).StatusCode);
    }

    private sealed class Reached : Exception;

    [Fact]
    public async Task An_opinion_a_comment_and_a_vote_never_pass_to_a_substitute_and_nor_does_the_pen()
    {
        await using var office = await OfficeAtWork.Open(cluster);
        await Away(office, "uyvien03", "donvi1");
        await Away(office, "bithu", "donvi1");
        var draft = await Submitted(office);
        Assert.Equal(HttpStatusCode.Redirect, (await Appraise(office, "vanphong", draft)).StatusCode);
        var unit = await office.As("donvi1");
        foreach (var address in new[] { $"/lay-y-kien/{Guid.NewGuid()}/gui", $"/du-thao/{draft}/gop-y", $"/du-thao/{draft}/ket-thuc", $"/du-thao/{draft}/ky", $"/du-thao/{draft}/tra-lai", $"/du-thao/{draft}/duyet-sua", $"/hoi-nghi/{Guid.NewGuid()}/bo-phieu", $"/hoi-nghi/{Guid.NewGuid()}/khoa" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await unit.Act(address, ("answer", "Agree"), ("choice", "InFavour"))).StatusCode);
        }

        // Whoever has such tasks of their own has them for themselves alone: no row says otherwise, and they are not to be taken.
        Assert.Equal(0, await office.Site.Count<TaskSubstitute>(row => true));
        Assert.Equal(HttpStatusCode.NotFound, (await unit.Get($"/viec/{await office.Task("Review")}")).StatusCode);
        var answer = await office.Send("uyvien04", "Review", "nhan");
        Assert.Equal((HttpStatusCode.NotFound, null), (answer.StatusCode, (await office.Row("Review")).HolderId));
    }

    private static async Task<Guid> Submitted(OfficeAtWork office)
    {
        var draft = await ResponseTests.NewDraft(office.Site, await office.As("soanthao"));
        Assert.Equal(HttpStatusCode.Redirect, (await (await office.As("soanthao")).Act($"/du-thao/{draft}/trinh")).StatusCode);
        return draft;
    }

    private static async Task<HttpResponseMessage> Appraise(OfficeAtWork office, string account, Guid draft)
    {
        var hash = await office.Site.Look(db => Task.FromResult(db.Set<Draft>().IgnoreQueryFilters().Single(row => row.Id == draft).CurrentHash));
        var visitor = await office.As(account);
        return await visitor.Act($"/du-thao/{draft}/tham-dinh/xong-tham-dinh", [.. await visitor.Points($"/du-thao/{draft}"), ("hash", hash), ("note", "Đạt"), ("passed", "true"), ("closesOn", VietnamTime.DayOf(DateTimeOffset.UtcNow).AddDays(5).ToString("yyyy-MM-dd"))]);
    }

    private static async Task Away(OfficeAtWork office, string absent, string substitute)
    {
        var today = VietnamTime.DayOf(DateTimeOffset.UtcNow).ToString("yyyy-MM-dd");
        var answer = await (await office.As(absent)).Act("/vang-mat/ghi", ("substituteId", (await office.Person(substitute)).ToString()), ("from", today), ("to", today), ("why", "đi công tác"));
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await OfficeAtWork.Words(answer));
    }

    private static async Task<string> Page(OfficeAtWork office, string account, Guid draft, string tab = "") => WebUtility.HtmlDecode(await (await office.As(account)).Page($"/du-thao/{draft}{tab}"));

    private static async Task<string> Name(OfficeAtWork office, string account)
    {
        var id = await office.Person(account);
        return await office.Site.Look(db => Task.FromResult(db.Set<Person>().IgnoreQueryFilters().Single(person => person.Id == id).FullName));
    }
}
