using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Bench;

/// <summary>Milliseconds of CPU to render, sign, seal, judge what came back, and verify: the text as it is, and many times as long; beside LibreOffice converting the same Word file.</summary>
internal static class Signing
{
    private const int LongPages = 240;

    public static void Run(string name, byte[] file)
    {
        var text = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!.Text;
        var one = Render(Paper(text, 1)).Pages;
        var each = (Render(Paper(text, 11)).Pages - one) / 10.0;
        Of(Paper(text, 1));
        Of(Paper(text, Math.Max(2, (int)Math.Ceiling(LongPages / each))));
    }

    private static OfficialPaper Paper(DraftText text, int times) => new(
        text with { Clauses = [.. Enumerable.Range(0, times).SelectMany(round => text.Clauses.Select(clause => clause with { Id = $"{round}-{clause.Id}" }))] }, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 1, 2), null);

    private static RenderedPdf Render(OfficialPaper paper) => OfficialPdf.Render(paper, LayoutProfile.Hd36);

    private static void Of(OfficialPaper paper)
    {
        var pdf = Render(paper);
        var now = TimeProvider.System.GetUtcNow();
        var made = DemoCertificates.Create("CA", "Bench", ["A"], "x", now);
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, made.Files["A"]);
        using var signer = P12Signer.Load(path, "x", now);
        File.Delete(path);
        using var root = X509Certificate2.CreateFromPem(made.AuthorityPem);
        byte[] Sign(byte[] bytes, string field) => PdfSigner.Sign(bytes, new(field, "A", "", "", now, field == OfficialPdf.AgencyField), signer);
        var signed = Sign(pdf.Bytes, OfficialPdf.PersonalField);
        var original = Sign(signed, OfficialPdf.AgencyField);
        var expected = new ExpectedSignature(OfficialPdf.PersonalField, "A", [ReturnedFile.Thumbprint(signer.Certificate.RawData)]);
        Console.WriteLine($"signing: {pdf.Pages} pages, {pdf.Bytes.Length / 1024} KB; ms of CPU, median of 30 warm runs");
        Papers.Measure("render", () => Render(paper));
        Papers.Measure("sign", () => Sign(pdf.Bytes, OfficialPdf.PersonalField));
        Papers.Measure("seal", () => Sign(signed, OfficialPdf.AgencyField));
        Papers.Measure("judge returned", () => ReturnedFile.Judge(pdf.Bytes, signed, expected, [root], now) is null ? signed : throw new InvalidOperationException("the right file was refused"));
        Papers.Measure("verify both", () => PdfVerifier.Verify(original, [root], now) is { Verdict: Verdict.Intact } report ? report : throw new InvalidOperationException("the original is not intact"));
        Console.WriteLine($"  LibreOffice      {Layouts.Office(OfficialDocx.Render(paper, LayoutProfile.Hd36)),8}   Word to PDF, once, a process of its own");
    }
}
