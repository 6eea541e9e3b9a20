using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Documents.Tests.Signatures;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Papers;

/// <summary>Copies: the block under the rule, parts left out are marked, a file of another body stays as it is; all can be kept.</summary>
public sealed class CopyPdfTests
{
    private static readonly OfficialPaper Paper = new(
        new DraftText("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về một việc", [Heading("h1", "I.", "QUAN ĐIỂM"), Words("p1", "Đoạn thứ nhất."), Heading("h2", "II.", "MỤC TIÊU"), Words("p2", "Đoạn thứ hai."), Heading("h3", "III.", "TỔ CHỨC"), Words("p3", "Đoạn thứ ba.")], [new("Lưu Văn phòng")], new("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn Thành")),
        "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new(2026, 3, 2), null);

    private static readonly CopyBlock Block = new("Trích sao", "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "24-BS/ĐU", "BS/ĐU", "Y", new(2026, 11, 20), new("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Hoàng Thị Lan"), [new("Các chi bộ"), new("Lưu Văn phòng")]);

    [Fact]
    public void A_copy_bears_the_text_and_its_own_block_and_can_be_kept()
    {
        var copy = CopyPdf.Render(Paper, LayoutProfile.Hd05, Block with { Form = "Sao y bản chính" });
        Assert.Equal(copy.Bytes, CopyPdf.Render(Paper, LayoutProfile.Hd05, Block with { Form = "Sao y bản chính" }).Bytes);
        Assert.Equal([OfficialPdf.PersonalField, OfficialPdf.AgencyField], copy.Fields.Select(field => field.Name));
        var words = Layer(copy.Bytes);
        Assert.All(new[] { "Số 07-NQ/ĐU", "Đoạn thứ hai.", "(Đã ký)", "SAO Y BẢN CHÍNH", "Số 24-BS/ĐU", "Y, ngày 20 tháng 11 năm 2026", "T/L BAN THƯỜNG VỤ", "Hoàng Thị Lan", "- Các chi bộ;" }, line => Assert.Contains(line, words, StringComparison.Ordinal));
        Assert.DoesNotContain(CopyPdf.LeftOut, words, StringComparison.Ordinal);
        using var person = TestKeys.Person;
        using var agency = TestKeys.Agency;
        var once = PdfSigner.Sign(copy.Bytes, new(OfficialPdf.PersonalField, TestKeys.PersonName, "Sao y", "Y", TestKeys.Now, false), person);
        var twice = PdfSigner.Sign(once, new(OfficialPdf.AgencyField, TestKeys.AgencyName, "Sao y", "Y", TestKeys.Now, true), agency);
        Assert.Empty(ArchiveRules.Broken(copy.Bytes));
        Assert.Empty(ArchiveRules.Broken(twice));
    }

    [Theory]
    [InlineData("h2 p2", "… II. MỤC TIÊU Đoạn thứ hai. …")]
    [InlineData("h1 p1 h3 p3", "I. QUAN ĐIỂM Đoạn thứ nhất. … III. TỔ CHỨC Đoạn thứ ba.")]
    [InlineData("p1", "… Đoạn thứ nhất. …")]
    public void What_an_extract_leaves_out_is_marked(string parts, string words)
    {
        var taken = CopyPdf.Extract(Paper.Text.Clauses, parts.Split(' ').ToHashSet());
        Assert.Equal(words, string.Join(' ', taken.Select(clause => clause.FullText)));
        var layer = Layer(CopyPdf.Render(Paper, LayoutProfile.Hd05, Block, parts.Split(' ').ToHashSet()).Bytes);
        Assert.Equal(parts.Contains("p2", StringComparison.Ordinal), layer.Contains("Đoạn thứ hai.", StringComparison.Ordinal));
        Assert.Contains("TRÍCH SAO", layer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_body_is_passed_on_untouched_with_a_signature_above_its_text()
    {
        using var person = TestKeys.Person;
        using var agency = TestKeys.Agency;
        var plain = OfficialPdf.Render(Paper, LayoutProfile.Hd05);
        var original = PdfSigner.Sign(plain.Bytes, new(OfficialPdf.PersonalField, TestKeys.PersonName, "Ký", "Y", TestKeys.Now, false), person);
        var copy = ElectronicCopy.Make(original, ["SAO LỤC số 24-BS/ĐU", "ĐẢNG ỦY XÃ Y"], new("", TestKeys.AgencyName, "Sao lục", "Y", TestKeys.Now, true), (pdf, request) => PdfSigner.Sign(pdf, request, agency));
        Assert.True(copy.AsSpan().StartsWith(original));
        var words = Layer(copy);
        Assert.Contains("SAO LỤC số 24-BS/ĐU", words, StringComparison.Ordinal);
        Assert.True(words.IndexOf("SAO LỤC", StringComparison.Ordinal) < words.IndexOf("ĐẢNG CỘNG SẢN", StringComparison.Ordinal));
        Assert.Contains("+07:00", words, StringComparison.Ordinal);
        var told = Tools.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pdf"), copy);
            return Tools.Run("pdfsig", "-nocert", Path.Combine(folder, "a.pdf"));
        });
        Assert.Equal(2, told.Split("Signature is Valid").Length - 1);
        Assert.Throws<SignatureException>(() => ElectronicCopy.Make(copy, ["SAO LỤC"], new("", "x", "x", "Y", TestKeys.Now, true), (pdf, request) => PdfSigner.Sign(pdf, request, agency)));
        Assert.Throws<SignatureException>(() => ElectronicCopy.Make("%PDF-rác"u8.ToArray(), ["SAO LỤC"], new("", "x", "x", "Y", TestKeys.Now, true), (pdf, _) => pdf));
    }

    [Fact]
    public void A_damaged_file_is_copied_or_refused_in_words_and_nothing_else_happens()
    {
        using var agency = TestKeys.Agency;
        var plain = OfficialPdf.Render(Paper, LayoutProfile.Hd05).Bytes;
        var random = new Random(20261121);
        var refused = 0;
        for (var round = 0; round < 400; round++)
        {
            var file = round % 4 == 0 ? plain[..random.Next(5, plain.Length)] : plain.ToArray();
            for (var changes = random.Next(1, 12); changes > 0; changes--)
            {
                file[random.Next(4, file.Length)] = round % 3 == 0 ? (byte)"0123456789 <>[]/R"[random.Next(17)] : (byte)random.Next(256);
            }

            try
            {
                var copy = ElectronicCopy.Make(file, ["SAO LỤC số 24-BS/ĐU"], new("", TestKeys.AgencyName, "Sao lục", "Y", TestKeys.Now, true), (pdf, request) => PdfSigner.Sign(pdf, request, agency));
                Assert.True(copy.AsSpan().StartsWith(file));
            }
            catch (SignatureException problem)
            {
                refused++;
                Assert.NotEmpty(problem.Message);
            }
        }

        Assert.InRange(refused, 50, 399);
    }

    private static string Layer(byte[] pdf) => Tools.InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "a.pdf"), pdf);
        return Tools.Run("pdftotext", Path.Combine(folder, "a.pdf"), "-").Normalize(NormalizationForm.FormC);
    });

    private static Clause Heading(string id, string label, string text) => new(id, ClauseKind.Heading, 1, label, [new TextRun(text)]);

    private static Clause Words(string id, string text) => new(id, ClauseKind.Paragraph, 2, "", [new TextRun(text)]);
}
