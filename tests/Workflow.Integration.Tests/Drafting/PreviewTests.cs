using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Drafts;
using Workflow.Domain.Reviews;
using Workflow.Integration.Tests.Http;
using Workflow.Runtime.Outbox;
using Xunit;

namespace Workflow.Integration.Tests.Drafting;

/// <summary>Nothing of a file is stored before its sender has seen what was understood of it, and what is stored is what was seen.</summary>
[Collection("cluster")]
public sealed class PreviewTests(TestCluster cluster)
{
    private const string By = "w:id=\"1\" w:author=\"Trần Văn Bình\" w:date=\"2026-11-20T09:15:00Z\"";

    [Fact]
    public async Task A_file_is_shown_before_it_is_stored_and_forgotten_when_another_is_chosen()
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var (at, page) = await Stage(drafter, "/du-thao/moi", "mau.txt", cluster.SampleBytes, ("body", "Phòng Kinh tế"), ("note", "Kính trình"));
        Assert.Contains("Về đẩy mạnh chuyển đổi số", page, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn Thành", page, StringComparison.Ordinal);
        Assert.Contains("Kiểm tra văn bản:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, 1), (await site.Count<Draft>(), await site.Count<StagedUpload>()));

        var other = await drafter.Act(at + "/bo");
        Assert.Equal(0, await site.Look(db => db.Set<StagedUpload>().IgnoreQueryFilters().SumAsync(upload => upload.Content.Length)));
        var back = await drafter.Get(other.Headers.Location!.OriginalString);
        var form = await drafter.Page(back.Headers.Location!.OriginalString);
        Assert.Contains("value=\"Phòng Kinh tế\"", form, StringComparison.Ordinal);
        Assert.Contains(">Kính trình</textarea>", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act(at + "/lap", ("hash", Hash(cluster.SampleBytes)))).StatusCode);
        Assert.Equal(0, await site.Count<Draft>());
    }

