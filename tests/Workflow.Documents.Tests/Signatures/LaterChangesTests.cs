using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>What may and what may not happen to a file after a signature. The attacks leave every byte range intact.</summary>
public sealed class LaterChangesTests
{
    private static readonly byte[] Once = SignOnce(TestPdf.Write());
    private static readonly byte[] Twice = SignTwice(TestPdf.Write());
    private static readonly string Page = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency)[TestPdf.FirstPage];
    private static readonly string Catalog = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency)[1];

    public static TheoryData<string, int, string, string> Attacks => new()
    {
        { "the first page is replaced", 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 150 0 R >>", "Đối tượng 3 của tệp (trang 1)" },
        { "the text of the first page is replaced", 4, TestPdf.Stream("", "0 0 m 9 9 l S"u8.ToArray()), "Đối tượng 4 của tệp (trang 1)" },
        { "the text of the first page is replaced by another of the same length", 4, TestPdf.Stream("", "0 0 m 900 900 l S"u8.ToArray()), "Đối tượng 4 của tệp (trang 1)" },
        { "a field is exchanged for a note", 3, Page.Replace("10 0 R", "151 0 R", StringComparison.Ordinal), "Đối tượng 3 của tệp (trang 1)" },
        { "a page is added", 2, "<< /Type /Pages /Count 3 /Kids [3 0 R 5 0 R 150 0 R] >>", "Đối tượng 2 " },
        { "an action runs at opening", 1, Catalog.Replace("/Pages", "/OpenAction << /S /JavaScript /JS (x) >> /Pages", StringComparison.Ordinal), "Đối tượng 1 " },
        { "a note lies over the text", 3, Page.Replace("/Annots [", "/Annots [151 0 R ", StringComparison.Ordinal), "Đối tượng 3 của tệp (trang 1)" },
        { "a note is appended", 3, Page.Replace("11 0 R]", "11 0 R 151 0 R]", StringComparison.Ordinal), "Đối tượng 3 của tệp (trang 1)" },
        { "an unsigned field with a picture is appended", 3, Page.Replace("11 0 R]", "11 0 R 152 0 R]", StringComparison.Ordinal), "Đối tượng 3 của tệp (trang 1)" },
        { "a field leaves its page", 3, Page.Replace("10 0 R ", "", StringComparison.Ordinal), "Đối tượng 3 của tệp (trang 1)" },
        { "a signature is taken out of its field", 10, "<< /FT /Sig /T (ChuKyCaNhan) /F 132 /P 3 0 R /Rect [0 0 500 500] >>", "Chữ ký ở đối tượng 10 đã bị gỡ" },
        { "the information is changed", 7, "<< /Title (x) >>", "Đối tượng 7 " },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_revision_after_both_signatures_is_named(string attack, int number, string body, string finding)
    {
        var objects = new Dictionary<int, string>
        {
            [150] = TestPdf.Stream("", "1 1 m 2 2 l S"u8.ToArray()),
            [151] = "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (x) >>",
            [152] = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ba) /Rect [0 0 500 500] /AP << /N 150 0 R >> >>",
            [number] = body,
        };
        var report = Verify(TestPdf.Append(Twice, objects));
        Assert.True(report.Verdict == Verdict.Altered, attack);
        Assert.Contains(report.Findings, found => found.StartsWith(finding, StringComparison.Ordinal));
        Assert.Contains("Sau chữ ký cuối cùng, tệp còn được ghi thêm.", report.Findings);
        if (number != 10)
        {
            Assert.All(report.Signatures, signature => Assert.True(signature is { Valid: true, ChainTrusted: true, CoversWholeRevision: true }));
        }
    }

    // The same attack, hidden under a second signature that is good: the file ends with a trusted signature over everything.
    [Theory]
    [MemberData(nameof(Attacks))]
    public void A_revision_between_the_signatures_is_named(string attack, int number, string body, string finding)
    {
        using var agency = Agency;
        var objects = new Dictionary<int, string> { [150] = TestPdf.Stream("", "1 1 m"u8.ToArray()), [151] = "<< /Type /Annot /Subtype /FreeText >>", [152] = "<< /FT /Sig /T (Ba) /AP << /N 150 0 R >> >>", [number] = body };
        var report = Verify(PdfSigner.Sign(TestPdf.Append(Once, objects), AgencyRequest, agency));
        Assert.True(report.Verdict == Verdict.Altered, attack);
        Assert.Contains(report.Findings, found => found.StartsWith(finding, StringComparison.Ordinal));
        Assert.True(report.Signatures[^1] is { Field: TestPdf.Agency, Valid: true, ChainTrusted: true, CoversWholeFile: true });
    }

    [Fact]
    public void A_freed_object_is_named()
    {
        using var agency = Agency;
        var report = Verify(PdfSigner.Sign(TestPdf.Append(Once, new Dictionary<int, string>(), [6]), AgencyRequest, agency));
        Assert.Contains("Đối tượng 6 của tệp (trang 2) bị thay đổi sau khi ký.", report.Findings);
    }

    [Fact]
    public void An_object_that_the_signed_text_only_waited_for_is_named()
    {
        var objects = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency);
        objects[5] = objects[5].Replace("6 0 R", "[6 0 R 140 0 R]", StringComparison.Ordinal);
        var prepared = SignOnce(TestPdf.Write(XrefKind.Table, objects));
        Assert.Equal(Verdict.Intact, Verify(prepared).Verdict);
        using var agency = Agency;
        var attacked = PdfSigner.Sign(TestPdf.Append(prepared, new Dictionary<int, string> { [140] = TestPdf.Stream("", "1 1 m"u8.ToArray()) }), AgencyRequest, agency);
        Assert.Contains("Đối tượng 140 của tệp (trang 2) bị thay đổi sau khi ký.", Verify(attacked).Findings);
    }

    [Theory]
    [InlineData("2 0 R", "/Info 7 0 R", "Gốc của tệp bị thay sau khi ký.")]
    [InlineData("1 0 R", "/Info 2 0 R", "Thông tin mô tả của tệp bị thay sau khi ký.")]
    public void Another_root_is_named(string root, string more, string finding)
    {
        var report = Verify(TestPdf.Append(Twice, new Dictionary<int, string>(), root: root, more: more));
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Contains(finding, report.Findings);
    }

    [Fact]
    public void A_history_that_leaves_the_signed_revision_out_is_named()
    {
        // The newest section leads to the very first one, past the signed ones, and brings the fields along.
        var original = TestPdf.Write();
        var structure = new PdfStructure(Twice);
        var fields = new[] { 10, 11 }.ToDictionary(number => number, number => PdfSyntax.Write(structure.Dictionary(number)!));
        var values = fields.Values.Select(field => PdfSyntax.Reference(PdfSyntax.Dictionary(field)!["V"])!.Value).ToList();
        foreach (var value in values)
        {
            fields[value] = PdfSyntax.Write(structure.Dictionary(value)!);
        }

        var pdf = TestPdf.Append(Twice, fields, previous: TestPdf.Start(original));
        for (var revisions = 2; revisions < 6; revisions++)
        {
            // However many revisions stand in place of the signed ones.
            var report = Verify(pdf);
            Assert.Equal(Verdict.Altered, report.Verdict);
            Assert.Contains("Bản hiện tại của tệp không nối tiếp bản đã ký.", report.Findings);
            pdf = TestPdf.Append(pdf, new Dictionary<int, string>());
        }
    }

    [Fact]
    public void Signatures_that_are_all_taken_away_leave_a_trace()
    {
        var objects = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency);
        var report = Verify(TestPdf.Append(Twice, new Dictionary<int, string> { [10] = objects[10], [11] = objects[11] }));
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Equal(["Chữ ký ở đối tượng 10 đã bị gỡ khỏi tệp.", "Chữ ký ở đối tượng 11 đã bị gỡ khỏi tệp.", "Tệp không có chữ ký số nào."], report.Findings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_box_of_a_signature_cannot_be_moved()
    {
        var field = new Dictionary<string, string>(new PdfStructure(Twice).Dictionary(10)!) { ["Rect"] = "[0 0 500 500]" };
        Assert.Contains("Đối tượng 10 của tệp bị thay đổi sau khi ký.", Verify(TestPdf.Append(Twice, new Dictionary<int, string> { [10] = PdfSyntax.Write(field) })).Findings);
    }

    [Fact]
    public void An_empty_field_gets_no_picture_without_a_signature()
    {
        var picture = TestPdf.Stream("/Subtype /Form /BBox [0 0 9 9]", "0 0 m"u8.ToArray());
        var field = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency)[11][..^2] + "/AP << /N 150 0 R >> >>";
        Assert.Contains("Đối tượng 11 của tệp bị thay đổi sau khi ký.", Verify(TestPdf.Append(Once, new Dictionary<int, string> { [11] = field, [150] = picture })).Findings);
    }

    [Fact]
    public void One_signature_in_two_fields_is_named()
    {
        var value = new PdfStructure(Once).Dictionary(10)!["V"];
        var field = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency)[11].Replace(">>", $"/V {value} >>", StringComparison.Ordinal);
        Assert.Contains("Một chữ ký được dùng cho nhiều ô chữ ký.", Verify(TestPdf.Append(Once, new Dictionary<int, string> { [11] = field })).Findings);
    }

    [Theory]
    [InlineData("rác")]
    [InlineData("%%EOF\n")]
    [InlineData("\n")]
    public void Anything_after_the_last_signature_is_named(string more)
    {
        var report = Verify([.. Twice, .. System.Text.Encoding.UTF8.GetBytes(more)]);
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Equal(["Sau chữ ký cuối cùng, tệp còn được ghi thêm."], report.Findings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_office_may_add_its_own_field_and_sign_it(bool apart)
    {
        using var agency = Agency;
        var signed = SignTwice(TestPdf.Write(XrefKind.Table, apart));
        var third = PdfSigner.Sign(PdfFields.AddSignatureField(signed, new("Ngoai", 1, 10, 10, 90, 90)), AgencyRequest with { FieldName = "Ngoai" }, agency);
        var report = Verify(third);
        Assert.Empty(report.Findings);
        Assert.Equal((Verdict.Intact, 3), (report.Verdict, report.Signatures.Count));
    }

    [Fact]
    public void Lists_that_are_objects_of_their_own_may_grow_by_a_field()
    {
        using var agency = Agency;
        var once = SignOnce(TestPdf.Write(XrefKind.Table, apart: true));
        var longer = "[10 0 R 11 0 R 160 0 R]";
        var grown = TestPdf.Append(once, new Dictionary<int, string> { [20] = longer, [21] = longer, [160] = "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Ba) /Rect [0 0 0 0] >>" });
        Assert.Equal(Verdict.Intact, Verify(PdfSigner.Sign(grown, AgencyRequest, agency)).Verdict);
        var shorter = TestPdf.Append(once, new Dictionary<int, string> { [20] = "[11 0 R]" });
        Assert.Contains("Đối tượng 20 của tệp bị thay đổi sau khi ký.", Verify(PdfSigner.Sign(shorter, AgencyRequest, agency)).Findings);
    }

    [Fact]
    public void An_empty_text_field_may_be_filled_once_between_the_signatures()
    {
        using var agency = Agency;
        var objects = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency);
        const string empty = "<< /Type /Annot /Subtype /Widget /FT /Tx /T (SoKyHieu) /Rect [0 0 90 20] >>";
        objects[12] = empty;
        var once = SignOnce(TestPdf.Write(XrefKind.Table, objects));
        Dictionary<int, string> Filled(string value) => new() { [12] = empty.Replace(">>", $"/V ({value}) >>", StringComparison.Ordinal) };
        var numbered = PdfSigner.Sign(TestPdf.Append(once, Filled("07-NQ/DU")), AgencyRequest, agency);
        Assert.Equal(Verdict.Intact, Verify(numbered).Verdict);
        var renumbered = Verify(TestPdf.Append(numbered, Filled("08-NQ/DU")));
        Assert.Contains("Đối tượng 12 của tệp bị thay đổi sau khi ký.", renumbered.Findings);
    }

    [Fact]
    public void Validation_data_may_be_added_between_the_signatures()
    {
        using var agency = Agency;
        var more = new Dictionary<int, string> { [1] = Catalog[..^2] + "/DSS 160 0 R >>", [160] = "<< /Certs [] >>" };
        Assert.Equal(Verdict.Intact, Verify(PdfSigner.Sign(TestPdf.Append(Once, more), AgencyRequest, agency)).Verdict);
    }

    [Fact]
    public void A_revision_that_writes_an_object_again_unchanged_is_no_change()
    {
        using var agency = Agency;
        var again = TestPdf.Append(Once, new Dictionary<int, string> { [1] = Catalog });
        Assert.Equal(Verdict.Intact, Verify(PdfSigner.Sign(again, AgencyRequest, agency)).Verdict);
    }

    [Fact]
    public void A_field_is_added_once_and_on_a_page_that_exists()
    {
        var field = new SignatureField("Moi", 1, 10, 10, 90, 90);
        foreach (var kind in Enum.GetValues<XrefKind>())
        {
            var bare = TestPdf.Write(kind, TestPdf.Objects(false));
            var pdf = PdfFields.AddSignatureField(bare, field);
            Assert.True(pdf.AsSpan().StartsWith(bare));
            Assert.Equal(Verdict.Unknown, Verify(pdf).Verdict);
            using var person = Person;
            Assert.Equal(Verdict.Intact, Verify(PdfSigner.Sign(pdf, PersonRequest with { FieldName = "Moi" }, person)).Verdict);
            Assert.Equal("signature.field-exists", Assert.Throws<SignatureException>(() => PdfFields.AddSignatureField(pdf, field)).Code);
            Assert.Equal("signature.no-page", Assert.Throws<SignatureException>(() => PdfFields.AddSignatureField(bare, field with { Page = 2 })).Code);
        }
    }
}
