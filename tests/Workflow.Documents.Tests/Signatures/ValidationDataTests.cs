using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Documents.Tests.Papers;
using Workflow.Domain.Layouts;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Certificates and lists added behind the last signature: that and nothing else is accepted there.</summary>
public sealed class ValidationDataTests : IDisposable
{
    private readonly TestAuthority authority = new("CA dài hạn", Now);

    public void Dispose() => authority.Dispose();

    [Theory]
    [InlineData(XrefKind.Table)]
    [InlineData(XrefKind.Stream)]
    [InlineData(XrefKind.Hybrid)]
    public void Data_behind_the_seal_is_reported_and_the_file_stays_intact_for_us_and_for_others(XrefKind kind) => Tools.InFolder(folder =>
    {
        var original = Twice(TestPdf.Write(kind));
        var whole = Store(original);
        Assert.True(whole.AsSpan().StartsWith(original));
        var report = Check(whole);
        Assert.Equal(Verdict.Intact, report.Verdict);
        Assert.Empty(report.Findings);
        Assert.Contains("3 chứng thư số, 1 danh sách thu hồi", Assert.Single(report.Notes), StringComparison.Ordinal);
        var (pdf, ca) = (Path.Combine(folder, "a.pdf"), Path.Combine(folder, "ca.pem"));
        File.WriteAllBytes(pdf, whole);
        File.WriteAllText(ca, authority.Certificate.ExportCertificatePem());
        Tools.Run("certutil", "-N", "-d", "sql:" + folder, "--empty-password");
        Tools.Run("certutil", "-A", "-d", "sql:" + folder, "-n", "ca", "-t", "CT,C,C", "-i", ca);
        Assert.Equal(2, Tools.Run("pdfsig", "-nssdir", "sql:" + folder, pdf).Split("Signature is Valid").Length - 1);
        Assert.EndsWith("exit 0", Tools.Run("qpdf", "--check", pdf), StringComparison.Ordinal);
        return 0;
    });

    [Fact]
    public void A_paper_with_it_still_is_for_the_archive()
    {
        var text = ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;
        var paper = OfficialPdf.Render(new(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null), LayoutProfile.Hd36).Bytes;
        var whole = Store(Twice(paper));
        Assert.Equal([], ArchiveRules.Broken(whole));
        Assert.Equal(Verdict.Intact, Check(whole).Verdict);
    }

    [Fact]
    public void Anything_else_behind_the_seal_is_named()
    {
        var original = Twice(TestPdf.Write());
        byte[] Behind(Action<PdfStructure, PdfFile, Dictionary<string, string>> change, byte[]? from = null)
        {
            var structure = new PdfStructure(from ?? original);
            var update = new PdfFile(PdfSyntax.Int(structure.Trailer["Size"]));
            var root = new Dictionary<string, string>(structure.Dictionary(structure.CatalogNumber)!, StringComparer.Ordinal);
            change(structure, update, root);
            update.Set(structure.CatalogNumber, PdfSyntax.Write(root));
            return PdfRevision.Append(from ?? original, structure, update);
        }

        var list = authority.List();
        var bad = new Dictionary<string, byte[]>
        {
            ["a page with the data"] = Behind((structure, update, root) =>
            {
                root["DSS"] = $"{update.Add($"<< /Type /DSS /CRLs [{update.AddStream("", list)} 0 R] >>")} 0 R";
                update.Set(structure.Pages()[0], "<< /Type /Page /MediaBox [0 0 9 9] >>");
            }),
            ["an object that nobody asked for"] = Behind((_, update, root) =>
            {
                root["DSS"] = $"{update.Add("<< /Type /DSS /Certs [] >>")} 0 R";
                update.Add("<< /S /JavaScript /JS (app.alert) >>");
            }),
            ["a stream that is no list"] = Behind((_, update, root) => root["DSS"] = $"<< /Type /DSS /CRLs [{update.AddStream("", "rác"u8.ToArray())} 0 R] >>"),
            ["a picture as a certificate"] = Behind((_, update, root) => root["DSS"] = $"<< /Type /DSS /Certs [{update.AddStream("/Type /XObject /Subtype /Image", authority.Certificate.RawData)} 0 R] >>"),
            ["another key of the store"] = Behind((_, _, root) => root["DSS"] = "<< /Type /DSS /AA << >> >>"),
            ["another key of the catalog"] = Behind((_, _, root) =>
            {
                root["DSS"] = "<< /Type /DSS >>";
                root["OpenAction"] = "[3 0 R /Fit]";
            }),
            ["bytes behind the end"] = [.. Store(original), .. "% thêm\n"u8],
            ["nothing but a new catalog"] = Behind((_, _, _) => { }),
            ["a second store over the first"] = Behind((_, update, root) => root["DSS"] = $"{update.Add("<< /Type /DSS >>")} 0 R", Store(original)),
        };
        foreach (var (what, file) in bad)
        {
            var report = Check(file);
            Assert.True(report.Verdict == Verdict.Altered && report.Findings.Count > 0, $"{what}: {report.Verdict}");
        }

        Assert.Equal("signature.has-validation-data", Assert.Throws<SignatureException>(() => Store(Store(original))).Code);
    }

