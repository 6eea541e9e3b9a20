using System.Security.Cryptography;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>The whole-file way: the right file is taken, every wrong one is refused with a sentence of its own.</summary>
public sealed class ReturnedFileTests
{
    private static readonly byte[] Pinned = TestPdf.Write();
    private static readonly byte[] Signed = SignOnce(Pinned);

    [Theory]
    [InlineData(XrefKind.Table)]
    [InlineData(XrefKind.Stream)]
    [InlineData(XrefKind.StreamWithPredictor)]
    [InlineData(XrefKind.Hybrid)]
    public void Our_bytes_with_the_expected_signature_are_taken(XrefKind kind)
    {
        var pinned = TestPdf.Write(kind);
        Assert.Null(Judge(pinned, SignOnce(pinned)));
        // The agency's turn: what the person signed is what was given out.
        using var agency = Agency;
        var once = SignOnce(pinned);
        Assert.Null(Judge(once, PdfSigner.Sign(once, AgencyRequest, agency), agency, TestPdf.Agency));
    }

    [Fact]
    public void A_client_that_makes_its_own_field_is_taken_while_the_field_is_small()
    {
        byte[] WithField(double width) => PdfFields.AddSignatureField(Pinned, new("VGCA", 0, 10, 10, width, 60));
        using var person = Person;
        byte[] Sign(byte[] pdf) => PdfSigner.Sign(pdf, PersonRequest with { FieldName = "VGCA" }, person);
        Assert.Null(Judge(Pinned, Sign(WithField(160))));
        Assert.Equal("returned.field-too-large", Judge(Pinned, Sign(WithField(560))));
    }

    [Fact]
    public void Nothing_and_what_is_no_pdf_are_refused()
    {
        Assert.Equal("returned.empty", Judge(Pinned, []));
        Assert.Equal("returned.not-pdf", Judge(Pinned, "Đây là văn bản"u8.ToArray()));
    }

    [Fact]
    public void Another_file_is_refused()
    {
        var objects = TestPdf.Objects(false, TestPdf.Person, TestPdf.Agency);
        objects[TestPdf.FirstContent] = TestPdf.Stream("", "5 5 m 9 9 l S"u8.ToArray());
        var other = TestPdf.Write(XrefKind.Table, objects);
        // The same words with an identity of its own: ours is given by the text.
        var text = System.Text.Encoding.Latin1.GetString(other).Replace("<00><00>", "<01><01>", StringComparison.Ordinal);
        Assert.Equal("returned.other-file", Judge(Pinned, SignOnce(System.Text.Encoding.Latin1.GetBytes(text))));
    }

    [Fact]
    public void A_file_without_a_signature_is_refused()
    {
        Assert.Equal("returned.not-signed", Judge(Pinned, Pinned));
        Assert.Equal("returned.not-signed", Judge(Pinned, [.. Pinned, .. "% hello\n"u8]));
        Assert.Equal("returned.not-signed", Judge(Pinned, TestPdf.Append(Pinned, new Dictionary<int, string> { [60] = "(x)" })));
    }

    [Fact]
    public void Two_signatures_are_refused() => Assert.Equal("returned.two-signatures", Judge(Pinned, SignTwice(Pinned)));

