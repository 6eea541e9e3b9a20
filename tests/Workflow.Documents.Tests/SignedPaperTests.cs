using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Layouts;
using Xunit;

namespace Workflow.Documents.Tests;

public sealed class SignedPaperTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-sign-").FullName;
    private readonly DemoCertificates certificates = DemoCertificates.Create("CA thử", "Thử nghiệm", ["Nguyễn Văn Thành", "ĐẢNG ỦY XÃ"], "mat-khau", Now);

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void The_same_paper_gives_the_same_bytes() => Assert.Equal(Render(), Render());

    [Fact]
    public void Two_signatures_are_intact_for_us_and_for_independent_tools()
    {
        var signed = SignTwice();
        var report = Verify(signed);
        Assert.Equal(Verdict.Intact, report.Verdict);
        Assert.Equal([(true, true, true), (true, true, true)], report.Signatures.Select(one => (one.Valid, one.ChainTrusted, one.CoversWholeRevision)));
        var pdf = Save("signed.pdf", signed);
        Assert.Contains("No syntax or stream encoding errors", Run("qpdf", "--check", pdf), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "ca.pem"), certificates.AuthorityPem);
        Run("certutil", "-N", "-d", "sql:" + folder, "--empty-password");
        Run("certutil", "-A", "-d", "sql:" + folder, "-n", "ca", "-t", "CT,C,C", "-i", Path.Combine(folder, "ca.pem"));
        var told = Run("pdfsig", "-nssdir", "sql:" + folder, pdf);
        Assert.Equal(2, told.Split("Signature is Valid").Length - 1);
        Assert.Equal(2, told.Split("Certificate is Trusted").Length - 1);
    }

    [Fact]
    public void The_text_layer_holds_every_word_of_the_paper()
    {
        var text = ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;
        var layer = Run("pdftotext", Save("paper.pdf", Render()), "-");
        static string Tight(string words) => string.Concat(words.Where(letter => !char.IsWhiteSpace(letter)));
        var tight = Tight(System.Text.RegularExpressions.Regex.Replace(layer, @"\f\d+\s", " "));
        Assert.All(text.Clauses, clause => Assert.Contains(Tight(clause.FullText), tight, StringComparison.Ordinal));
        Assert.Contains("ĐẢNGCỘNGSẢNVIỆTNAM", tight, StringComparison.Ordinal);
    }

    [Fact]
    public void Word_breaks_lines_where_we_do()
    {
        var text = ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text;
        Save("paper.docx", OfficialDocx.Render(Paper(text), LayoutProfile.Hd36));
        Run("soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "paper.docx"));
        static List<string> Lines(string layer) => [.. layer.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 30)];
        var theirs = Lines(Run("pdftotext", "-layout", Path.Combine(folder, "paper.pdf"), "-"));
        var ours = Lines(Run("pdftotext", "-layout", Save("ours.pdf", Render()), "-"));
        var same = ours.Count(theirs.Contains);
        Assert.True(same >= 0.95 * ours.Count, $"{same} of {ours.Count} lines alike");
    }

    [Fact]
    public void Any_changed_byte_of_what_was_signed_is_found()
    {
        var signed = SignTwice();
        var random = new Random(3);
        var first = signed.AsSpan().IndexOf("/Contents <"u8);
        for (var round = 0; round < 60; round++)
        {
            var bad = (byte[])signed.Clone();
            bad[random.Next(20, first)] ^= 0x15;
            Assert.NotEqual(Verdict.Intact, Verify(bad).Verdict);
        }
    }

    [Fact]
    public void A_revision_that_replaces_a_page_after_the_signatures_is_named()
    {
        var signed = SignTwice();
        var structure = new PdfStructure(signed);
        var page = structure.ObjectNumbers.First(number => structure.Dictionary(number)?.GetValueOrDefault("Type") == "/Page");
        var update = new PdfFile(PdfSyntax.Int(structure.Trailer["Size"]));
        update.Set(page, "<< /Type /Page /MediaBox [0 0 100 100] >>");
        var attacked = update.Append(signed, $"/Root {structure.Trailer["Root"]}", structure.Sections[0].Offset);
        var report = Verify(attacked);
        Assert.Equal(Verdict.Altered, report.Verdict);
        Assert.Contains(report.Findings, finding => finding.Contains($"Đối tượng {page} ", StringComparison.Ordinal));
        Assert.True(report.Signatures.All(one => one.Valid));
    }

    [Fact]
    public void An_unknown_authority_is_not_called_intact() => Assert.Equal(Verdict.Unknown, PdfVerifier.Verify(SignTwice(), [], Now).Verdict);

    [Fact]
    public void Unsigned_and_damaged_files_are_reported_not_thrown()
    {
        Assert.Equal(Verdict.Unknown, Verify(Render()).Verdict);
        var random = new Random(5);
        var signed = SignTwice();
        var first = Verify(signed).Signatures[0];
        var once = Enumerable.Range(0, signed.Length).First(at => signed.AsSpan(0, at).EndsWith("%%EOF\n"u8) && Verify(signed[..at]) is { Verdict: Verdict.Intact });
        Assert.Equal(first.Field, Assert.Single(Verify(signed[..once]).Signatures).Field);

        // Cut anywhere else, and right beside where the first signature ended, it is no longer whole.
        foreach (var at in Enumerable.Range(0, 200).Select(_ => random.Next(signed.Length)).Concat(Enumerable.Range(once - 8, 17)).Concat(Enumerable.Range(signed.Length - 8, 8)).Where(at => at != once))
        {
            Assert.NotEqual(Verdict.Intact, Verify(signed[..at]).Verdict);
        }
    }

    [Fact]
    public void A_field_is_signed_once_and_a_wrong_password_is_said()
    {
        using var signer = Signer("Nguyễn Văn Thành");
        var request = new SignatureRequest(OfficialPdf.PersonalField, signer.Name, "", "", Now, false);
        var once = PdfSigner.Sign(Render(), request, signer);
        Assert.Equal("signature.already-signed", Assert.Throws<SignatureException>(() => PdfSigner.Sign(once, request, signer)).Code);
        Assert.Equal("signature.no-field", Assert.Throws<SignatureException>(() => PdfSigner.Sign(once, request with { FieldName = "x" }, signer)).Code);
        Assert.Equal("signature.wrong-password", Assert.Throws<SignatureException>(() => P12Signer.Load(Path.Combine(folder, "Nguyễn Văn Thành.p12"), "sai", Now)).Code);
    }

    private static OfficialPaper Paper(Domain.Texts.DraftText text) => new(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 2, 5), null);

    private static byte[] Render() => OfficialPdf.Render(Paper(ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text), LayoutProfile.Hd36).Bytes;

    private byte[] SignTwice()
    {
        using var person = Signer("Nguyễn Văn Thành");
        using var agency = Signer("ĐẢNG ỦY XÃ");
        var once = PdfSigner.Sign(Render(), new(OfficialPdf.PersonalField, person.Name, "Ký ban hành", "Y", Now, false), person);
        var twice = PdfSigner.Sign(once, new(OfficialPdf.AgencyField, agency.Name, "Đóng dấu", "Y", Now, true), agency);
        Assert.True(twice.AsSpan().StartsWith(once));
        return twice;
    }

    private P12Signer Signer(string name)
    {
        var path = Path.Combine(folder, name + ".p12");
        File.WriteAllBytes(path, certificates.Files[name]);
        return P12Signer.Load(path, "mat-khau", Now);
    }

    private VerificationReport Verify(byte[] pdf) => PdfVerifier.Verify(pdf, [X509CertificateLoader.LoadCertificate(X509Certificate2.CreateFromPem(certificates.AuthorityPem).RawData)], Now);

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
