using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Documents.Tests.Signatures;
using Workflow.Domain;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Papers;

/// <summary>What we write can be kept: it holds to the clauses of PDF/A-2u that <see cref="ArchiveRules"/> reads, before and after both signatures.</summary>
public sealed class PdfArchiveTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Reading", "Files");

    public static TheoryData<string> Texts => [.. Files().Select(file => Path.GetFileName(file)!)];

    public static TheoryData<string> Names => [.. OfficePaperTests.Papers.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_official_paper_can_be_kept_before_and_after_both_signatures(string name)
    {
        var path = Files().Single(file => Path.GetFileName(file) == name);
        var plain = OfficialPdf.Render(Paper(ImportTests.Read(File.ReadAllBytes(path), path).Text), LayoutProfile.Hd36).Bytes;
        Assert.Empty(ArchiveRules.Broken(plain));
        using var person = TestKeys.Person;
        using var agency = TestKeys.Agency;
        var once = PdfSigner.Sign(plain, new(OfficialPdf.PersonalField, TestKeys.PersonName, "Ký ban hành", "Y", TestKeys.Now, false), person);
        Assert.Empty(ArchiveRules.Broken(once));
        Assert.Empty(ArchiveRules.Broken(PdfSigner.Sign(once, new(OfficialPdf.AgencyField, TestKeys.AgencyName, "Đóng dấu", "Y", TestKeys.Now, true), agency)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_office_paper_can_be_kept(string name) => Assert.Empty(ArchiveRules.Broken(OfficePaperTests.Papers[name].Render(PaperFormat.Pdf, LayoutProfile.Hd05)));

    [Fact]
    public void Letters_that_the_font_lacks_or_shares_are_copied_as_they_were_written()
    {
        const string strange = "Ð Đ đ ð - \u2010 – 漢字 \uE123 \U0001F600 hết.";
        var bytes = OfficialPdf.Render(Paper(Text(strange)), LayoutProfile.Hd05).Bytes;
        Assert.Empty(ArchiveRules.Broken(bytes));
        var layer = Tools.InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pdf"), bytes);
            return Tools.Run("pdftotext", Path.Combine(folder, "a.pdf"), "-");
        });
        Assert.Contains(strange.Replace('\uE123', '\uFFFD'), layer, StringComparison.Ordinal);
    }

    // Each of these would be found: the rules are seen to fail.
    [Theory]
    [InlineData("/F 132 ", "/F 130 ", "6.3.2")]
    [InlineData("/S /GTS_PDFA1", "/S /GTS_PDFX1", "6.2.3")]
    [InlineData("<pdfaid:part>2<", "<pdfaid:part>3<", "6.6.4")]
    [InlineData("/Producer (Workflow)", "/Producer (Workflaw)", "6.6.3")]
    [InlineData("/Lang (vi-VN)", "/Lang (en-VN)", "6.7.2")]
    [InlineData("/Identity-H", "/Identity-V", "6.2.11.3")]
    [InlineData("/Filter /FlateDecode /Length 2", "/Filter /FlateDecode /Length 3", "6.1.7")]
    public void What_breaks_a_clause_is_named(string good, string bad, string clause)
    {
        var bytes = OfficialPdf.Render(Paper(Text("Một đoạn.")), LayoutProfile.Hd05).Bytes;
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(good));
        Assert.True(at > 0, good);
        Encoding.UTF8.GetBytes(bad).CopyTo(bytes, at);
        IReadOnlyList<string> broken;
        try
        {
            broken = ArchiveRules.Broken(bytes);
        }
        catch (SignatureException unreadable)
        {
            broken = ["6.1.7 " + unreadable.Message];
        }

        Assert.Contains(broken, one => one.StartsWith(clause, StringComparison.Ordinal));
    }

    private static DraftText Text(string paragraph) => new("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về một việc", [new Clause("a", ClauseKind.Paragraph, 1, "", [new TextRun(paragraph)])], [new RecipientLine("Lưu Văn phòng")], new SignatureBlock("T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn A"));

    private static OfficialPaper Paper(DraftText text) => new(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null);

    private static IEnumerable<string> Files() => Directory.GetFiles(Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Append(ImportTests.SamplePath)
        .Concat(SharedFactAttribute.Folder is { } shared ? Directory.GetFiles(Path.Combine(shared, "documents"), "*.txt") : []);
}
