using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Drafting;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.Review;
using Xunit;

namespace Workflow.Integration.Tests.Appraisals;

/// <summary>The appraisal of the office: point by point of a dated list, with proposals that are never taken for judgements, kept while it is filled in.</summary>
[Collection("cluster")]
public sealed class AppraisalTests(TestCluster cluster)
{
    private static Guid New => Guid.CreateVersion7();

    [Fact]
    public async Task Returned_with_the_list_mended_and_looked_at_again()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (drafter, draft) = (world.First.People["soanthao"], await Submitted(world));
        var points = (await world.First.Judged()).ToList();
        var clause = (await world.First.Ask(drafter, new ReadDraft(draft)))!.Text.Clauses.First(one => one.Kind == ClauseKind.Paragraph && one.Text.Length > 30);

        // Two points are not met; one without a word on what is to be mended is none.
        points[2] = points[2] with { Judgement = PointJudgement.NotMet };
        await world.Refused("appraisal.point-note", world.Office, await Appraise(world, draft, false, points));
        points[2] = points[2] with { Note = "Bổ sung căn cứ Nghị quyết đại hội." };
        points[9] = points[9] with { Judgement = PointJudgement.NotMet, Note = "Hạn rơi vào Chủ nhật.", Place = clause.Id };
        await world.Refused("appraisal.unmet-reason", world.Office, await Appraise(world, draft, true, points));
        await world.Refused("appraisal.other-list", world.Office, await Appraise(world, draft, true, [.. points, new(Guid.NewGuid(), PointJudgement.Met, "", "")]));
        await world.Refused("appraisal.place", world.Office, await Appraise(world, draft, false, [points[9] with { Place = "9999" }]));
        await world.Refused("appraisal.incomplete", world.Office, await Appraise(world, draft, true, [.. points.Take(9)]));
        Assert.Contains("2 nội dung chưa đạt", (await world.Done(world.Office, await Appraise(world, draft, false, points))).Text, StringComparison.Ordinal);

        // The drafter sees the list, each with its place, and mends one of the two.
        var returned = (await world.First.Ask(drafter, new ReadDraft(draft)))!.Returned!;
        Assert.Equal(["Bổ sung căn cứ Nghị quyết đại hội.", "Hạn rơi vào Chủ nhật."], returned.Points.Select(point => point.Note));
        Assert.Equal(clause.Id, returned.Points[1].ClauseId);
        await world.Done(drafter, new EditClause(New, draft, await world.Hash(draft), clause.Id, clause.Text.TrimEnd('.') + ", xong trước ngày 16/3/2027.", ""));
        await world.Done(drafter, new SubmitDraft(New, draft));

        // The next appraisal shows what was asked, and what became of it.
        var form = (await world.First.Ask(world.Office, new ReadAppraisals(draft)))!.Form!;
        Assert.Equal(10, form.Points.Count);
        Assert.Contains("Bổ sung căn cứ Nghị quyết đại hội (đã có bản mới; lần ấy không nêu đoạn nào)", form.Points[2].Before, StringComparison.Ordinal);
        Assert.Contains("đoạn được nêu đã sửa", form.Points[9].Before, StringComparison.Ordinal);
        Assert.Equal(8, form.Points.Count(point => point.Before.Length == 0));
        var second = (await world.First.Judged()).ToList();
        second[2] = second[2] with { Judgement = PointJudgement.NotMet, Note = "Vẫn thiếu căn cứ." };
        Assert.Contains("được đi tiếp với lý do: Căn cứ sẽ bổ sung khi lấy ý kiến", (await world.Done(world.Office, await Appraise(world, draft, true, second) with { Reason = "Căn cứ sẽ bổ sung khi lấy ý kiến." })).Text, StringComparison.Ordinal);
        Assert.Equal(1, await world.First.Look(db => db.Set<ReviewRound>().CountAsync()));

