using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Profiles;
using Workflow.Host.Commands;
using Workflow.Integration.Tests.Http;
using Xunit;

namespace Workflow.Integration.Tests.Drafting;

/// <summary>What the organization keeps besides its texts speaks up when a file is shown and on the page of a draft.</summary>
[Collection("cluster")]
public sealed class ListsTests(TestCluster cluster)
{
    private const string Names = "/theo-doi/danh-muc/ten-goi";
    private const string Documents = "/theo-doi/danh-muc/van-ban";

    [Fact]
    public async Task A_target_that_an_issued_document_sets_otherwise_is_shown_with_its_number_and_words()
    {
        var database = await cluster.Copy();
        await using (var world = await DemoWorld.Create(cluster.Sample, cluster.Cluster, database))
        {
            await new DemoStory(world, cluster.Sample, "nghi-quyet-mau.txt", cluster.SampleBytes, "") { Quiet = true }.Tell();
            var targets = await world.Look(db => db.Set<Target>().AsNoTracking().ToListAsync());
            Assert.All(targets, target => Assert.Equal("2027", target.Period));
        }

        await using var site = await Site.Start(cluster, database);
        var drafter = await site.SignIn("soanthao");
        var page = await Preview(drafter, "I. CHỈ TIÊU\n\n- Tỷ lệ người dân tham gia bảo hiểm y tế đạt 90%.\n- Tỷ lệ thanh toán trực tuyến đạt 90%.\n\nII. NHIỆM VỤ\n\nLàm tốt.");
        Assert.Contains("Tỷ lệ người dân tham gia bảo hiểm y tế đạt 96%", page, StringComparison.Ordinal);
        Assert.Contains("tại văn bản số", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "tại văn bản số"));
        Assert.DoesNotContain("tại văn bản số", await Preview(drafter, "I. CHỈ TIÊU\n\n- Đến năm 2030 tỷ lệ người dân tham gia bảo hiểm y tế đạt 99%.\n\nII. NHIỆM VỤ\n\nLàm tốt."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_the_list_counts_from_when_it_is_written_until_it_is_taken_out()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        const string Text = "Mở đầu tốt đẹp.\n\nNhân dân Suối Mơ đoàn kết, giúp nhau phát triển kinh tế.";
        Assert.DoesNotContain("Suối Mở", await Preview(drafter, Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Act(Names + "/ghi-ten", ("name", "Suối Mở"), ("kind", "Place"), ("source", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Act(Names + "/ghi-ten", ("name", "Ban cũ"), ("kind", "Level"), ("source", "Quyết định"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(Names + "/ghi-ten", ("name", " Suối  Mở "), ("kind", "Place"), ("source", "Nghị quyết đặt tên thôn"))).StatusCode);
        Assert.Contains("Nghị quyết đặt tên thôn", await Decoded(office, Names), StringComparison.Ordinal);
        Assert.Contains("Danh mục của đơn vị ghi “Suối Mở”", await Preview(drafter, Text), StringComparison.Ordinal);
        Assert.DoesNotContain("Ghi thêm một tên", await Decoded(drafter, Names), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await drafter.Act(Names + "/bo-ten", ("name", "Suối Mở"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(Names + "/bo-ten", ("name", "Suối Mở"))).StatusCode);
        Assert.DoesNotContain("Suối Mở", await Preview(drafter, Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Act(Names + "/bo-ten", ("name", "Suối Mở"))).StatusCode);
        Assert.Equal(2, await site.Count<ListedName>());
    }

    [Fact]
    public async Task A_document_out_of_force_is_named_with_what_replaces_it_also_one_that_came_with_the_program()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("chanhvanphong"));
        const string Text = "Mở đầu tốt đẹp.\n\nThực hiện Quy chế số 05-QC/ĐU, ngày 30/7/2025 và Quy định số 66-QĐ/TW.";
        Assert.Contains("được thay bằng Quy định số 399-QĐ/TW", await Preview(drafter, Text), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Act(Documents + "/ghi-van-ban", ("symbol", "năm"), ("title", "Quy chế làm việc"), ("source", "Sổ văn bản"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Act(Documents + "/ghi-van-ban", ("symbol", "05-QC/ĐU"), ("title", "Quy chế làm việc"), ("replacedBy", "Quy chế mới"), ("source", "Sổ văn bản"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(Documents + "/ghi-van-ban", ("symbol", "05-QC/ĐU"), ("title", "Quy chế làm việc"), ("issued", "30/7/2025"), ("endsOn", "2026-03-01"), ("replacedBy", "Quy chế số 02-QC/ĐU"), ("source", "Sổ văn bản đi"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await office.Act(Documents + "/bo-van-ban", ("symbol", "66-QĐ/TW"))).StatusCode);
        var page = await Preview(drafter, Text);
        Assert.Contains("được thay bằng Quy chế số 02-QC/ĐU", page, StringComparison.Ordinal);
        Assert.DoesNotContain("399-QĐ/TW", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Quy chế số 02-QC/ĐU\"", await Decoded(office, Documents + "?sua=05-QC/ĐU"), StringComparison.Ordinal);
        var list = await Decoded(office, Documents);
        Assert.Contains("05-QC/ĐU", list, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>66-QĐ/TW</strong>", list, StringComparison.Ordinal);
    }

    private static async Task<string> Preview(Visitor visitor, string body)
    {
        var file = Encoding.UTF8.GetBytes($"NGHỊ QUYẾT\n\nVề nhiệm vụ năm 2027\n\n{body}\n\nNơi nhận:\n- Lưu Văn phòng Đảng ủy.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nNguyễn Văn An\n");
        var answer = await visitor.Upload("/du-thao/moi", "a.txt", file, [("commandId", Guid.CreateVersion7().ToString()), ("body", "UBND xã")]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return await Decoded(visitor, answer.Headers.Location!.OriginalString);
    }

    private static async Task<string> Decoded(Visitor visitor, string address) => Regex.Replace(WebUtility.HtmlDecode(await visitor.Page(address)), @"\s+", " ");
}
