using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Portal;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Xunit;
using static Workflow.Integration.Tests.Portal.PortalWorld;

namespace Workflow.Integration.Tests.Portal;

/// <summary>Nothing is public by itself: the pages are opened by a person, and each document after what was found in it is answered.</summary>
[Collection("cluster")]
public sealed class ReleaseTests(TestCluster cluster)
{
    [Fact]
    public async Task A_document_is_public_only_after_each_finding_is_answered_and_the_answers_stay()
    {
        await using var world = await PortalWorld.Create(cluster);
        var plain = await world.Another(81, "về trồng cây", paragraphs: ["Các chi bộ tổ chức trồng cây."]);
        var personal = await world.Another(82, "về giải quyết đơn", BodyKind.ExecutiveCommittee, "nghi-quyet", null, "Bà Lò Thị Mai khiếu nại về đất.", "Liên hệ số điện thoại 0912345678.");
        var secret = await world.Another(83, "về việc khác", BodyKind.ExecutiveCommittee, "nghi-quyet", null, "TỐI MẬT", "Nội dung.");

        Assert.Null((await world.Release(plain.Id)).Refusal);
        Assert.Equal("portal.released", (await world.Release(plain.Id)).Refusal?.Code);
        Assert.Equal("portal.secret", (await world.Release(secret.Id)).Refusal?.Code);
        Assert.Contains("không được đăng trong bất kỳ trường hợp nào", (await world.World.Ask(world.Clerk, new ReadRelease(secret.Id)))!.Bar, StringComparison.Ordinal);
        Assert.Equal("auth.not-allowed", await world.Refused(world.World.People["vanphong"], new ReleaseToPortal(New, personal.Id, "", [])));

        var check = (await world.World.Ask(world.Clerk, new ReadRelease(personal.Id)))!;
        Assert.Equal([(PublicationMatter.Petitioner, "Lò Thị Mai"), (PublicationMatter.Phone, "0912345678")], check.Findings.Select(one => (one.Matter, one.Words)));
        FindingAnswer no = new(PublicationAnswer.NotSuch, ""), may = new(PublicationAnswer.MayPublish, "Bà Mai đã đồng ý bằng văn bản ngày 01/11/2026"), empty = new(PublicationAnswer.MayPublish, " "), none = new(null, "vì vậy");
        foreach (var (code, answers, hash) in new (string, FindingAnswer[], string?)[]
        {
            ("portal.unanswered", [], null), ("portal.unanswered", [may], null), ("portal.unanswered", [none, no], null), ("portal.why", [empty, no], null), ("portal.why", [may, new(PublicationAnswer.MayPublish, new('x', 501))], null),
            ("portal.unanswered", [may, new((PublicationAnswer)7, "vì vậy")], null), ("portal.other-findings", [may, no], new string('0', 64)),
        })
        {
            Assert.Equal(code, await world.Refused(world.Clerk, new ReleaseToPortal(New, personal.Id, hash ?? check.FindingsHash, answers)));
        }

        Assert.Null(await world.World.Look(db => db.Set<IssuedDocument>().Where(row => row.Id == personal.Id).Select(row => row.ReleasedAt).SingleAsync()));
        Assert.Contains("1 chỗ nhận nhầm, 1 chỗ được công khai có lý do", await world.Done(world.Clerk, new ReleaseToPortal(New, personal.Id, check.FindingsHash, [may, no])), StringComparison.Ordinal);
        var kept = Assert.Single((await world.World.Ask(world.Chief, new ReadRelease(personal.Id)))!.Releases);
        Assert.Equal([("Bà Lò Thị Mai khiếu nại về đất.", PublicationAnswer.MayPublish, may.Reason!), ("Liên hệ số điện thoại 0912345678.", PublicationAnswer.NotSuch, "")], kept.Findings.Select(one => (one.Quote, one.Answer, one.Reason)));
        Assert.Equal(world.Clerk.FullName, kept.By);

        // Taken back with a reason, and put there again: three lines on record, two rows.
        Assert.Equal("portal.reason", await world.Refused(world.Chief, new TakeBackRelease(New, personal.Id, "")));
        await world.Done(world.Chief, new TakeBackRelease(New, personal.Id, "Bà Mai rút lại sự đồng ý"));
        Assert.Equal("portal.not-released", await world.Refused(world.Chief, new TakeBackRelease(New, personal.Id, "Bà Mai rút lại sự đồng ý")));
        await world.Done(world.Clerk, new ReleaseToPortal(New, personal.Id, check.FindingsHash, [may, no]));
        Assert.Equal([null, "Bà Mai rút lại sự đồng ý"], (await world.World.Ask(world.Chief, new ReadRelease(personal.Id)))!.Releases.Select(row => row.TakenBackAt is null ? null : row.TakenBackReason));
        Assert.Equal(["ReleaseToPortal", "TakeBackRelease", "ReleaseToPortal"], await world.World.Look(db => db.Set<AuditEntry>().Where(row => row.SubjectId == personal.DraftId).OrderBy(row => row.Position).Select(row => row.Act).ToListAsync()));
    }

