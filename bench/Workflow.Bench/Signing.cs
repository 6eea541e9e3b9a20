using System.Security.Cryptography.X509Certificates;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Signatures;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Bench;

/// <summary>Milliseconds of CPU to sign, seal, judge what came back, and verify: the text as it is, and many times as long.</summary>
internal static class Signing
{
    private const int LongPages = 240;

    public static void Run(string name, byte[] file)
    {
        var text = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!.Text;
        var once = Render(text);
        var times = Math.Max(2, LongPages / Math.Max(1, once.Pages));
        Of(once);
        Of(Render(text with { Clauses = [.. Enumerable.Range(0, times).SelectMany(round => text.Clauses.Select(clause => clause with { Id = $"{clause.Id}-{round}" }))] }));
    }

    private static RenderedPdf Render(DraftText text) =>
        OfficialPdf.Render(new OfficialPaper(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 1, 2), null), LayoutProfile.Hd36);

    private static void Of(RenderedPdf pdf)
    {
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
        Papers.Measure("sign", () => Sign(pdf.Bytes, OfficialPdf.PersonalField));
        Papers.Measure("seal", () => Sign(signed, OfficialPdf.AgencyField));
        Papers.Measure("judge returned", () => ReturnedFile.Judge(pdf.Bytes, signed, expected, [root], now) is null ? signed : throw new InvalidOperationException("the right file was refused"));
        Papers.Measure("verify both", () => PdfVerifier.Verify(original, [root], now) is { Verdict: Verdict.Intact } report ? report : throw new InvalidOperationException("the original is not intact"));
    }
}