        // Both papers say so, of each appraisal for itself.
        var rows = (await world.First.Ask(drafter, new ReadAppraisals(draft)))!.Rows;
        Assert.Equal([true, false], rows.Select(row => row.Passed));
        var paper = await Paper(world, drafter, draft, rows[0].Id);
        Assert.All(["Dự thảo lần 2", "Vẫn thiếu căn cứ.", "Những nội dung lần thẩm định trước đã yêu cầu", "Đạt; đoạn được nêu đã sửa.", "Chưa đạt; đã có bản mới", "Còn 1 nội dung chưa đạt", "Căn cứ sẽ bổ sung", AppraisalChecklist.SourceOfTen], words => Assert.Contains(words, paper, StringComparison.Ordinal));
        var first = await Paper(world, drafter, draft, rows[1].Id);
        Assert.Contains("Trả lại cơ quan soạn thảo để hoàn chỉnh 2 nội dung", first, StringComparison.Ordinal);
        Assert.DoesNotContain("lần thẩm định trước", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_of_the_machine_is_shown_as_one_and_kept_as_one()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var draft = await Submitted(world, "Giao Ủy ban nhân dân huyện phối hợp.");
        var form = (await world.First.Ask(world.Office, new ReadAppraisals(draft)))!.Form!;
        var district = form.Points[4];
        Assert.Equal((PointJudgement.NotMet, true, true), (district.Judgement!.Value, district.ProposesNotMet, district.IsProposal));
        Assert.Contains("Ủy ban nhân dân huyện", district.Note, StringComparison.Ordinal);

        // Nothing is judged as met by the machine.
        Assert.DoesNotContain(form.Points, point => point.Judgement is PointJudgement.Met or PointJudgement.NotApplicable);
        var points = (await world.First.Judged()).ToList();
        points[4] = new(district.ItemId, PointJudgement.NotMet, district.Note, district.Place);
        points[8] = points[8] with { Judgement = PointJudgement.NotMet, Note = "Chưa nêu nguồn số liệu." };
        await world.Done(world.Office, await Appraise(world, draft, false, points));
        Assert.Equal([(5, true), (9, false)], await world.First.Look(async db => (await db.Set<AppraisalPoint>().Where(point => point.Judgement == PointJudgement.NotMet).OrderBy(point => point.Ordinal).ToListAsync()).Select(point => (point.Ordinal, point.WasProposed)).ToArray()));
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_a_colleague_goes_on_from_it()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var draft = await Submitted(world);
        var points = (await world.First.Judged()).Take(3).ToList();
        points[1] = points[1] with { Judgement = null, Note = "Xem lại trích yếu" };
        await world.Done(world.Office, new KeepAppraisal(New, draft, points, "Còn xem tiếp", ""));
        Assert.Equal(0, await world.First.Look(db => db.Set<Runtime.Audit.AuditEntry>().CountAsync(entry => entry.Act == "KeepAppraisal")));
        async Task<AppraisalForm> Form(Person who) => (await world.First.Ask(who, new ReadAppraisals(draft)))!.Form!;
        var mine = await Form(world.Office);
        Assert.Equal((PointJudgement.Met, null, "Xem lại trích yếu", "Còn xem tiếp", ""), (mine.Points[0].Judgement, mine.Points[1].Judgement, mine.Points[1].Note, mine.Note, mine.KeptBy));
        var colleague = world.First.People["vanphong2"];
        Assert.Equal((world.Office.FullName, "Xem lại trích yếu"), ((await Form(colleague)).KeptBy, (await Form(colleague)).Points[1].Note));

        // Each keeps their own; whoever may not appraise keeps nothing, and what is recorded leaves none behind.
        await world.Done(colleague, new KeepAppraisal(New, draft, points, "Của đồng chí khác", ""));
        Assert.Equal("Còn xem tiếp", (await Form(world.Office)).Note);
        await world.Refused("auth.not-allowed", world.First.People["soanthao"], new KeepAppraisal(New, draft, points, "", ""));
        Assert.Null((await world.First.Ask(world.First.People["soanthao"], new ReadAppraisals(draft)))!.Form);
        await world.Done(world.Office, await Appraise(world, draft, true, await world.First.Judged()));
        Assert.Equal(0, await world.First.Look(db => db.Set<AppraisalSheet>().CountAsync()));
        await world.Refused("appraisal.not-now", world.Office, new KeepAppraisal(New, draft, points, "Đến muộn", ""));
    }

