using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Activities.Drafting;
using Workflow.Activities.Review;
using Workflow.Documents.Import;
using Workflow.Documents.Layout;
using Workflow.Documents.Redline;
using Workflow.Documents.Signatures;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;

var file = await File.ReadAllBytesAsync(args[0]);
Papers(args[0], file);
await Acts(args[0], file);

static void Papers(string name, byte[] file)
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
    Measure("import", () => DraftImporter.Read(name, file, TrackedChanges.Accept));
    Measure("compare", () => TextComparison.Compare(text, edited));
    Measure("redline (Word)", () => RedlineDocx.Render(text, edited, "A", now, LayoutProfile.Hd36));
    Measure("PDF", () => OfficialPdf.Render(paper, LayoutProfile.Hd36));
    Measure("Word", () => OfficialDocx.Render(paper, LayoutProfile.Hd36));
    Measure("two signatures", () => PdfSigner.Sign(PdfSigner.Sign(pdf.Bytes, new(OfficialPdf.PersonalField, "A", "", "", now, false), signer), new(OfficialPdf.AgencyField, "A", "", "", now, true), signer));
    Measure("verify", () => PdfVerifier.Verify(once, [], now));
}

static void Measure(string what, Func<object> work)
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

static async Task Acts(string name, byte[] file)
{
    var import = DraftImporter.Read(name, file, TrackedChanges.Accept).Draft!;
    // Not a private temporary folder: the database runs as another user when we are root.
    var folder = Path.Combine(Path.GetTempPath(), "workflow-bench-" + Guid.NewGuid().ToString("N")[..8]);
    using (var cluster = PrivateCluster.Open(Path.Combine(folder, "db")))
    {
        await using var world = await DemoWorld.Create(import, cluster);
        var drafted = await world.Send(world.People["soanthao"], new StartDraft(Guid.CreateVersion7(), "UBND", "", Path.GetFileName(name), file));
        await world.Send(world.People["soanthao"], new SubmitDraft(Guid.CreateVersion7(), drafted.Id));
        var hash = await world.Look(db => db.Set<Draft>().Select(draft => draft.CurrentHash).SingleAsync());
        await world.Send(world.People["vanphong"], new AppraiseDraft(Guid.CreateVersion7(), drafted.Id, hash, true, "", VietnamTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(3)));
        var member = world.People["uyvien06"];
        var clause = import.Text.Clauses[1].Id;
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("workflow"));
        await Sql(source, "CREATE TABLE bench_state (id int primary key, v int, s text); CREATE TABLE bench_event (id uuid primary key, s text); CREATE TABLE bench_out (id uuid primary key, s text); INSERT INTO bench_state SELECT g, 0, repeat('x', 200) FROM generate_series(0, 63) g");
        Console.WriteLine("acts a second, durable: the pipeline (a comment) / plain SQL (update, two inserts, one commit)");
        foreach (var callers in new[] { 1, 4, 16 })
        {
            var ours = await Rate(callers, _ => world.Act(member, new AddComment(Guid.CreateVersion7(), drafted.Id, hash, clause, "Ý kiến")));
            var limit = await Rate(callers, caller => Sql(source, $"BEGIN; UPDATE bench_state SET v = v + 1 WHERE id = {caller}; INSERT INTO bench_event VALUES ('{Guid.CreateVersion7()}', 'x'); INSERT INTO bench_out VALUES ('{Guid.CreateVersion7()}', 'x'); COMMIT"));
            Console.WriteLine($"  {callers,2} callers {ours,8:0} / {limit,8:0}   ratio {ours / limit:0.000}");
        }
    }

    Directory.Delete(folder, true);
}

static async Task<double> Rate(int callers, Func<int, Task> act)
{
    await act(0);
    var watch = Stopwatch.StartNew();
    var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
    {
        var done = 0;
        while (watch.Elapsed < TimeSpan.FromSeconds(4))
        {
            await act(caller);
            done++;
        }

        return done;
    }));
    return counts.Sum() / watch.Elapsed.TotalSeconds;
}

static async Task Sql(NpgsqlDataSource source, string text)
{
    await using var command = source.CreateCommand(text);
    await command.ExecuteNonQueryAsync();
}
