using System.Diagnostics;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Redline;
using Workflow.Documents.Signatures;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Bench;

/// <summary>Milliseconds of CPU for what is done with a text.</summary>
internal static class Papers
{
    public static void Run(string name, byte[] file)
    {
        var text = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!.Text;
        var edited = text with { Clauses = [.. text.Clauses.Select((clause, index) => index % 5 == 3 && clause.Rows is null ? clause with { Runs = [new TextRun(clause.Text.Replace("phát triển", "tăng trưởng", StringComparison.Ordinal) + " Bổ sung.")] } : clause)] };
        var paper = new OfficialPaper(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 1, 2), null);
        var now = TimeProvider.System.GetUtcNow();
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, DemoCertificates.Create("CA", "Bench", ["A"], "x", now).Files["A"]);
        using var signer = P12Signer.Load(path, "x", now);
        File.Delete(path);
        var pdf = OfficialPdf.Render(paper, LayoutProfile.Hd36);
        Console.WriteLine($"{Path.GetFileName(name)}: {pdf.Pages} pages, {text.Clauses.Sum(clause => clause.Text.Split(' ').Length)} words; ms of CPU, median of 30 warm runs");
        var once = PdfSigner.Sign(pdf.Bytes, new(OfficialPdf.PersonalField, "A", "", "", now, false), signer);
        var imported = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!;
        Measure("checks", () => DocumentChecks.Of(imported));
        Measure("import", () => DraftImporter.Read(name, file, TrackedChanges.Accept));
        Measure("compare", () => TextComparison.Compare(text, edited));
        Measure("redline (Word)", () => RedlineDocx.Render(text, edited, "A", now, LayoutProfile.Hd36));
        Measure("PDF", () => OfficialPdf.Render(paper, LayoutProfile.Hd36));
        Measure("Word", () => OfficialDocx.Render(paper, LayoutProfile.Hd36));
        Measure("two signatures", () => PdfSigner.Sign(PdfSigner.Sign(pdf.Bytes, new(OfficialPdf.PersonalField, "A", "", "", now, false), signer), new(OfficialPdf.AgencyField, "A", "", "", now, true), signer));
        Measure("verify", () => PdfVerifier.Verify(once, [], now));
    }

    /// <summary>Runs the work 35 times and says the median of the last 30.</summary>
    public static void Measure(string what, Func<object> work)
    {
        using var process = Process.GetCurrentProcess();
        var times = new List<double>();
        for (var round = 0; round < 35; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            work();
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }

        times = [.. times.Skip(5).Order()];
        Console.WriteLine($"  {what,-16} {times[times.Count / 2],8:0.0}");
    }
}