    [Fact]
    public async Task The_list_is_dated_and_what_was_appraised_keeps_its_words()
    {
        await using var world = await ReviewWorld.Create(cluster);
        var (chief, today) = (world.First.People["chanhvanphong"], VietnamTime.DayOf(world.Clock.Now));
        SetAppraisalChecklist Set(DateOnly from, params string[] words) => new(New, from, "Quy trình thẩm định số 05-QTr/VPĐU", [.. words.Select(one => new ItemSet(one, AppraisalPart.Form, AppraisalTopic.None))]);
        await world.Refused("checklist.day", chief, Set(today.AddDays(-1), "Một nội dung"));
        await world.Refused("checklist.items", chief, Set(today, " "));
        await world.Refused("checklist.twice", chief, Set(today, "Một nội dung", "một nội dung"));
        await world.Refused("auth.not-allowed", world.Office, Set(today, "Một nội dung"));
        var draft = await Submitted(world);
        var old = await world.First.Judged();
        await world.Done(chief, Set(today.AddDays(2), "Đủ tờ trình", "Đúng mẫu"));
        Assert.Equal(10, (await world.First.Ask(world.Office, new ReadAppraisals(draft)))!.Form!.Points.Count);
        await world.Done(world.Office, await Appraise(world, draft, false, [old[0] with { Judgement = PointJudgement.NotMet, Note = "Sai loại văn bản." }]));
        world.Clock.Now += TimeSpan.FromDays(2);
        await world.Done(world.First.People["soanthao"], new SubmitDraft(New, draft));
        var form = (await world.First.Ask(world.Office, new ReadAppraisals(draft)))!.Form!;
        Assert.Equal(["Đủ tờ trình", "Đúng mẫu"], form.Points.Select(point => point.Words));
        Assert.Contains("Sai loại văn bản", form.BeforeElse.Single(), StringComparison.Ordinal);
        await world.Refused("appraisal.other-list", world.Office, await Appraise(world, draft, true, old));
        await world.Done(world.Office, await Appraise(world, draft, true, await world.First.Judged()));
        var rows = (await world.First.Ask(world.Office, new ReadAppraisals(draft)))!.Rows;
        Assert.Equal(("Quy trình thẩm định số 05-QTr/VPĐU", AppraisalChecklist.SourceOfTen), (rows[0].Source, rows[1].Source));
        Assert.Equal(AppraisalChecklist.Ten[0].Words, rows[1].Points.Single().Words);
    }

    [Fact]
    public async Task The_page_keeps_every_field_through_a_refusal_and_saves_by_itself()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        var draft = await ResponseTests.NewDraft(site, drafter);
        await drafter.Act($"/du-thao/{draft}/trinh");
        var here = $"/du-thao/{draft}/tham-dinh";
        var hash = System.Text.RegularExpressions.Regex.Match(await office.Page(here), "name=\"hash\" value=\"([0-9a-f]{64})\"").Groups[1].Value;
        (string, string)[] typed = [.. await office.Points($"/du-thao/{draft}"), ("hash", hash), ("points[0].note", "Ghi chú một"), ("note", "Ý kiến chung"), ("reason", "Lý do đang viết")];

        // Nine of ten, and nothing about the deadline: refused, and all is there again.
        var answer = await office.Act(here + "/xong-tham-dinh", [.. typed.Where(field => field.Item1 != "points[9].judgement"), ("passed", "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.All(["Còn 1 nội dung chưa kết luận", "Ghi chú một", "Ý kiến chung", "Lý do đang viết"], words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.Equal(9, System.Text.RegularExpressions.Regex.Count(page, "value=\"Met\" checked"));

        Assert.Equal(HttpStatusCode.OK, (await office.Act(here + "/luu-tham-dinh", typed)).StatusCode);
        Assert.Contains("Ghi chú một", WebUtility.HtmlDecode(await office.Page(here)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(here + "/luu-lai", [.. typed.Where(field => field.Item1 != "note"), ("note", "Sửa lần hai")])).StatusCode);
        Assert.Contains("Sửa lần hai", WebUtility.HtmlDecode(await (await site.SignIn("vanphong2")).Page(here)), StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await office.Get(here + "/bao-cao.pdf?trong=1")).Content.Headers.ContentType!.MediaType);
    }

    private async Task<Guid> Submitted(ReviewWorld world, string more = "")
    {
        var drafter = world.First.People["soanthao"];
        var sample = System.Text.Encoding.UTF8.GetString(cluster.SampleBytes);
        var at = sample.IndexOf("Nơi nhận", StringComparison.Ordinal);
        var draft = (await world.First.Draft(drafter, New, "Ủy ban nhân dân xã", "Kính trình.", "nghi-quyet-mau.txt", System.Text.Encoding.UTF8.GetBytes(more.Length > 0 ? sample.Insert(at, more + "\n\n") : sample))).Id;
        await world.Done(drafter, new SubmitDraft(New, draft));
        return draft;
    }

    private static async Task<AppraiseDraft> Appraise(ReviewWorld world, Guid draft, bool passed, IReadOnlyList<JudgedPoint> points) =>
        new(New, draft, await world.Hash(draft), passed, "", VietnamTime.DayOf(world.Clock.Now).AddDays(3), Points: points);

    private static async Task<string> Paper(ReviewWorld world, Person reader, Guid draft, Guid appraisal) =>
        CommentAnswerTests.Words((await world.First.Ask(reader, new ReadAppraisalPaper(draft, appraisal, PaperFormat.Word)))!.Content);
}