    [Fact]
    public void The_signature_of_somebody_else_is_refused_with_their_name()
    {
        using var agency = Agency;
        var signed = PdfSigner.Sign(Pinned, PersonRequest, agency);
        var refusal = ReturnedFile.Judge(Pinned, signed, Expected(Person), [Authority], Now);
        Assert.Equal("returned.other-signer", refusal?.Code);
        Assert.Contains(AgencyName, refusal?.Text, StringComparison.Ordinal);
        Assert.Contains(PersonName, refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_certificate_is_refused() =>
        Assert.Equal("returned.expired", ReturnedFile.Judge(Pinned, Signed, Expected(Person), [Authority], Now.AddYears(7))?.Code);

    [Fact]
    public void A_certificate_of_an_unknown_authority_is_refused()
    {
        using var key = RSA.Create(2048);
        using var own = Load(SelfSigned(key));
        Assert.Equal("returned.untrusted", Judge(Pinned, PdfSigner.Sign(Pinned, PersonRequest, own), own));
    }

    [Theory]
    [InlineData(TestPdf.FirstContent)]
    [InlineData(TestPdf.FirstPage)]
    public void What_is_changed_after_the_signature_is_named(int number)
    {
        var body = number == TestPdf.FirstContent ? TestPdf.Stream("", "1 1 m 2 2 l S"u8.ToArray()) : "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [10 0 R 11 0 R << /Type /Annot /Subtype /FreeText /Rect [1 1 9 9] /Contents (x) >>] >>";
        var refusal = ReturnedFile.Judge(Pinned, TestPdf.Append(Signed, new Dictionary<int, string> { [number] = body }), Expected(Person), [Authority], Now);
        Assert.Equal("returned.changed", refusal?.Code);
        Assert.Contains("trang 1", refusal?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_changed_before_the_signature_is_named()
    {
        var changed = TestPdf.Append(Pinned, new Dictionary<int, string> { [TestPdf.FirstContent] = TestPdf.Stream("", "1 1 m 2 2 l S"u8.ToArray()) });
        Assert.Equal("returned.changed", Judge(Pinned, SignOnce(changed)));
    }

    [Fact]
    public void Bytes_changed_in_what_was_given_out_are_refused()
    {
        var changed = (byte[])Signed.Clone();
        changed[Pinned.AsSpan().IndexOf("0 0 m"u8)] = (byte)'3';
        Assert.Equal("returned.rewritten", Judge(Pinned, changed));
    }

    [Fact]
    public void A_file_written_anew_as_a_whole_is_refused() => Assert.Equal("returned.rewritten", Judge(Pinned, SignOnce(Tools.Qpdf(Pinned))));

    [Fact]
    public void A_signature_on_an_earlier_revision_is_refused()
    {
        using var agency = Agency;
        // The clerk sealed the text as it was before the person signed.
        Assert.Equal("returned.earlier-revision", Judge(Signed, PdfSigner.Sign(Pinned, AgencyRequest, agency), agency, TestPdf.Agency));
    }

    [Fact]
    public void A_person_may_not_fill_the_agency_s_field()
    {
        using var person = Person;
        Assert.Equal("returned.wrong-field", Judge(Pinned, PdfSigner.Sign(Pinned, PersonRequest with { FieldName = TestPdf.Agency }, person)));
    }

    [Fact]
    public void A_broken_signature_is_refused()
    {
        using var person = Person;
        var broken = Forgery.Resign(Signed, cms => cms.ComputeSignature(Forgery.Signer(person.Certificate, person.Certificate)), range => (0, range.Item2, range.Item3, range.Item4 - 9));
        Assert.Equal("returned.changed", Judge(Pinned, broken));
        broken[Forgery.Contents(broken).Start + 1500] ^= 1;
        Assert.Equal("returned.bad-signature", Judge(Pinned, broken));
    }

    [Fact]
    public void Whatever_byte_of_the_signed_revision_is_flipped_the_file_is_not_taken()
    {
        // No picture, so that the file is small and every byte of it can be tried.
        var objects = TestPdf.Objects(false, TestPdf.Person);
        objects[10] = objects[10].Replace("/Rect [300 100 460 170]", "/Rect [0 0 0 0]", StringComparison.Ordinal);
        var pinned = TestPdf.Write(XrefKind.Table, objects);
        var signed = SignOnce(pinned);
        var expected = Expected(Person);
        Assert.Null(ReturnedFile.Judge(pinned, signed, expected, [Authority], Now));
        var (from, to) = Forgery.Contents(signed);
        var tried = 0;
        for (var at = 0; at < signed.Length; at++)
        {
            if (at < from || at >= to)
            {
                signed[at] ^= 1;
                Assert.True(ReturnedFile.Judge(pinned, signed, expected, [Authority], Now) is not null, $"byte {at} was flipped and the file taken");
                var report = PdfVerifier.Verify(signed, [Authority], Now);
                Assert.True(report.Verdict != Verdict.Intact, $"byte {at} was flipped and the file intact");
                Assert.True(report.HoldsSignature || report.Signatures.Count > 0, $"byte {at} was flipped and the file taken for one that was never signed");
                signed[at] ^= 1;
                tried++;
            }
        }

        Assert.InRange(tried, 1_500, 6_000);
    }

    private static string? Judge(byte[] pinned, byte[] returned, CertificateSigner? signer = null, string field = TestPdf.Person)
    {
        using var person = Person;
        return ReturnedFile.Judge(pinned, returned, Expected(signer ?? person, field), [Authority], Now)?.Code;
    }

    private static ExpectedSignature Expected(CertificateSigner signer, string field = TestPdf.Person) => new(field, signer.Name, [ReturnedFile.Thumbprint(signer.Certificate.RawData)]);
}
