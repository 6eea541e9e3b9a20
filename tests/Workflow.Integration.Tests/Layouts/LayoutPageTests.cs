using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Layout;
using Workflow.Domain;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.Layouts;

/// <summary>The layouts of an organization, by their page: seen, compared, added from a copy, on record; nonsense is refused and nothing is kept of it.</summary>
[Collection("cluster")]
public sealed class LayoutPageTests(TestCluster cluster)
{
    private const string Form = "/quan-tri/the-thuc/them-the-thuc";

    [Fact]
    public async Task A_layout_is_copied_changed_refused_when_it_cannot_be_set_and_put_on_record()
    {
        await using var site = await Site.Start(cluster);
        var (administrator, staff) = (await site.SignIn("quantri"), await site.SignIn("vanphong"));
        var page = await Decoded(administrator, "/quan-tri/the-thuc?xem=36-HD&voi=05-HD");
        Assert.Contains("3 trong", page, StringComparison.Ordinal);
        Assert.Contains("Hướng dẫn 36-HD/VPTW (2018)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đặt thể thức mới từ bản sao", await Decoded(staff, "/quan-tri/the-thuc"), StringComparison.Ordinal);

        var tomorrow = Day(1);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Act(Form, Fields(tomorrow, "Thể thức của xã"))).StatusCode);
        foreach (var (field, value, said) in new[] { ("page.left", "mười", "“mười” không dùng được"), ("body.linePt", "14", "dấu tiếng Việt sẽ bị cắt"), ("from", Day(0), "sớm nhất từ ngày mai"), ("from", "", "sớm nhất từ ngày mai"), ("name", "x", "tên thể thức"), ("copyOf", "không có", "Không có thể thức") })
        {
            var refused = await administrator.Act(Form, Fields(tomorrow, "Thể thức của xã", (field, value)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(0, await site.Look(db => db.Set<OrganizationLayout>().IgnoreQueryFilters().CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act(Form, Fields(tomorrow, "Thể thức của xã", ("page.left", "32,5"), ("sign.lines", "6")))).StatusCode);
        var row = await site.Look(db => db.Set<OrganizationLayout>().IgnoreQueryFilters().SingleAsync());
        Assert.Equal(["page.left", "sign.lines"], row.Profile.Differences(LayoutProfile.Hd05).Select(one => one.Field.Key));
        var entry = await site.Look(db => db.Set<AuditEntry>().IgnoreQueryFilters().SingleAsync(one => one.Act == "AddLayout"));
        Assert.Contains("Trang giấy, lề trái: 30 mm → 32,5 mm", entry.Text, StringComparison.Ordinal);
        page = await Decoded(administrator, $"/quan-tri/the-thuc?xem={row.Id}");
        Assert.Contains("Sắp có hiệu lực", page, StringComparison.Ordinal);
        Assert.Contains("32,5 mm", page, StringComparison.Ordinal);
        // Today's papers follow what they followed.
        Assert.Contains("trình bày theo “Hướng dẫn 05-HD/VPTW (2026)”", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_sent_for_a_draft_is_measured_and_a_strict_organization_refuses_it()
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var text = new DraftText("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về một việc", [new Clause("a", ClauseKind.Paragraph, 1, "", [new TextRun("Một đoạn văn bản đủ dài để đứng một mình.")])], [new RecipientLine("Lưu Văn phòng")], new SignatureBlock("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành"));
        byte[] Word(LayoutProfile layout) => OfficialDocx.Render(new OfficialPaper(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", null, "NQ/ĐU", "Y", null, "Dự thảo lần 1"), layout);
        var odd = new LayoutProfile("x", "x", "x", default, LayoutFields.All.Select(field => KeyValuePair.Create(field.Key, field.Key == "page.left" ? "40" : LayoutProfile.Hd05[field.Key])));

        Assert.DoesNotContain("Đo thể thức", await Preview(drafter, Word(LayoutProfile.Hd05)), StringComparison.Ordinal);
        Assert.Contains("Lề trái đo được 40,0 mm, thể thức quy định 30,0 mm (thừa 10,0 mm).", await Preview(drafter, Word(odd)), StringComparison.Ordinal);

        await site.Look(async db =>
        {
            var organization = await db.Set<Domain.Organizations.Organization>().IgnoreQueryFilters().Select(one => one.Id).SingleAsync();
            var strict = new LayoutProfile("x", "Nghiêm", "quy chế", default, LayoutFields.All.Select(field => KeyValuePair.Create(field.Key, field.Key == "audit.blocks" ? "có" : LayoutProfile.Hd05[field.Key])));
            db.Add(new OrganizationLayout { Id = Guid.CreateVersion7(), OrganizationId = organization, Name = "Nghiêm", Source = "quy chế", CopiedFrom = "05-HD", ValidFrom = new(2026, 6, 1), Values = strict.ToJson(), ById = Guid.Empty, At = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });
        var refused = await Upload(drafter, Word(odd));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Tệp chưa đúng thể thức “Nghiêm”", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(drafter, Word(LayoutProfile.Hd05))).StatusCode);
    }

    private static async Task<string> Preview(Visitor visitor, byte[] file)
    {
        var answer = await Upload(visitor, file);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await Decoded(visitor, answer.Headers.Location!.OriginalString);
    }

    private static Task<HttpResponseMessage> Upload(Visitor visitor, byte[] file) => visitor.Upload("/du-thao/moi", "nghi-quyet.docx", file, ("commandId", Guid.CreateVersion7().ToString()), ("body", "UBND xã"));

    private static async Task<string> Decoded(Visitor visitor, string address) => WebUtility.HtmlDecode(await (await visitor.Get(address)).Content.ReadAsStringAsync());

    private static string Day(int later) => VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static (string, string)[] Fields(string from, string name, params (string Field, string Value)[] changes)
    {
        var fields = LayoutFields.All.ToDictionary(field => field.Key, field => LayoutProfile.Hd05[field.Key]);
        (fields["copyOf"], fields["from"], fields["name"], fields["source"]) = ("05-HD", from, name, "Quy chế của Văn phòng");
        foreach (var (field, value) in changes)
        {
            fields[field] = value;
        }

        return [.. fields.Select(pair => (pair.Key, pair.Value))];
    }
}
