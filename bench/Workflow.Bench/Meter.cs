using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Workflow.Runtime.Storage.PostgreSql;

namespace Workflow.Bench;

/// <summary>What a run cost: seconds, acts, CPU of client and server, transactions that wrote.</summary>
/// <param name="Flushes">Transactions that brought the acts of several callers to disk and wrote no row; not among the commits.</param>
/// <param name="Latencies">Milliseconds of single acts, ascending.</param>
internal sealed record Cost(double Seconds, int Acts, double ClientMs, double ServerMs, double Commits, double Flushes, IReadOnlyList<double> Latencies)
{
    public double Rate => Acts / Seconds;

    public double ClientPerAct => ClientMs / Acts;

    public double ServerPerAct => ServerMs / Acts;

    public double CommitsPerAct => Commits / Acts;

    public double FlushesPerAct => Flushes / Acts;

    public double Median => Latencies[Latencies.Count / 2];

    public double P99 => Latencies[(int)(Latencies.Count * 0.99)];
}

/// <summary>Runs callers side by side for some seconds and reads the meters before and after: /proc for CPU, the server for transactions.</summary>
internal sealed class Meter(NpgsqlDataSource source, string clusterFolder)
{
    private const double TickMs = 10;

    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);

    /// <summary>
    /// Each caller repeats its work; the work reports each act with its milliseconds. Counted is what is reported between two looks at the
    /// clock while all callers work: neither their first steps nor the last ones, when some have ended and others not.
    /// </summary>
    public async Task<Cost> Run(int callers, TimeSpan window, Func<int, Action<double>, Task> work)
    {
        var stop = false;
        var counted = Enumerable.Range(0, callers).Select(_ => new List<double>(10_000)).ToArray();
        var counting = false;
        var working = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            while (!Volatile.Read(ref stop))
            {
                await work(caller, latency =>
                {
                    if (Volatile.Read(ref counting))
                    {
                        counted[caller].Add(latency);
                    }
                });
            }
        })));
        await Task.WhenAny(working, Task.Delay(WarmUp));
        var (transactions, flushed) = (await Transactions(), FlushLine.Flushes);
        var (client, server) = Cpu();
        var watch = Stopwatch.StartNew();
        Volatile.Write(ref counting, true);
        await Task.WhenAny(working, Task.Delay(window));
        Volatile.Write(ref counting, false);
        var seconds = watch.Elapsed.TotalSeconds;
        var (clientAfter, serverAfter) = Cpu();
        var flushes = FlushLine.Flushes - flushed;
        var commits = await Transactions() - transactions - 1 - flushes;
        Volatile.Write(ref stop, true);
        await working;
        return new Cost(seconds, counted.Sum(one => one.Count), clientAfter - client, serverAfter - server, commits, flushes, [.. counted.SelectMany(one => one).Order()]);
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

    // The postmaster and its children, those that have ended too: it is told what they used.
    private double ServerCpu()
    {
        var postmaster = File.ReadLines(Path.Combine(clusterFolder, "cluster", "postmaster.pid")).First().Trim();
        double ticks = 0;
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out _) && Stat(folder) is { } fields && (Path.GetFileName(folder) == postmaster || fields[1] == postmaster))
            {
                ticks += fields[11..(Path.GetFileName(folder) == postmaster ? 15 : 13)].Sum(one => double.Parse(one, CultureInfo.InvariantCulture));
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
