using System.Diagnostics;
using System.Globalization;
using Workflow.Documents.Checks;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Redline;
using Workflow.Domain.Layouts;
using Workflow.Domain.Texts;

namespace Workflow.Bench;

/// <summary>What is done with a text, on the given file and on one some 27 times as long: CPU, memory, and growth with size; git's word diff of the same texts beside it.</summary>
internal static class Texts
{
    private const int LongPages = 240;

    public static void Run(string name, byte[] file)
    {
        var small = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!.Text;
        var times = (int)Math.Ceiling(LongPages / (double)Pages(small));
        while (Pages(Repeated(small, times)) < LongPages)
        {
            times++;
        }

        var large = Repeated(small, times);
        var (one, other) = (Measured(small), Measured(large));
        var (smallWords, largeWords) = (Words(small), Words(large));
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"texts: {Pages(small)} pages ({smallWords} words, {small.Clauses.Count} clauses) and {Pages(large)} pages ({largeWords} words, {large.Clauses.Count} clauses); ms of CPU, MB allocated, growth per {(double)largeWords / smallWords:0.0} times the words"));
        foreach (var (what, a, b) in one.Zip(other, (a, b) => (a.What, a, b)))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-26} {a.Ms,8:0.0} ms {a.Mb,7:0.0} MB {b.Ms,9:0.0} ms {b.Mb,7:0.0} MB   x{b.Ms / Math.Max(0.1, a.Ms):0.0}"));
        }
    }

    private static List<(string What, double Ms, double Mb)> Measured(DraftText text)
    {
        var edited = Edited(text);
        var word = OfficialDocx.Render(Paper(text), LayoutProfile.Hd36);
        var imported = DraftImporter.Read("a.docx", word, TrackedChanges.Accept).Draft!;
        var at = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        var rounds = text.Clauses.Count > 1_000 ? 6 : 25;
        return
        [
            Measure("import (Word)", rounds, () => DraftImporter.Read("a.docx", word, TrackedChanges.Accept)),
            Measure("hash", rounds, () => CanonicalText.Hash(text)),
            Measure("compare", rounds, () => TextComparison.Compare(text, edited)),
            Measure("git diff --word-diff", rounds, Git(text, edited)),
            Measure("redline as Word", rounds, () => RedlineDocx.Render(text, edited, "A", at, LayoutProfile.Hd36)),
            Measure("checks", rounds, () => DocumentChecks.Of(imported)),
        ];
    }

    // Every fifth clause edited, every fortieth taken out, one in forty put in, a heading in twenty relabelled.
    private static DraftText Edited(DraftText text) => text with
    {
        Clauses = [.. text.Clauses.SelectMany((clause, index) => clause switch
        {
            _ when index % 40 == 39 => [],
            { Rows: null } when index % 5 == 3 => [clause with { Runs = [new TextRun(clause.Text.Replace("phát triển", "tăng trưởng", StringComparison.Ordinal) + " Bổ sung.")] }],
            { Kind: ClauseKind.Paragraph } when index % 40 == 20 => [clause, new Clause($"new{index}", ClauseKind.Paragraph, clause.Level, "", [new TextRun($"Đoạn thêm vào ở chỗ thứ {index} của văn bản.")])],
            _ => new[] { clause },
        })],
    };

    private static DraftText Repeated(DraftText text, int times) => text with
    {
        // Numbered through, so that no two clauses are quite the same: texts of 240 pages do not repeat themselves.
        Clauses = [.. Enumerable.Range(1, times).SelectMany(time => text.Clauses.Select(clause => clause.Rows is not null || clause.Kind == ClauseKind.Heading ? clause with { Id = $"p{time}{clause.Id}" } : clause with { Id = $"p{time}{clause.Id}", Runs = [.. clause.Runs, new TextRun($" (đợt {time})")] }))],
    };

    // The two texts a line a clause, as git would be given them.
    private static Action Git(DraftText before, DraftText after)
    {
        var folder = Directory.CreateTempSubdirectory("bench-git-").FullName;
        File.WriteAllLines(Path.Combine(folder, "a"), before.Clauses.Select(clause => clause.FullText));
        File.WriteAllLines(Path.Combine(folder, "b"), after.Clauses.Select(clause => clause.FullText));
        return () =>
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["diff", "--no-index", "--word-diff", "--no-color", "a", "b"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            git.StandardOutput.ReadToEnd();
            git.WaitForExit();
        };
    }

    // Time of children is counted in hundredths of a second, so all rounds together; the memory of a child is not ours to count.
    private static (string, double, double) Measure(string what, int rounds, Action work)
    {
        static double Children() => File.ReadAllText("/proc/self/stat") is var stat && stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is var fields
            ? 10 * (double.Parse(fields[13], CultureInfo.InvariantCulture) + double.Parse(fields[14], CultureInfo.InvariantCulture)) : 0;
        var before = Children();
        for (var round = 0; round < rounds; round++)
        {
            work();
        }

        return (what, (Children() - before) / rounds, 0);
    }

    private static (string, double, double) Measure(string what, int rounds, Func<object> work)
    {
        using var process = Process.GetCurrentProcess();
        var times = new List<double>();
        long allocated = 0;
        for (var round = 0; round < rounds + 3; round++)
        {
            process.Refresh();
            var (before, bytes) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(true));
            work();
            process.Refresh();
            times.Add((process.TotalProcessorTime - before).TotalMilliseconds);
            allocated = GC.GetTotalAllocatedBytes(true) - bytes;
        }

        times = [.. times.Skip(3).Order()];
        return (what, times[times.Count / 2], allocated / 1_000_000.0);
    }

    private static int Pages(DraftText text) => OfficialPdf.Render(Paper(text), LayoutProfile.Hd36).Pages;

    private static int Words(DraftText text) => text.Clauses.Sum(clause => clause.Text.Split(' ').Length);

    private static OfficialPaper Paper(DraftText text) => new(text, "ĐẢNG BỘ TỈNH X", "ĐẢNG ỦY XÃ Y", "07-NQ/ĐU", "NQ/ĐU", "Y", new DateOnly(2026, 1, 2), null);
}
