using System.Security.Cryptography;
using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

public sealed class SigningTests
{
    public static TheoryData<XrefKind, bool> Kinds
    {
        get
        {
            var kinds = new TheoryData<XrefKind, bool>();
            foreach (var kind in Enum.GetValues<XrefKind>())
            {
                kinds.Add(kind, false);
                kinds.Add(kind, true);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_signatures_are_two_revisions_over_an_untouched_prefix(XrefKind kind, bool apart)
    {
        var pdf = TestPdf.Write(kind, apart);
        var once = SignOnce(pdf);
        var twice = SignTwice(pdf);
        Assert.True(once.AsSpan().StartsWith(pdf));
        Assert.True(twice.AsSpan().StartsWith(once));
        var report = Verify(twice);
        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Intact, report.Verdict);
        Assert.Equal(
            [new(TestPdf.Person, PersonName, Now, true, true, true, false, 1), new VerifiedSignature(TestPdf.Agency, AgencyName, Now.AddMinutes(5), true, true, true, true, 2)],
            report.Signatures.Select(one => one with { Certificate = [] }));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_new_section_is_of_the_kind_of_the_last_one(XrefKind kind, bool apart)
    {
        var sections = new PdfStructure(SignTwice(TestPdf.Write(kind, apart))).Sections;
        Assert.Equal(3, sections.Count);
        Assert.All(sections, section => Assert.Equal(kind is XrefKind.Stream or XrefKind.StreamWithPredictor, section.IsStream));
    }

    [Theory]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--linearize", "--object-streams=generate")]
    public void A_file_written_by_another_program_is_signed(params string[] options)
    {
        var report = Verify(SignTwice(Tools.Qpdf(TestPdf.Write(), options)));
        Assert.Empty(report.Findings);
        Assert.Equal(Verdict.Intact, report.Verdict);
    }

    [Fact]
    public void A_file_of_a_word_processor_gets_a_field_and_two_signatures() => Tools.InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, "a.txt"), "Nghị quyết về chuyển đổi số");
        var told = Tools.Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "a.txt"));
        Assert.True(File.Exists(Path.Combine(folder, "a.pdf")), told);
        var pdf = PdfFields.AddSignatureField(File.ReadAllBytes(Path.Combine(folder, "a.pdf")), new(TestPdf.Person, 0, 300, 100, 150, 60));
        pdf = PdfFields.AddSignatureField(pdf, new(TestPdf.Agency, 0, 200, 100, 60, 60));
        Assert.Equal(Verdict.Intact, Verify(SignTwice(pdf)).Verdict);
        return 0;
    });

    [Fact]
    public void The_same_file_request_and_key_give_the_same_bytes_sixteen_times_at_once()
    {
        var pdf = TestPdf.Write();
        var results = new byte[16][];
        Parallel.For(0, results.Length, index => results[index] = SignTwice(pdf));
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void An_elliptic_curve_key_signs_too_and_only_the_signature_differs()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var signer = Load(SelfSigned(key));
        var (one, two) = (PdfSigner.Sign(TestPdf.Write(), PersonRequest, signer), PdfSigner.Sign(TestPdf.Write(), PersonRequest, signer));
        var report = PdfVerifier.Verify(one, [signer.Certificate], Now);
        Assert.Equal(Verdict.Intact, report.Verdict);
        var contents = Forgery.Contents(one);
        Assert.Equal(one[..contents.Start], two[..contents.Start]);
        Assert.Equal(one[contents.End..], two[contents.End..]);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void The_signature_says_what_PAdES_asks_and_no_signing_time()
    {
        var signed = SignOnce(TestPdf.Write());
        var cms = Forgery.Cms(signed);
        Assert.Equal(1, cms.Version);
        Assert.Equal(
            ["1.2.840.113549.1.9.16.2.47", "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"],
            cms.SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>().Select(attribute => attribute.Oid.Value!).Order(StringComparer.Ordinal));
        var text = Encoding.Latin1.GetString(signed);
        Assert.Contains("/SubFilter /ETSI.CAdES.detached /M (D:20260205151514+07'00')", text, StringComparison.Ordinal);
        var (start, end) = Forgery.Contents(signed);
        Assert.Equal(24_002, end - start);
    }

    [Fact]
    public void The_picture_shows_name_and_time_in_Vietnamese() => Tools.InFolder(folder =>
    {
        using var agency = Agency;
        string Text(byte[] pdf)
        {
            var path = Path.Combine(folder, "a.pdf");
            File.WriteAllBytes(path, pdf);
            return Tools.Run("pdftotext", "-layout", path, "-");
        }

        var personal = Text(SignOnce(TestPdf.Write()));
        Assert.Contains("Ký bởi: Nguyễn Văn Thành", personal, StringComparison.Ordinal);
        Assert.Contains("05-02-2026 15:15:14 +07:00", personal, StringComparison.Ordinal);
        var sealOnly = Text(PdfSigner.Sign(TestPdf.Write(), AgencyRequest, agency));
        Assert.Contains("ĐẢNG ỦY", sealOnly, StringComparison.Ordinal);
        Assert.Contains("XÃ KẺ SẶT", sealOnly, StringComparison.Ordinal);
        Assert.Contains("15:20:14 +07:00", sealOnly, StringComparison.Ordinal);
        return 0;
    });

    [Theory]
    [InlineData("/Rect [460 170 300 100]", true)]
    [InlineData("/Rect [0 0 0 0]", false)]
    [InlineData("", false)]
    public void A_box_may_have_any_corners_or_be_missing(string box, bool drawn)
    {
        var objects = TestPdf.Objects(false, TestPdf.Person);
        objects[10] = $"<< /FT /Sig /T ({TestPdf.Person}) /AP << >> {box} >>";
        var signed = SignOnce(TestPdf.Write(XrefKind.Table, objects));
        Assert.Equal(Verdict.Intact, Verify(signed).Verdict);
        Assert.Equal(drawn, new PdfStructure(signed).Dictionary(10)!["AP"].Contains("/N ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_of_field_may_be_inherited()
    {
        var objects = TestPdf.Objects(false, TestPdf.Person);
        objects[10] = $"<< /Parent 11 0 R /T ({TestPdf.Person}) /Rect [0 0 100 50] >>";
        objects[11] = "<< /FT /Sig /Kids [10 0 R] >>";
        Assert.Equal(Verdict.Intact, Verify(SignOnce(TestPdf.Write(XrefKind.Table, objects))).Verdict);
    }

    [Theory]
    [InlineData("/Rect [a b c d]", "signature.bad-pdf")]
    [InlineData("/V 7 0 R", "signature.already-signed")]
    public void A_field_that_cannot_be_signed_is_refused(string entry, string code)
    {
        var objects = TestPdf.Objects(false, TestPdf.Person);
        objects[10] = $"<< /FT /Sig /T ({TestPdf.Person}) {entry} >>";
        Assert.Equal(code, Assert.Throws<SignatureException>(() => SignOnce(TestPdf.Write(XrefKind.Table, objects))).Code);
    }

    [Fact]
    public void A_file_with_a_password_is_refused()
    {
        var locked = Tools.Qpdf(TestPdf.Write(), "--encrypt", "a", "b", "256", "--");
        Assert.Equal("signature.encrypted", Assert.Throws<SignatureException>(() => SignOnce(locked)).Code);
        Assert.Equal(Verdict.Unknown, Verify(locked).Verdict);
    }

    [Fact]
    public void Signing_the_same_field_twice_is_refused() =>
        Assert.Equal("signature.already-signed", Assert.Throws<SignatureException>(() => SignOnce(SignOnce(TestPdf.Write()))).Code);

    [Fact]
    public void Our_own_layout_keeps_its_place_for_both() =>
        Assert.Equal((TestPdf.Person, TestPdf.Agency), (OfficialPdf.PersonalField, OfficialPdf.AgencyField));
}
