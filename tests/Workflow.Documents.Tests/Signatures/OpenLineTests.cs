using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Documents.Tests.Papers;
using Workflow.Domain.Layouts;
using Xunit;
using static Workflow.Documents.Tests.Signatures.TestKeys;

namespace Workflow.Documents.Tests.Signatures;

/// <summary>Number and date filled in the revision that the agency signs: that change is allowed, once and there; any other is named.</summary>
public sealed class OpenLineTests
{
    private static readonly OfficialPaper Numbered = new(ImportTests.Read(File.ReadAllBytes(ImportTests.SamplePath)).Text, "ĐẢNG BỘ TỈNH PHÚ THỌ", "ĐẢNG ỦY XÃ THANH SƠN", "07-NQ/ĐU", "NQ/ĐU", "Thanh Sơn", new DateOnly(2026, 2, 5), null);
    private static readonly IReadOnlyDictionary<string, string> Lines = Numbered.Lines(LayoutProfile.Hd36);
    private static readonly byte[] Open = OfficialPdf.Render(Numbered with { Number = null, Date = null, NumberedAtSealing = true }, LayoutProfile.Hd36).Bytes;
    private static readonly byte[] Signed = SignOnce(Open);

    [Fact]
    public void Filled_and_sealed_in_one_revision_both_signatures_hold_for_us_and_for_others() => Tools.InFolder(folder =>
    {
        Assert.True(OpenLines.AreOpen(Signed));
        var original = Seal(Signed);
        Assert.False(OpenLines.AreOpen(original));
        Assert.True(original.AsSpan().StartsWith(Signed));
        var report = Verify(original);
        Assert.Equal((Verdict.Intact, 2), (report.Verdict, report.Signatures.Count));
        Assert.Empty(report.Findings);
        Assert.Equal(2, report.Notes.Count);
        Assert.Contains("Số 07-NQ/ĐU", string.Join(' ', report.Notes), StringComparison.Ordinal);
        Assert.Contains(AgencyName, report.Notes[0], StringComparison.Ordinal);
        Assert.Equal([], ArchiveRules.Broken(original));

        var (pdf, authority) = (Path.Combine(folder, "a.pdf"), Path.Combine(folder, "ca.pem"));
        File.WriteAllBytes(pdf, original);
        File.WriteAllText(authority, Demo.AuthorityPem);
        Tools.Run("certutil", "-N", "-d", "sql:" + folder, "--empty-password");
        Tools.Run("certutil", "-A", "-d", "sql:" + folder, "-n", "ca", "-t", "CT,C,C", "-i", authority);
        var told = Tools.Run("pdfsig", "-nssdir", "sql:" + folder, pdf);
        Assert.Equal(2, told.Split("Signature is Valid").Length - 1);
        Assert.Equal(2, told.Split("Certificate is Trusted").Length - 1);
        Assert.EndsWith("exit 0", Tools.Run("qpdf", "--check", pdf), StringComparison.Ordinal);

        // OpenSSL finds the agency's signature over the filled lines too.
        string Save(string name, byte[] content)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
            return Path.Combine(folder, name);
        }

        foreach (var ((from, to), length) in new[] { (Forgery.Contents(Signed), Signed.Length), (Forgery.Contents(original), original.Length) })
        {
            var cms = Save("a.der", Convert.FromHexString(System.Text.Encoding.ASCII.GetString(original[(from + 1)..(to - 1)])));
            var content = Save("a.bin", [.. original.AsSpan(0, from), .. original.AsSpan(to, length - to)]);
            Assert.EndsWith("exit 0", Tools.Run("openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", content, "-CAfile", authority, "-purpose", "any", "-attime", Now.AddDays(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), "-out", Path.Combine(folder, "out")), StringComparison.Ordinal);
        }

        return 0;
    });

    [Fact]
    public void The_filled_lines_stand_where_the_layout_puts_them() => Tools.InFolder(folder =>
    {
        List<string> Boxes(byte[] pdf)
        {
            var path = Path.Combine(folder, "b.pdf");
            File.WriteAllBytes(path, pdf);
            return [.. Tools.Run("pdftotext", "-bbox", "-l", "1", path, "-").Split('\n').Where(line => line.Contains("<word", StringComparison.Ordinal))];
        }

        var (usual, filled) = (Boxes(SignTwice(OfficialPdf.Render(Numbered, LayoutProfile.Hd36).Bytes)), Boxes(Seal(Signed)));
        foreach (var word in new[] { "07-NQ/ĐU", ">tháng<", ">2026<" })
        {
            var (ours, theirs) = (Left(filled, word), Left(usual, word));
            Assert.True(Math.Abs(ours.X - theirs.X) < 0.5 && Math.Abs(ours.Y - theirs.Y) < 0.5, $"{word}: {ours} and {theirs}");
        }

        return 0;
    });

    [Fact]
    public void Any_other_filling_is_named()
    {
        // By whoever, after the agency's signature.
        var late = Verify(OpenLines.Fill(SignTwice(Open), Lines));
        Assert.Equal(Verdict.Altered, late.Verdict);
        Assert.Equal(2, late.Findings.Count(finding => finding.Contains("bị thay đổi sau khi ký", StringComparison.Ordinal)));

        // After the person's, without any signature over it.
        Assert.Equal(Verdict.Altered, Verify(OpenLines.Fill(Signed, Lines)).Verdict);

        // Filled once, then filled otherwise in the agency's own revision.
        var once = OpenLines.Fill(Signed, Lines);
        Assert.Equal("signature.line-filled", Assert.Throws<SignatureException>(() => OpenLines.Fill(once, Lines)).Code);
        Assert.Equal(Verdict.Intact, Verify(SignAgency(once)).Verdict);

        // The words of the filled line are changed after the seal.
        var original = Seal(Signed);
        var structure = new PdfStructure(original);
        var (number, _, field) = OpenLines.Find(structure).First();
        var update = new PdfFile(PdfSyntax.Int(structure.Trailer["Size"]));
        update.Set(number, PdfSyntax.Write(new Dictionary<string, string>(field, StringComparer.Ordinal) { ["V"] = PdfFile.Text("Số 99-NQ/ĐU") }));
        Assert.Contains(Verify(PdfRevision.Append(original, structure, update)).Findings, finding => finding.StartsWith($"Đối tượng {number} ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_look_that_leaves_its_box_is_named()
    {
        var structure = new PdfStructure(Signed);
        var (number, _, field) = OpenLines.Find(structure).First();
        var update = new PdfFile(PdfSyntax.Int(structure.Trailer["Size"]));
        var look = update.AddStream("/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [9 0 0 9 -300 -700] /Resources << >>", "0 0 600 800 re f"u8.ToArray());
        update.Set(number, PdfSyntax.Write(new Dictionary<string, string>(field, StringComparer.Ordinal) { ["V"] = PdfFile.Text("Số 07-NQ/ĐU"), ["AP"] = $"<< /N {look} 0 R >>" }));
        var report = Verify(SignAgency(PdfRevision.Append(Signed, structure, update)));
        Assert.Equal(Verdict.Altered, report.Verdict);
    }

    private static byte[] SignAgency(byte[] pdf)
    {
        using var agency = Agency;
        return PdfSigner.Sign(pdf, AgencyRequest, agency);
    }

    private static byte[] Seal(byte[] pdf)
    {
        using var agency = Agency;
        return PdfSigner.Sign(pdf, AgencyRequest, agency, null, Lines);
    }

    private static (double X, double Y) Left(List<string> boxes, string word)
    {
        var box = boxes.Find(line => line.Contains(word, StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{word} is not on the page");
        double Side(string name) => double.Parse(System.Text.RegularExpressions.Regex.Match(box, name + "=\"([\\d.]+)\"").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        return (Side("xMin"), Side("yMin"));
    }
}
