using System.Globalization;
using Npgsql;
using Workflow.Bench;
using Workflow.Host.EmbeddedPostgres;

// bench/run [FILE] [--seconds N] [--finished N] [--rounds N] [--only papers|layout|texts|sign|acts|engine|timers|growth|load|inbox|conference|dispatch]
string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
var only = Option("--only");
var each = TimeSpan.FromSeconds(double.Parse(Option("--seconds") ?? "2", CultureInfo.InvariantCulture));
var finished = int.Parse(Option("--finished") ?? "100000", CultureInfo.InvariantCulture);
var file = await File.ReadAllBytesAsync(args[0]);
if (only is null or "papers")
{
    Papers.Run(args[0], file);
}

if (only is "layout")
{
    Layouts.Run(args[0], file);
    return;
}

if (only is null or "texts")
{
    Texts.Run(args[0], file);
}

if (only is null or "sign")
{
    Signing.Run(args[0], file);
}

if (only is "papers" or "texts" or "sign")
{
    return;
}

// Not a private temporary folder: the database runs as another user when we are root.
var folder = Path.Combine(Path.GetTempPath(), "workflow-bench-" + Guid.NewGuid().ToString("N")[..8]);
using (var cluster = PrivateCluster.Open(Path.Combine(folder, "db")))
{
    await using (var world = await EngineWorld.Create(cluster.ConnectionString("engine")))
    {
        // The ceilings have the same help as we: prepared statements, connections that go back as they are.
        await using var source = NpgsqlDataSource.Create(cluster.ConnectionString("engine") + ";Max Auto Prepare=50;Auto Prepare Min Usages=2;No Reset On Close=true");
        var meter = new Meter(source, Path.Combine(folder, "db"));
        var ceilings = new Ceilings(source);
        await ceilings.Prepare();
        var engine = new EngineLoad(world, meter, source, each);
        if (only is null or "engine")
        {
            Console.WriteLine();
            await engine.Parked();
        }

        await engine.Settle();
        if (only is "load")
        {
            await engine.Load(int.Parse(Option("--rounds") ?? "10", CultureInfo.InvariantCulture), ceilings);
        }

        if (only is "growth")
        {
            await engine.Growth(finished);
        }

        if (only is "timers")
        {
            await engine.Timers();
            await engine.Timers();
        }

        if (only is null or "engine")
        {
            await engine.Tasks(ceilings);
            Console.WriteLine();
            EngineLoad.Steps();
            await engine.Timers();
            await engine.Growth(finished);
        }

        if (only is "inbox")
        {
            await InboxLoad.Run(args[0], file, cluster, meter, each, folder);
        }

        if (only is "conference")
        {
            await ConferenceLoad.Run(args[0], file, cluster, meter, folder);
        }

        if (only is "dispatch")
        {
            await DispatchLoad.Run(args[0], file, cluster);
        }

        if (only is null or "acts")
        {
            await Pipeline.Run(args[0], file, cluster, meter, ceilings, each);
        }
    }
}

Directory.Delete(folder, true);
