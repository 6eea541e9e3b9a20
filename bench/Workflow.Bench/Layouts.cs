using System.Diagnostics;
using Workflow.Documents.Auditing;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Bench;

/// <summary>Milliseconds of CPU for setting and measuring a paper and one of 240 pages made of it, beside LibreOffice converting the same Word file in the same run.</summary>
internal static class Layouts
{
    private const int Rounds = 15;

    public static void Run(string name, byte[] file)
    {
        var text = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!.Text;
        var one = OfficialPdf.Render(Paper(text, 1), LayoutProfile.Hd36).Pages;
        var each = (OfficialPdf.Render(Paper(text, 11), LayoutProfile.Hd36).Pages - one) / 10.0;
        Console.WriteLine($"{Path.GetFileName(name)}: ms of CPU, median of {Rounds} warm runs; LibreOffice once, a process of its own");
        foreach (var times in new[] { 1, (int)Math.Ceiling(240 / each) })
        {
            var paper = Paper(text, times);
            var (pdf, word) = (OfficialPdf.Render(paper, LayoutProfile.Hd36), OfficialDocx.Render(paper, LayoutProfile.Hd36));
            var rounds = times == 1 ? Rounds : 5;
            Console.WriteLine($"  {pdf.Pages,4} pages: PDF {Measure(rounds, () => OfficialPdf.Render(paper, LayoutProfile.Hd36)),8:0.0}   Word {Measure(rounds, () => OfficialDocx.Render(paper, LayoutProfile.Hd36)),8:0.0}   "
                + $"measure PDF {Measure(rounds, () => LayoutAudit.Of(pdf.Bytes, LayoutProfile.Hd36)),8:0.0}   measure Word {Measure(rounds, () => LayoutAudit.Of(word, LayoutProfile.Hd36)),8:0.0}   LibreOffice {Office(word)}   PDF {pdf.Bytes.Length / 1024} KB");
        }
    }

    private static OfficialPaper Paper(DraftText text, int times) => new(
        text with { Clauses = [.. Enumerable.Range(0, times).SelectMany(round => text.Clauses.Select(clause => clause with { Id = $"{round}-{clause.Id}" }))] }, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 1, 2), null);

    private static double Measure(int rounds, Func<object> work)
    {
        using var process = Process.GetCurrentProcess();
        var times = new List<double>();
        for (var round = 0; round < rounds + 3; round++)
        {
            process.Refresh();
            var before = process.TotalProcessorTime;
            work();
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalMilliseconds);
        }

        times = [.. times.Skip(3).Order()];
        return times[times.Count / 2];
    }

    // User and system time of the converter and its children, as the kernel counts them for this process.
    internal static string Office(byte[] word)
    {
        var folder = Directory.CreateTempSubdirectory("bench-office-").FullName;
        try
        {
            var source = Path.Combine(folder, "a.docx");
            File.WriteAllBytes(source, word);
            var (before, watch) = (Children(), Stopwatch.StartNew());
            using (var process = Process.Start(new ProcessStartInfo("soffice", [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, source]) { RedirectStandardOutput = true, RedirectStandardError = true })!)
            {
                process.WaitForExit(TimeSpan.FromMinutes(3));
            }

            return File.Exists(Path.Combine(folder, "a.pdf")) ? $"{Children() - before:0} ({watch.ElapsedMilliseconds} on the clock)" : "gave no file";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "not installed";
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static double Children()
    {
        // Fields 16 and 17: what children that were waited for used, in hundredths of a second.
        var fields = File.ReadAllText("/proc/self/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (long.Parse(fields[13], System.Globalization.CultureInfo.InvariantCulture) + long.Parse(fields[14], System.Globalization.CultureInfo.InvariantCulture)) * 10.0;
    }
}