    [Fact]
    public async Task Pressed_many_times_at_once_a_document_is_released_once_and_a_closed_portal_takes_nothing()
    {
        await using var world = await PortalWorld.Create(cluster);
        var one = await world.Another(81, "về trồng cây", paragraphs: ["Các chi bộ tổ chức trồng cây."]);
        var check = (await world.World.Ask(world.Clerk, new ReadRelease(one.Id)))!;
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.World.Act(world.Clerk, new ReleaseToPortal(New, one.Id, check.FindingsHash, []))));
        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Equal(1, await world.World.Look(db => db.Set<PortalRelease>().CountAsync(row => row.IssuedDocumentId == one.Id)));

        Assert.Equal("auth.not-allowed", await world.Refused(world.Clerk, new SwitchPortal(New, false, "Theo chỉ đạo")));
        Assert.Equal("portal.switch-reason", await world.Refused(world.Chief, new SwitchPortal(New, false, "x")));
        Assert.Equal("portal.same", await world.Refused(world.Chief, new SwitchPortal(New, true, "Theo chỉ đạo")));
        await world.Done(world.Chief, new SwitchPortal(New, false, "Theo chỉ đạo của Thường trực"));
        var other = await world.Another(82, "về thu gom rác", paragraphs: ["Các chi bộ thu gom rác."]);
        Assert.Equal("portal.off", (await world.Release(other.Id)).Refusal?.Code);
        await using var site = await Site.Start(cluster, world.Database);
        foreach (var visitor in new[] { site.Stranger(), await site.SignIn("chanhvanphong") })
        {
            foreach (var address in new[] { "/cong", $"/cong/{one.Id}", $"/cong/{one.Id}/ban-chinh.pdf", "/cong/atom.xml", "/cong?tim=cay" })
            {
                Assert.Equal(System.Net.HttpStatusCode.NotFound, (await visitor.Get(address)).StatusCode);
            }
        }

        var chief = await site.SignIn("chanhvanphong");
        Assert.Contains("đang tắt", await Words(chief, $"/van-ban/{one.Id}"), StringComparison.Ordinal);
        Assert.Contains("tắt cổng thông tin: Theo chỉ đạo của Thường trực", await Words(chief, "/quan-tri/cong-thong-tin"), StringComparison.Ordinal);

        // By the forms: opened again; what was typed before a refusal is kept.
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await chief.Act("/quan-tri/cong-thong-tin/bat-tat", ("on", "true"), ("reason", "Thường trực cho bật lại"))).StatusCode);
        var personal = await world.Another(84, "về liên hệ", paragraphs: ["Liên hệ số điện thoại 0912345678."]);
        var form = $"/van-ban/{personal.Id}/cong-thong-tin/dang-cong";
        Assert.Contains("0912345678", await Words(chief, $"/van-ban/{personal.Id}/cong-thong-tin"), StringComparison.Ordinal);
        var hash = (await world.World.Ask(world.Clerk, new ReadRelease(personal.Id)))!.FindingsHash;
        var refused = await chief.Act(form, ("hash", hash), ("answers[0].Reason", "số máy cơ quan"));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = System.Net.WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("chưa được trả lời", page, StringComparison.Ordinal);
        Assert.Contains("value=\"số máy cơ quan\"", page, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await chief.Act(form, ("hash", hash), ("answers[0].Answer", "MayPublish"), ("answers[0].Reason", "số máy cơ quan"))).StatusCode);
        Assert.Contains("Được công khai: số máy cơ quan", await Words(chief, $"/van-ban/{personal.Id}/cong-thong-tin"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await chief.Act($"/van-ban/{personal.Id}/cong-thong-tin/go-cong", ("reason", "Đăng nhầm"))).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Stranger().Get($"/cong/{personal.Id}")).StatusCode);
    }
}