    [Fact]
    public void Flipped_bytes_of_the_store_never_pass_for_other_than_data()
    {
        var original = Twice(TestPdf.Write());
        var whole = Store(original);
        var random = new Random(5);
        for (var round = 0; round < 200; round++)
        {
            var bad = (byte[])whole.Clone();
            bad[random.Next(original.Length, whole.Length)] ^= (byte)random.Next(1, 256);
            var report = Check(bad);
            Assert.True(report.Verdict != Verdict.Intact || report.Notes.Count == 1);
        }
    }

    [Fact]
    public void A_list_is_believed_only_from_its_authority_and_while_it_holds()
    {
        using var signer = authority.Signer("A", "http://crl.example.vn/ca.crl");
        using var other = new TestAuthority("CA dài hạn", Now);
        var list = RevocationList.Read(authority.List())!;
        Assert.True(list.IsFrom(authority.Certificate, Now));
        Assert.False(list.IsFrom(other.Certificate, Now));
        Assert.False(list.IsFrom(authority.Certificate, Now.AddDays(8)));
        Assert.False(list.IsFrom(authority.Certificate, Now.AddDays(-1)));
        Assert.Null(list.RevokedAt(signer.Certificate));
        authority.Revoke(signer.Certificate, Now.AddHours(-2));
        Assert.Equal(Now.AddHours(-2), RevocationList.Read(System.Text.Encoding.ASCII.GetBytes(new string(PemEncodingOf(authority.List()))))!.RevokedAt(signer.Certificate));
        Assert.Null(RevocationList.Read("rác"u8.ToArray()));
        Assert.Null(RevocationList.Read(authority.Certificate.RawData));
        Assert.Equal(["http://crl.example.vn/ca.crl"], RevocationList.Addresses(signer.Certificate).Select(one => one.ToString()));
        using var ldap = authority.Signer("B", "ldap://crl.example.vn/ca");
        Assert.Empty(RevocationList.Addresses(ldap.Certificate));
    }

    [Fact]
    public void Every_certificate_of_both_chains_is_asked_about()
    {
        var links = ValidationData.Links(Twice(TestPdf.Write()), [authority.Certificate], Now);
        Assert.Equal(["A", "B"], links.Select(link => link.Certificate.GetNameInfo(X509NameType.SimpleName, false)).Order());
        Assert.All(links, link => Assert.Equal(authority.Certificate.Thumbprint, link.Issuer.Thumbprint));
        Assert.Empty(ValidationData.Links(Twice(TestPdf.Write()), [], Now));
    }

    private byte[] Twice(byte[] pdf)
    {
        using var person = authority.Signer("A");
        using var agency = authority.Signer("B");
        return PdfSigner.Sign(PdfSigner.Sign(pdf, PersonRequest, person), AgencyRequest, agency);
    }

    private byte[] Store(byte[] pdf)
    {
        var links = ValidationData.Links(pdf, [authority.Certificate], Now);
        return ValidationData.Add(pdf, [.. links.Select(link => link.Certificate.RawData), authority.Certificate.RawData], [authority.List()]);
    }

    private VerificationReport Check(byte[] pdf) => PdfVerifier.Verify(pdf, [authority.Certificate], Now);

    private static char[] PemEncodingOf(byte[] der) => System.Security.Cryptography.PemEncoding.Write("X509 CRL", der);
}
