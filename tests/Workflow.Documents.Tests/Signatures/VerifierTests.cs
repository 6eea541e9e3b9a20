using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Documents.Signatures;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Each rule about one signature: a file that breaks it alone is found.</summary>
public sealed class VerifierTests
{
    private static readonly byte[] Once = SignOnce(TestPdf.Write());

    [Fact]
    public void What_the_forger_takes_apart_and_puts_together_unchanged_is_intact()
    {
        using var person = Person;
        var same = Forgery.Resign(Once, cms => cms.ComputeSignature(Forgery.Signer(person.Certificate, person.Certificate)));
        Assert.Equal(Verdict.Intact, Verify(same).Verdict);
    }

    [Theory]
    [InlineData("starts late")]
    [InlineData("gap too wide")]
    [InlineData("ends early")]
    [InlineData("ends too late")]
    [InlineData("runs backwards")]
    public void A_byte_range_that_is_not_everything_but_the_signature_is_found(string what)
    {
        using var person = Person;
        var forged = what is "ends too late" or "runs backwards" ? Replace(Once, what) : Forgery.Resign(Once, cms => cms.ComputeSignature(Forgery.Signer(person.Certificate, person.Certificate)), range => what switch
        {
            "starts late" => (1, range.Item2 - 1, range.Item3, range.Item4),
            "gap too wide" => (0, range.Item2 - 1, range.Item3, range.Item4),
            _ => (0, range.Item2, range.Item3, range.Item4 - 7),
        });
        var report = Verify(forged);
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.False(report.Signatures[0].CoversWholeRevision);
        Assert.NotEmpty(report.Findings);
    }

    [Theory]
    [InlineData("[0 1 2]")]
    [InlineData("[0 -1 2 3]")]
    [InlineData("[0 1 2 3 4]")]
    [InlineData("[0 1 9223372036854775807 9223372036854775807]")]
    [InlineData("[(a) 1 2 3]")]
    [InlineData("7 0 R")]
    public void A_byte_range_that_is_no_range_is_found(string range) =>
        Assert.Equal(Verdict.Altered, Verify(WithValue($"<< /Type /Sig /ByteRange {range} /Contents <00> >>")).Verdict);

    [Theory]
    [InlineData("7 0 R")]
    [InlineData("99 0 R")]
    [InlineData("(x)")]
    [InlineData("<< /ByteRange [0 10 20 30] >>")]
    [InlineData("<< /ByteRange [0 10 20 30] /Contents <zz> >>")]
    [InlineData("<< /ByteRange [0 10 20 30] /Contents <30> >>")]
    public void A_value_that_is_no_signature_is_found(string value) => Assert.Equal(Verdict.Altered, Verify(WithValue(value)).Verdict);

    [Fact]
    public void Padding_that_is_not_zero_is_found()
    {
        var bad = (byte[])Once.Clone();
        bad[Forgery.Contents(bad).End - 3] = (byte)'1';
        Assert.Contains("Phần đệm của chữ ký “ChuKyCaNhan” bị sửa.", Verify(bad).Findings);
        Assert.Equal(Verdict.Altered, Verify(bad).Verdict);
    }

    [Fact]
    public void Two_signers_in_one_signature_are_found()
    {
        using var person = Person;
        using var agency = Agency;
        AssertFound("Chữ ký “ChuKyCaNhan” không có đúng một người ký.", cms =>
        {
            cms.ComputeSignature(Forgery.Signer(person.Certificate, person.Certificate));
            cms.ComputeSignature(Forgery.Signer(agency.Certificate, agency.Certificate));
        });
    }

    [Fact]
    public void A_signature_that_names_another_certificate_is_found()
    {
        using var person = Person;
        using var agency = Agency;
        AssertFound("Chữ ký “ChuKyCaNhan” không gắn với chứng thư số đi kèm.", cms => cms.ComputeSignature(Forgery.Signer(person.Certificate, agency.Certificate)));
    }

