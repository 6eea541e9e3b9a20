using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Workflow.Bench;

/// <summary>What a run cost: seconds, acts, CPU of client and server, transactions that wrote.</summary>
/// <param name="Latencies">Milliseconds of single acts, ascending.</param>
internal sealed record Cost(double Seconds, int Acts, double ClientMs, double ServerMs, double Commits, IReadOnlyList<double> Latencies)
{
    public double Rate => Acts / Seconds;

    public double ClientPerAct => ClientMs / Acts;

    public double ServerPerAct => ServerMs / Acts;

    public double CommitsPerAct => Commits / Acts;

    public double Median => Latencies[Latencies.Count / 2];

    public double P99 => Latencies[(int)(Latencies.Count * 0.99)];
}

/// <summary>Runs callers side by side for some seconds and reads the meters before and after: /proc for CPU, the server for transactions.</summary>
internal sealed class Meter(NpgsqlDataSource source, string clusterFolder)
{
    private const double TickMs = 10;

    /// <summary>Each caller repeats its work until the time is up; the work reports each act with its milliseconds.</summary>
    public async Task<Cost> Run(int callers, TimeSpan atMost, Func<int, Action<double>, Task> work)
    {
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Repeat(caller, TimeSpan.FromMilliseconds(700), work)));
        var transactions = await Transactions();
        var (client, server) = Cpu();
        var watch = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => Repeat(caller, atMost, work))));
        watch.Stop();
        var (clientAfter, serverAfter) = Cpu();
        var all = latencies.SelectMany(one => one).Order().ToList();
        return new Cost(watch.Elapsed.TotalSeconds, all.Count, clientAfter - client, serverAfter - server, await Transactions() - transactions - 1, all);
    }

    private static async Task<List<double>> Repeat(int caller, TimeSpan atMost, Func<int, Action<double>, Task> work)
    {
        var latencies = new List<double>(10_000);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < atMost)
        {
            await work(caller, latencies.Add);
        }

        return latencies;
    }

    /// <summary>Milliseconds of CPU used so far by this process and by the server.</summary>
    public (double Client, double Server) Cpu() => (ClientCpu(), ServerCpu());

    /// <summary>Transactions that wrote: only those get a number, and asking for it takes one.</summary>
    private async Task<double> Transactions()
    {
        await using var command = source.CreateCommand("SELECT pg_current_xact_id()::text::bigint");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static double ClientCpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    // The postmaster and its children; connections are pooled, so none ends during a run and takes its time along.
    private double ServerCpu()
    {
        var postmaster = File.ReadLines(Path.Combine(clusterFolder, "cluster", "postmaster.pid")).First().Trim();
        double ticks = 0;
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && Stat(folder) is { } fields && (Path.GetFileName(folder) == postmaster || fields[1] == postmaster))
            {
                ticks += double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture);
            }
        }

        return ticks * TickMs;
    }

    private static string[]? Stat(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
