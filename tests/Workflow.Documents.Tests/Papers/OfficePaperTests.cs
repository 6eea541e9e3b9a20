using System.Text;
using Workflow.Documents.Papers;
using Workflow.Documents.Tests.Signatures;
using Workflow.Domain;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests.Papers;

/// <summary>Papers of the office: Word and PDF of one model say the same, and other programs read both.</summary>
public sealed class OfficePaperTests(OfficePaperTests.Converted converted) : IClassFixture<OfficePaperTests.Converted>, IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 2, 4, 2, 15, 0, TimeSpan.Zero);
    private static readonly string Hash = new('a', 64);
    internal static readonly PaperHeader Header = new("ĐẢNG BỘ TỈNH VĨNH AN", "ĐẢNG ỦY XÃ THANH SƠN", "Thanh Sơn", new DateOnly(2026, 2, 5));

    private readonly string folder = Environment.GetEnvironmentVariable("WORKFLOW_PAPERS") ?? Directory.CreateTempSubdirectory("workflow-papers-").FullName;

    public static TheoryData<string> Names => [.. Papers.Keys];

    internal static Dictionary<string, OfficePaper> Papers { get; } = new(SessionPaperSamples.All, StringComparer.Ordinal)
    {
        ["phieu-trong"] = OpinionSheetPaper.Of(Sheet with { Header = Header with { Date = null } }),
        ["phieu-da-ghi"] = OpinionSheetPaper.Of(Sheet with
        {
            Given = new(1, "Cần rõ nguồn vốn.\nVà tiến độ.", [("Mục II.1", "Đề nghị nêu rõ số hộ nghèo & cận nghèo."), ("Mục III", "Giao “UBND xã” chủ trì <rõ>.")], At, "trên thiết bị của đồng chí, số biên nhận 7K2M"),
        }),
        ["tong-hop"] = SynthesisTable.Of(
            Header, "Nghị quyết về phát triển nông nghiệp", [
                new("Lấy ý kiến đợt 1 về bản 2, kết thúc 17:00 04/02/2026", [new("Nguyễn Văn An", "Thống nhất", ""), new("Lê Thị Bình", "Không thống nhất", "Chưa đủ căn cứ"), new("Trần Thị Cúc", "Không trả lời", "")], [new("Trần Thị Cúc", "Thống nhất", "Đi công tác.")]),
                new("Lấy ý kiến bằng văn bản đợt 2 về bản 3, hạn 17:00 09/02/2026", [new("Nguyễn Văn An", "Chưa trả lời", "")], []),
            ],
            [.. Enumerable.Range(1, 40).Select(n => new SynthesisRow($"Mục {n}", n % 3 == 0 ? "Nguyễn Văn An, Lê Thị Bình" : "Lê Thị Bình", $"Ý kiến thứ {n}, đề nghị viết lại cho rõ trách nhiệm của từng đơn vị.", "Tiếp thu một phần", $"Đã sửa tại đoạn {n}."))]),
        ["doi-soat"] = ReconciliationTable.Of(Header, "Nghị quyết về phát triển nông nghiệp", "Kết luận của Ban Thường vụ ngày 02/02/2026", "Dự thảo lần 2", [new("Bổ sung chỉ tiêu giảm nghèo", "Mục II.2, trang 3", true), new("Hạn hoàn thành trước 30/6/2026", "Vẫn ghi 31/12/2026", false), new("Rà lại căn cứ", "", null)]),
        ["tham-dinh"] = AppraisalReport.Of(Appraisal),
        ["tham-dinh-trong"] = AppraisalReport.Of(Appraisal with { Header = Header with { Date = null }, Form = [new("Căn cứ đầy đủ", "", "")], Content = [new("Số liệu khớp nhau", "", "")], Before = [], Proposal = [], Officer = "" }),
        ["bien-ban"] = MinutesPaper.Of(Minutes),
        ["trich-bien-ban"] = MinutesPaper.Extract(Minutes, Minutes.Items[0]),
    };

    private static MinutesModel Minutes => new(
        Header, "Hội nghị lần thứ 6 Ban Chấp hành Đảng bộ xã", At, "Hội trường xã", "Phạm Văn Dũng", "Trần Thị Cúc", 3, ["Phạm Văn Dũng", "Lê Thị Bình (đến lúc 08 giờ 40)"], [("Nguyễn Văn An", "ốm")], [], ["Lò Văn Khách, Trưởng thôn"], 2, 2,
        "Quy chế làm việc, điều 11", "Hội nghị nghe báo cáo.",
        [
            new("1", "Nghị quyết về phát triển nông nghiệp", "Vàng Văn Sơn", Hash, ["Đồng chí Lê Thị Bình phát biểu về “II. MỤC TIÊU”: Đề nghị làm rõ nguồn vốn & tiến độ <2026>."],
                ["Đề nghị sửa đổi số 1 của đồng chí Lê Thị Bình tại “II.1”: thay “80%” bằng “85%”. Chủ trì tiếp thu."], [],
                [
                    new("Thông qua Nghị quyết", "giơ tay", "có mặt 2/3 đồng chí, được biểu quyết 2", [], "đếm nhầm", At, IsVoid: true),
                    new("Thông qua Nghị quyết, cùng 1 sửa đổi", "trên thiết bị của từng đồng chí", "có mặt 2/3 đồng chí, được biểu quyết 2", ["Tán thành 2; không tán thành 0; không có ý kiến 0."], "2/3 tán thành, đạt hơn một nửa", At, IsVoid: false),
                ],
                ["Ý kiến bảo lưu của đồng chí Lê Thị Bình: Mục tiêu quá cao."], "Thông qua, có sửa đổi tại hội nghị"),
        ])
    { Closed = At.AddHours(2) };

    private static AppraisalReportModel Appraisal => new(
        Header, "Nghị quyết về phát triển nông nghiệp", "Dự thảo lần 2 (bản 4)", Hash, ["Cơ quan chủ trì soạn thảo: Ủy ban nhân dân xã (đồng chí Phạm Văn Kiên).", "Hồ sơ gồm: dự thảo Nghị quyết (tệp mau.docx); tờ trình."], "Quy trình thẩm định số 05-QTr/VPĐU",
        [new("Loại văn bản đúng thẩm quyền", "Đạt", ""), new("Nơi nhận đầy đủ, có dòng Lưu", "Chưa đạt", "Thiếu dòng Lưu & nơi nhận <UBKT>. (phần mềm đề xuất, người thẩm định giữ nguyên)")],
        [new("Thời hạn khả thi, không rơi vào ngày nghỉ", "Chưa đạt", "Hạn 15/3/2026 là Chủ nhật. (tại: III. TỔ CHỨC THỰC HIỆN)"), new("Số liệu khớp nhau", "Không áp dụng", "")],
        [new("Căn cứ đầy đủ: thiếu Nghị quyết đại hội", "Đạt; đoạn được nêu đã sửa.")], ["Trả lại cơ quan soạn thảo để hoàn chỉnh 2 nội dung chưa đạt nêu trên.", "Sửa xong gửi lại trước ngày 10/3."], "Nguyễn Thị Thảo");

    private static OpinionSheetModel Sheet => new(
        Header, "Nghị quyết về phát triển nông nghiệp", "Dự thảo lần 2", Hash, "Lê Thị Bình", "Cho ý kiến về chỉ tiêu và nguồn vốn.", At.AddDays(3), "Quá thời hạn trên, đồng chí chưa trả lời được ghi là chưa có ý kiến.",
        ["Thống nhất", "Cơ bản thống nhất, có ý kiến cụ thể", "Không thống nhất (nêu lý do)", "Chưa đủ thông tin để cho ý kiến"]);

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOW_PAPERS") is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void Word_and_pdf_say_the_same(string name)
    {
        var ours = Save(name + ".pdf", PaperFormat.Pdf);
        Assert.Contains("No syntax or stream encoding errors", Tools.Run("qpdf", "--check", ours), StringComparison.Ordinal);
        Assert.Equal(Words(converted.Pdf(name)), Words(ours));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_paper_gives_the_same_bytes(string name)
    {
        Assert.Equal(Papers[name].Render(PaperFormat.Pdf, LayoutProfile.Hd36), Papers[name].Render(PaperFormat.Pdf, LayoutProfile.Hd36));
        Assert.Equal(Papers[name].Render(PaperFormat.Word, LayoutProfile.Hd05), Papers[name].Render(PaperFormat.Word, LayoutProfile.Hd05));
    }

    [OfficeFact]
    public void A_long_table_repeats_its_head_on_each_page()
    {
        var pages = Tools.Run("pdftotext", "-layout", Save("tong-hop.pdf", PaperFormat.Pdf), "-").Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 2, $"{pages.Length} pages");
        Assert.All(pages.Where(page => page.Contains("Ý kiến thứ", StringComparison.Ordinal)), page => Assert.Contains("Chủ thể góp ý", page.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [OfficeFact]
    public void Each_invitation_and_each_ballot_has_a_sheet_of_its_own_with_the_header()
    {
        foreach (var (name, sheets) in new[] { ("giay-moi-tat-ca", 4), ("phieu-bau", 3), ("phieu-bieu-quyet", 2) })
        {
            var pages = Tools.Run("pdftotext", "-layout", Save(name + ".pdf", PaperFormat.Pdf), "-").Split("\nexit ")[0].Split('\f');
            Assert.DoesNotContain(pages[sheets..], page => page.Any(char.IsLetterOrDigit));
            pages = pages[..sheets];
            Assert.All(pages, page => Assert.DoesNotMatch("^\\s*\\d+\\s*\\n", page));
            Assert.All(pages, page => Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", page.Normalize(NormalizationForm.FormC), StringComparison.Ordinal));
        }
    }

    private string Save(string file, PaperFormat format) => Save(folder, file, format);

    private static string Save(string folder, string file, PaperFormat format)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllBytes(path, Papers[Path.GetFileNameWithoutExtension(file)].Render(format, LayoutProfile.Hd05));
        return path;
    }

    /// <summary>What LibreOffice makes of the Word file of every paper: one start of the program for all of them.</summary>
    public sealed class Converted : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("workflow-converted-").FullName;
        private readonly Lock one = new();
        private bool done;

        public string Pdf(string name)
        {
            lock (one)
            {
                if (!done)
                {
                    Tools.Run("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, .. Papers.Keys.Select(paper => Save(folder, paper + ".docx", PaperFormat.Word))]);
                    done = true;
                }
            }

            return Path.Combine(folder, name + ".pdf");
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }

    // Lines break where each program breaks them, and columns are read in either order: the words are the same all the same. Heads of
    // tables and page numbers come as often as there are pages; boxes, dots and rules are no words.
    private static string Words(string pdf) => string.Join('\n', Tools.Run("pdftotext", pdf, "-").Normalize(NormalizationForm.FormC)
        .Split([' ', '\n', '\f', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim('☐', '☒', '-')).Where(word => word.Any(char.IsLetter) && word != "x").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