    [Fact]
    public void A_signature_that_names_no_certificate_is_found()
    {
        using var person = Person;
        AssertFound("Chữ ký “ChuKyCaNhan” không gắn với chứng thư số đi kèm.", cms => cms.ComputeSignature(Forgery.Signer(person.Certificate, null)));
    }

    [Fact]
    public void A_digest_that_can_be_forged_is_found()
    {
        using var person = Person;
        AssertFound("Chữ ký “ChuKyCaNhan” dùng thuật toán băm không còn an toàn.", cms => cms.ComputeSignature(Forgery.Signer(person.Certificate, person.Certificate, "1.3.14.3.2.26")));
    }

    [Fact]
    public void A_certificate_that_is_not_for_signing_is_found()
    {
        using var key = RSA.Create(2048);
        using var other = X509CertificateLoader.LoadPkcs12(SelfSigned(key, X509KeyUsageFlags.KeyEncipherment), Password, X509KeyStorageFlags.EphemeralKeySet);
        AssertFound("Chứng thư số của Trần Thị Khác không dùng để ký văn bản.", cms => cms.ComputeSignature(Forgery.Signer(other, other)));
    }

    [Fact]
    public void A_signature_over_other_bytes_is_found()
    {
        var bad = (byte[])Once.Clone();
        bad[bad.AsSpan().IndexOf("100 100 l"u8)] = (byte)'9';
        var report = Verify(bad);
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Equal(["Chữ ký “ChuKyCaNhan” không khớp với nội dung tệp."], report.Findings);
        Assert.False(report.Signatures[0].Valid);
    }

    [Fact]
    public void An_unknown_authority_or_one_of_the_same_name_leaves_the_answer_open()
    {
        var impostor = X509Certificate2.CreateFromPem(DemoCertificates.Create("CA thử", "Thử nghiệm", [], Password, Now).AuthorityPem);
        foreach (var roots in new X509Certificate2[][] { [], [impostor] })
        {
            var report = PdfVerifier.Verify(Once, roots, Now);
            Assert.Equal(Verdict.Unknown, report.Verdict);
            Assert.True(report.Signatures[0].Valid);
            Assert.False(report.Signatures[0].ChainTrusted);
            Assert.Single(report.Findings);
        }
    }

    [Fact]
    public void An_expired_certificate_leaves_the_answer_open()
    {
        Assert.Equal(Verdict.Intact, PdfVerifier.Verify(Once, [Authority], Now.AddYears(5).AddDays(-2)).Verdict);
        Assert.Equal(Verdict.Unknown, PdfVerifier.Verify(Once, [Authority], Now.AddYears(5).AddDays(2)).Verdict);
    }

    [Fact]
    public void No_signature_leaves_the_answer_open()
    {
        var report = Verify(TestPdf.Write());
        Assert.Equal(Verdict.Unknown, report.Verdict);
        Assert.Equal(["Tệp không có chữ ký số nào."], report.Findings);
    }

    private static void AssertFound(string finding, Action<SignedCms> sign)
    {
        var report = Verify(Forgery.Resign(Once, sign));
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Equal([finding], report.Findings);
    }

    private static byte[] WithValue(string value)
    {
        var objects = TestPdf.Objects(false, TestPdf.Person);
        objects[10] = $"<< /FT /Sig /T ({TestPdf.Person}) /V {(value.StartsWith("<<", StringComparison.Ordinal) ? "12 0 R" : value)} >>";
        objects[12] = value;
        return TestPdf.Write(XrefKind.Table, objects);
    }

    private static byte[] Replace(byte[] pdf, string what)
    {
        var copy = (byte[])pdf.Clone();
        var at = copy.AsSpan().IndexOf("/ByteRange [0 "u8) + 14;
        var (length, rest) = (Encoding.ASCII.GetString(copy, at, 10), Encoding.ASCII.GetString(copy, at + 11, 10));
        Encoding.ASCII.GetBytes(what == "runs backwards" ? $"{rest} {length}" : $"{length} {rest} 0099999999").CopyTo(copy, at);
        return copy;
    }
}
