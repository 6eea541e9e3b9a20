using Workflow.Documents.Auditing;
using Workflow.Documents.Layout;
using Workflow.Documents.Tests.Papers;
using Workflow.Documents.Tests.Reading;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Auditing;

/// <summary>A paper set by its layout has no deviation, ours or another program's; one value changed is named, and nothing else.</summary>
public sealed class LayoutAuditTests
{
    public static TheoryData<string> Names => [.. AuditedPapers.Files().Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Our_papers_hold_to_the_layout_they_are_set_by(string name)
    {
        var paper = AuditedPapers.Paper(AuditedPapers.Files().Single(file => Path.GetFileName(file) == name));
        foreach (var layout in ShippedLayouts.All)
        {
            Assert.Empty(Told(LayoutAudit.Of(OfficialPdf.Render(paper, layout).Bytes, layout)));
            Assert.Empty(Told(LayoutAudit.Of(OfficialDocx.Render(paper, layout), layout)));
        }
    }

    [OfficeTheory]
    [MemberData(nameof(Names))]
    public void What_LibreOffice_makes_of_our_Word_file_holds_too(string name)
    {
        var paper = AuditedPapers.Paper(AuditedPapers.Files().Single(file => Path.GetFileName(file) == name));
        var theirs = Office.Convert(OfficialDocx.Render(paper, LayoutProfile.Hd05), "docx", "pdf");
        var report = LayoutAudit.Of(theirs, LayoutProfile.Hd05);
        Assert.Empty(Told(report));
        Assert.True(report.Measured.Count > 15, string.Join('\n', report.Measured));
    }

    [Theory]
    [InlineData("page.left", "35", "margin.left")]
    [InlineData("page.right", "20", "margin.right")]
    [InlineData("page.top", "25", "margin.top")]
    [InlineData("page.bottom", "10", "margin.bottom")]
    [InlineData("header.partyPt", "13", "party.size")]
    [InlineData("header.superiorPt", "13", "superior.size")]
    [InlineData("header.organizationPt", "12", "organization.size")]
    [InlineData("number.pt", "13", "number.size")]
    [InlineData("number.form", "Số: {số}", "number.colon")]
    [InlineData("place.pt", "13", "place.size")]
    [InlineData("title.kindPt", "14", "kind.size")]
    [InlineData("title.subjectPt", "16", "subject.size")]
    [InlineData("body.pt", "13", "body.size")]
    [InlineData("body.linePt", "24", "body.line")]
    [InlineData("body.indent", "20", "body.indent")]
    [InlineData("sign.authorityPt", "13", "authority.size")]
    [InlineData("sign.positionPt", "13", "position.size")]
    [InlineData("sign.namePt", "13", "name.size")]
    [InlineData("recipients.pt", "14", "recipients-list.size")]
    [InlineData("recipients.headingPt", "12", "recipients.size")]
    [InlineData("recipients.separator", ",", "recipients.separator")]
    [InlineData("recipients.heading", "Nơi nhận", "recipients.colon")]
    [InlineData("header.star", "", "star.missing")]
    [InlineData("header.ruleLengthPt", "60", "party.rule-length")]
    [InlineData("pageNumber.pt", "11", "page-number.size")]
    [InlineData("pageNumber.top", "5", "page-number.top")]
    public void One_wrong_value_is_named_and_nothing_else(string field, string value, string code)
    {
        var paper = AuditedPapers.Paper(ImportTests.SamplePath);
        var wrong = AuditedPapers.With(LayoutProfile.Hd05, (field, value));
        var found = LayoutAudit.Of(OfficialPdf.Render(paper, wrong).Bytes, LayoutProfile.Hd05);
        Assert.True(found.Deviations.Select(one => one.Code).Distinct().SequenceEqual([code]), string.Join('\n', Told(found)));
        // A Word file bears neither rules nor page numbers that this reader looks at.
        string[] only = field.StartsWith("pageNumber", StringComparison.Ordinal) || field == "header.ruleLengthPt" ? [] : [code];
        Assert.Equal(only, LayoutAudit.Of(OfficialDocx.Render(paper, wrong), LayoutProfile.Hd05).Deviations.Select(one => one.Code).Distinct());
    }

    [Fact]
    public void A_deviation_says_what_where_and_by_how_much()
    {
        var wrong = AuditedPapers.With(LayoutProfile.Hd05, ("page.left", "35"), ("sign.namePt", "13"));
        var found = LayoutAudit.Of(OfficialPdf.Render(AuditedPapers.Paper(ImportTests.SamplePath), wrong).Bytes, LayoutProfile.Hd05).Deviations;
        Assert.Contains(found, one => one.Text == "Lề trái đo được 35,0 mm, thể thức quy định 30,0 mm (thừa 5,0 mm).");
        Assert.Contains(found, one => one.Text == "Họ tên người ký dùng cỡ chữ 13,0 pt, thể thức quy định 14,0 pt." && one.Place!.StartsWith("trang ", StringComparison.Ordinal) && one.Place.EndsWith(" mm", StringComparison.Ordinal));
    }

    [Fact]
    public void Marks_stand_under_the_number_and_disturb_nothing()
    {
        var paper = AuditedPapers.Paper(ImportTests.SamplePath) with { Marks = new("Mật", "Hỏa tốc", "Xong hội nghị trả lại") };
        var pdf = OfficialPdf.Render(paper, LayoutProfile.Hd05).Bytes;
        Assert.Empty(Told(LayoutAudit.Of(pdf, LayoutProfile.Hd05)));
        Assert.Empty(Told(LayoutAudit.Of(OfficialDocx.Render(paper, LayoutProfile.Hd05), LayoutProfile.Hd05)));
        Assert.Empty(ArchiveRules.Broken(pdf));
        var lines = PdfMeasure.Read(pdf, CancellationToken.None).Pages[0].Lines.SelectMany(line => line.Columns()).ToList();
        double At(string words) => lines.First(line => line.Text.StartsWith(words, StringComparison.Ordinal)).BaselineMm;
        Assert.True(At("Số 07") < At("MẬT") && At("MẬT") < At("HỎA TỐC") && At("HỎA TỐC") < At("XONG HỘI NGHỊ") && At("XONG HỘI NGHỊ") < At("NGHỊ QUYẾT"));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var text = new DraftText("nghi-quyet", BodyKind.ExecutiveCommittee, "", "về một việc", [new Clause("a", ClauseKind.Paragraph, 1, "", [new TextRun("Một đoạn ngắn.")])], [], SignatureBlock.Empty);
        var bare = new OfficialPaper(text, "", "", null, "", "Y", null, null);
        foreach (var file in new[] { OfficialPdf.Render(bare, LayoutProfile.Hd05).Bytes, OfficialDocx.Render(bare, LayoutProfile.Hd05) })
        {
            Assert.Equal(["organization.missing", "number.missing", "authority.missing", "position.missing", "name.missing", "recipients.missing"], LayoutAudit.Of(file, LayoutProfile.Hd05).Deviations.Select(one => one.Code));
        }
    }

    private static List<string> Told(LayoutReport report) => [.. report.Deviations.Select(one => $"{one.Code}: {one.Text} ({one.Place})")];
}
