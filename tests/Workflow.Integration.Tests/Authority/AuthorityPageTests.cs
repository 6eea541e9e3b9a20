using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Signing;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Integration.Tests.Http;
using Workflow.Integration.Tests.Signing;
using Workflow.Runtime.Audit;
using Xunit;

namespace Workflow.Integration.Tests.Authority;

/// <summary>Who issues and signs what, by its page and at the gates: a table is added from a copy and put on record; a wrong pairing is refused with its source.</summary>
[Collection("another cluster")]
public sealed class AuthorityPageTests(TestCluster cluster)
{
    private const string Form = "/quan-tri/tham-quyen/them-bang";

    [Fact]
    public async Task A_table_is_copied_changed_refused_when_nobody_could_sign_and_put_on_record()
    {
        await using var site = await Site.Start(cluster);
        var (administrator, staff) = (await site.SignIn("quantri"), await site.SignIn("vanphong"));
        Assert.DoesNotContain("Đặt bảng mới", await Decoded(staff, "/quan-tri/tham-quyen"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Act(Form, Fields())).StatusCode);
        Assert.Contains("Quy định 66-QĐ/TW", await Decoded(administrator, "/quan-tri/tham-quyen?xem=66-QD"), StringComparison.Ordinal);
        foreach (var (field, value, said) in new[]
        {
            ("line-0-authority", "K/T BÍ THƯ", "K/T chỉ dùng trong cơ quan tham mưu"), ("line-0-position", "ỦY VIÊN", "không ghi ủy viên"), ("line-9-types", "Công hàm", "“Công hàm” không phải loại văn bản"),
            ("from", Day(0), "sớm nhất từ ngày mai"), ("name", "x", "tên bảng"), ("copyOf", "không có", "Không có bảng"),
        })
        {
            var refused = await administrator.Act(Form, Fields((field, value)));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains("quy chế làm việc của xã", page, StringComparison.Ordinal);
        }

        Assert.Equal(0, await site.Look(db => db.Set<OrganizationAuthority>().IgnoreQueryFilters().CountAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act(Form, Fields(("may-StandingCommittee", "nghi-quyet"), ("line-1-authority", ""), ("line-1-position", "")))).StatusCode);
        var row = await site.Look(db => db.Set<OrganizationAuthority>().IgnoreQueryFilters().SingleAsync());
        Assert.Equal(["nghi-quyet"], row.Table.Powers.Single(one => one.Body == BodyKind.StandingCommittee).Types);
        Assert.Equal(ShippedAuthority.All[^1].Lines.Count - 1, row.Table.Lines.Count);
        var entry = await site.Look(db => db.Set<AuditEntry>().IgnoreQueryFilters().SingleAsync(one => one.Act == "AddAuthority"));
        Assert.Contains("Ban Thường vụ không ban hành Quyết định, Chỉ thị", entry.Text, StringComparison.Ordinal);
        Assert.Contains("bỏ đề ký Ban Chấp hành: T/M BAN CHẤP HÀNH / BÍ THƯ", entry.Text, StringComparison.Ordinal);
        Assert.Contains("Sắp có hiệu lực", await Decoded(administrator, "/quan-tri/tham-quyen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pairing_that_the_table_of_the_day_does_not_know_is_neither_begun_nor_signed()
    {
        await using var world = await SigningWorld.Create(cluster);
        var today = VietnamTime.DayOf(TimeProvider.System.GetUtcNow());
        await world.World.Look(async db =>
        {
            var organization = await db.Set<Organization>().Select(one => one.Id).SingleAsync();
            var shipped = ShippedAuthority.All[^1];
            db.Add(new OrganizationAuthority
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = organization,
                Name = "Không nghị quyết",
                Source = "quy chế",
                CopiedFrom = shipped.Name,
                ValidFrom = today,
                ById = Guid.Empty,
                At = DateTimeOffset.UnixEpoch,
                Values = AuthorityJson.Write([.. shipped.Powers.Select(power => power with { Types = [.. power.Types.Except(["nghi-quyet"])] })], shipped.Lines),
            });
            return await db.SaveChangesAsync();
        });
        var answer = await world.World.Send(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash));
        Assert.Equal("authority.kind", answer.Refusal?.Code);
        Assert.Contains("“Không nghị quyết”", answer.Refusal!.Text, StringComparison.Ordinal);
        Assert.Equal("authority.kind", await world.Refused(world.World.People["soanthao"], new StartFromTemplate(SigningWorld.New, "1-nghi-quyet-bch", "Về một việc", "Văn phòng Đảng ủy", "")));

        // A paper of the day before follows the table of that day.
        await world.Done(world.Secretary, new SignResolution(SigningWorld.New, world.Draft, world.Hash, WantedDate: today.AddDays(-1)));
    }

    private static (string Name, string Value)[] Fields(params (string Name, string Value)[] changed)
    {
        var shipped = ShippedAuthority.All[^1];
        var fields = new List<(string Name, string Value)> { ("copyOf", shipped.Key), ("from", Day(1)), ("name", "Bảng của xã"), ("source", "quy chế làm việc của xã") };
        foreach (var (index, line) in shipped.Lines.Index())
        {
            fields.AddRange([($"line-{index}-body", $"{line.Body}"), ($"line-{index}-authority", line.Authority), ($"line-{index}-position", line.Position), ($"line-{index}-office", $"{line.Office}"), ($"line-{index}-types", string.Join(", ", line.Types.Select(type => DocumentType.Of(type).Name))), ($"line-{index}-source", line.Source)]);
        }

        fields.AddRange(shipped.Powers.SelectMany(power => power.Types.Select(type => ($"may-{power.Body}", type))));
        return [.. fields.Where(field => !changed.Any(other => other.Name == field.Name)), .. changed];
    }

    private static string Day(int later) => VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string> Decoded(Visitor visitor, string path) => WebUtility.HtmlDecode(await (await visitor.Get(path)).Content.ReadAsStringAsync());
}