    [Fact]
    public async Task What_is_stored_is_what_was_shown_and_only_by_its_sender_and_in_time()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, office) = (await site.SignIn("soanthao"), await site.SignIn("vanphong"));
        var (at, _) = await Stage(drafter, "/du-thao/moi", "mau.txt", cluster.SampleBytes, ("body", "UBND xã"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.Get(at)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.Act(at + "/lap", ("hash", Hash(cluster.SampleBytes)))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act(at + "/lap", ("hash", new string('0', 64)))).StatusCode);
        Assert.Equal(0, await site.Count<Draft>());
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/lap", ("hash", Hash(cluster.SampleBytes)))).StatusCode);
        Assert.Equal((1, 0), (await site.Count<Draft>(), await site.Count<StagedUpload>()));
        Assert.Equal(cluster.SampleBytes, await site.Look(db => db.Set<DraftFile>().IgnoreQueryFilters().Select(file => file.Content).SingleAsync()));

        for (var file = 0; file < StagedUpload.MostOfOne + 2; file++)
        {
            (at, _) = await Stage(drafter, "/du-thao/moi", "mau.txt", cluster.SampleBytes, ("body", "UBND xã"));
        }

        Assert.Equal(StagedUpload.MostOfOne, await site.Count<StagedUpload>());
        var old = DateTimeOffset.UtcNow - StagedUpload.Kept - TimeSpan.FromMinutes(1);
        await site.Look(db => db.Set<StagedUpload>().IgnoreQueryFilters().OrderByDescending(upload => upload.At).Take(1).ExecuteUpdateAsync(set => set.SetProperty(upload => upload.At, old)));
        Assert.Equal(HttpStatusCode.NotFound, (await drafter.Get(at)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await drafter.Act(at + "/lap", ("hash", Hash(cluster.SampleBytes)))).StatusCode);
        Assert.Equal(1, await new StagedUploadSweep(site.Services.GetRequiredService<IServiceScopeFactory>(), TimeProvider.System).RunDue(default));
        Assert.Equal(StagedUpload.MostOfOne - 1, await site.Count<StagedUpload>());
    }

    [Theory]
    [InlineData("Accept", "Phấn đấu đạt 85% số hộ.", 1)]
    [InlineData("Reject", "Phấn đấu đạt 80% số hộ.", 1)]
    [InlineData("Keep", "Phấn đấu đạt 80% số hộ.", 2)]
    public async Task Tracked_changes_become_what_the_sender_chose_and_comments_stand_beside_the_text(string tracked, string stored, int comments)
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var (at, page) = await Stage(drafter, "/du-thao/moi", "sua.docx", Word(), ("body", "UBND xã"));
        Assert.Contains("2 chỗ theo dõi sửa đổi (của Trần Văn Bình)", page, StringComparison.Ordinal);
        Assert.Contains("Phấn đấu đạt 85% số hộ.", page, StringComparison.Ordinal);
        Assert.Contains("vbaProject.bin", page, StringComparison.Ordinal);
        Assert.Contains("Lê Thị Mai", page, StringComparison.Ordinal);
        Assert.Contains(stored, await Decoded(drafter, $"{at}?tracked={tracked}"), StringComparison.Ordinal);
        var answer = await drafter.Act(at + "/lap", ("hash", Hash(Word())), ("tracked", tracked));
        var draft = await Decoded(drafter, answer.Headers.Location!.OriginalString);
        Assert.Contains(stored, Regex.Replace(draft, "<[^>]+>", ""), StringComparison.Ordinal);
        Assert.Contains("<mark>số hộ</mark>", draft, StringComparison.Ordinal);
        Assert.Contains("Lê Thị Mai (từ tệp Word, do đồng chí", draft, StringComparison.Ordinal);
        var rows = await site.Look(db => db.Set<Comment>().IgnoreQueryFilters().OrderBy(comment => comment.Id).ToListAsync());
        Assert.Equal(comments, rows.Count);
        Assert.Equal(("Lê Thị Mai", "Xem lại số này.", "số hộ", (Guid?)null), (rows[0].AuthorAsWritten, rows[0].Text, rows[0].Quote, rows[0].RoundId));
        Assert.All(rows.Skip(1), row => Assert.Equal(("80%", "85%", "Trần Văn Bình"), (row.Quote, row.Proposed, row.AuthorAsWritten)));
    }

    [Fact]
    public async Task A_new_version_goes_the_same_way()
    {
        await using var site = await Site.Start(cluster);
        var drafter = await site.SignIn("soanthao");
        var draft = await ResponseTests.NewDraft(site, drafter);
        var hash = await site.Look(db => db.Set<Draft>().IgnoreQueryFilters().Select(row => row.CurrentHash).SingleAsync());
        var file = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(cluster.SampleBytes).Replace("T/M ĐẢNG ỦY", "Nội dung thêm vào.\n\nT/M ĐẢNG ỦY", StringComparison.Ordinal));
        var (at, page) = await Stage(drafter, $"/du-thao/{draft}/tai-len", "moi.txt", file, ("hash", hash), ("note", "Bản sửa"));
        Assert.Contains("lưu thành bản mới của", page, StringComparison.Ordinal);
        Assert.Equal(1, await site.Count<DraftVersion>());
        Assert.Equal(HttpStatusCode.Redirect, (await drafter.Act(at + "/luu", ("hash", Hash(file)))).StatusCode);
        Assert.Equal("Bản sửa", await site.Look(db => db.Set<DraftVersion>().IgnoreQueryFilters().OrderByDescending(version => version.Round).Select(version => version.Note).FirstAsync()));

        // A letter is no new version of a resolution: said at the preview, and refused should somebody send the form all the same.
        var letter = Encoding.UTF8.GetBytes("CÔNG VĂN\n\nVề việc thử\n\nKính gửi: Các chi bộ.\n\nĐề nghị các chi bộ thực hiện.\n");
        hash = await site.Look(db => db.Set<Draft>().IgnoreQueryFilters().Select(row => row.CurrentHash).SingleAsync());
        (at, page) = await Stage(drafter, $"/du-thao/{draft}/tai-len", "cong-van.txt", letter, ("hash", hash));
        Assert.Contains("không cùng loại", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đúng, lưu bản này", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await drafter.Act(at + "/luu", ("hash", Hash(letter)))).StatusCode);
    }

    [Fact]
    public async Task A_rule_that_the_organization_switched_off_finds_nothing()
    {
        await using var site = await Site.Start(cluster);
        var (drafter, administrator) = (await site.SignIn("soanthao"), await site.SignIn("quantri"));
        var wrong = Encoding.UTF8.GetBytes("NGHỊ QUYẾT\n\nVề nhiệm vụ năm 2026\n\nTỷ lệ đạt 95.5% số hộ.\n\nNơi nhận:\n- Lưu Văn phòng Đảng ủy.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\n\nNguyễn Văn An\n");
        Assert.Contains("95,5%", (await Stage(drafter, "/du-thao/moi", "a.txt", wrong, ("body", "UBND xã"))).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Act("/quan-tri/kiem-tra/doi", ("key", "figures.grouping"), ("off", "true"), ("reason", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/kiem-tra/doi", ("key", "figures.grouping"), ("off", "true"), ("reason", "Cấp trên dùng dấu chấm"))).StatusCode);
        Assert.Contains("Cấp trên dùng dấu chấm", await Decoded(administrator, "/quan-tri/kiem-tra"), StringComparison.Ordinal);
        Assert.DoesNotContain("95,5%", (await Stage(drafter, "/du-thao/moi", "a.txt", wrong, ("body", "UBND xã"))).Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.Act("/quan-tri/kiem-tra/doi", ("key", "figures.grouping"), ("off", "false"), ("reason", "Nhầm lẫn"))).StatusCode);
        Assert.Contains("95,5%", (await Stage(drafter, "/du-thao/moi", "a.txt", wrong, ("body", "UBND xã"))).Page, StringComparison.Ordinal);
    }

    private static async Task<(string At, string Page)> Stage(Visitor visitor, string address, string name, byte[] file, params (string, string)[] fields)
    {
        var answer = await visitor.Upload(address, name, file, [("commandId", Guid.CreateVersion7().ToString()), .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        var at = answer.Headers.Location!.OriginalString;
        return (at, await Decoded(visitor, at));
    }

    private static async Task<string> Decoded(Visitor visitor, string address) => Regex.Replace(WebUtility.HtmlDecode(await visitor.Page(address)), @"\s+", " ");

    private static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    // One tracked replacement, one comment and a macro.
    private static byte[] Word()
    {
        const string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        static string P(string runs) => $"<w:p>{runs}</w:p>";
        static string R(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
        var body = P(R("NGHỊ QUYẾT")) + P(R("Về nhiệm vụ năm 2027"))
            + P($"{R("Phấn đấu đạt ")}<w:del {By}><w:r><w:delText>80%</w:delText></w:r></w:del><w:ins {By}>{R("85%")}</w:ins>{R(" ")}<w:commentRangeStart w:id=\"7\"/>{R("số hộ")}<w:commentRangeEnd w:id=\"7\"/><w:r><w:commentReference w:id=\"7\"/></w:r>{R(".")}");
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in new[]
            {
                ("word/document.xml", $"<w:document {w}><w:body>{body}</w:body></w:document>"),
                ("word/comments.xml", $"<w:comments {w}><w:comment w:id=\"7\" w:author=\"Lê Thị Mai\" w:date=\"2026-11-19T08:00:00Z\">{P(R("Xem lại số này."))}</w:comment></w:comments>"),
                ("word/vbaProject.bin", "x"),
            })
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }
}
