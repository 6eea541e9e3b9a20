using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Workflow.Engine;

namespace Workflow.Bench;

/// <summary>The engine on the runtime: three user tasks, the whole approval, waiting cases, due timers, growth, and the pure step.</summary>
internal sealed class EngineLoad(EngineWorld world, Meter meter, NpgsqlDataSource source, TimeSpan each)
{
    private const int SmallStages = 3;
    private const int WholeStages = 8;

    // A start is an act too: four acts for three tasks, 99 for 98.
    private const double SmallActs = 4 / 3.0;
    private const double WholeActs = 99 / 98.0;

    private Guid One => world.Organizations[0];

    /// <summary>
    /// A thousand finished cases and statistics: what a server has after its first minutes. Before that PostgreSQL reads whole tables,
    /// believing them empty.
    /// </summary>
    public async Task Settle()
    {
        for (var made = 0; made < 1_000; made++)
        {
            await world.Case("small", SmallStages, world.Organizations[made % 16], _ => { });
        }

        await using var analyze = source.CreateCommand("VACUUM ANALYZE");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>Completed tasks a second beside both ceilings.</summary>
    public async Task Tasks(Ceilings ceilings)
    {
        Console.WriteLine();
        Console.WriteLine("Completed tasks a second, durable. W-small: start, three user tasks, end. W: the whole approval, 98 tasks, those of 11, 24 and 58 people as multi-instance user tasks.");
        Console.WriteLine("Every completion: one transaction with state, journal, tasks and log entry. Starting a case and asking for open tasks is in the time and the CPU, not in the count.");
        Console.WriteLine("                           callers  tasks/s  of rmw  median   p99 ms   CPU ms/act: ours + server   commits/act  shared flushes/act");
        foreach (var callers in new[] { 1, 4, 16 })
        {
            var oneTrip = await meter.Run(callers, each, ceilings.OneTrip);
            var rmw = await meter.Run(callers, each, ceilings.ReadModifyWrite);
            Line("ceiling: one-trip", callers, oneTrip, rmw);
            Line("ceiling: rmw", callers, rmw, rmw);
            Line("W-small, one organization", callers, await meter.Run(callers, each, (_, done) => world.Case("small", SmallStages, One, done)), rmw, SmallActs);
            Line("W-small, one per caller", callers, await meter.Run(callers, each, (caller, done) => world.Case("small", SmallStages, world.Organizations[caller], done)), rmw, SmallActs);
            Line("W-small without the log", callers, await meter.Run(callers, each, (_, done) => world.Case("small", SmallStages, One, done, logged: false)), rmw, SmallActs);
            Line("W, one organization", callers, await meter.Run(callers, each, (_, done) => world.Case("whole", WholeStages, One, done)), rmw, WholeActs);
        }

        var before = world.Trips.Count;
        await world.Case("small", SmallStages, One, _ => { });
        var small = world.Trips.Count - before;
        before = world.Trips.Count;
        await world.Case("whole", WholeStages, One, _ => { });
        Console.WriteLine($"Trips to the server: W-small {small} for a start, three questions and three completions; W {world.Trips.Count - before} for a start, eight questions and 98 completions.");
    }

    /// <summary>
    /// Four callers of one organization and sixteen, by turns: what disturbs the machine disturbs both alike, so the ratio of the means holds
    /// where single figures differ by a third. Beside it what the same machine makes of four and sixteen callers of the plain statements.
    /// </summary>
    public async Task Load(int rounds, Ceilings ceilings)
    {
        foreach (var (process, work) in new (string, Func<int, Action<double>, Task>)[]
        {
            ("small", (_, done) => world.Case("small", SmallStages, One, done)), ("whole", (_, done) => world.Case("whole", WholeStages, One, done)), ("rmw", ceilings.ReadModifyWrite),
        })
        {
            var costs = new Dictionary<int, List<Cost>> { [4] = [], [16] = [] };
            for (var round = 0; round < 2 * rounds; round++)
            {
                // 4, 16, 16, 4 …: neither always comes second.
                var callers = round % 4 is 0 or 3 ? 4 : 16;
                costs[callers].Add(await meter.Run(callers, each, work));
            }

            foreach (var (callers, runs) in costs)
            {
                Console.WriteLine($"  {process,-6} {callers,2} callers: {runs.Average(run => run.Rate):0} a second on average ({string.Join(' ', runs.Select(run => run.Rate.ToString("0", CultureInfo.InvariantCulture)))}), ms of CPU {runs.Average(run => run.ClientPerAct):0.00} + {runs.Average(run => run.ServerPerAct):0.00}");
            }

            var ratios = costs[16].Zip(costs[4], (many, few) => many.Rate / few.Rate).ToList();
            var mean = ratios.Average();
            Console.WriteLine($"  {process}: sixteen callers reach {mean:0.00} of four, give or take {Math.Sqrt(ratios.Sum(one => (one - mean) * (one - mean)) / Math.Max(1, ratios.Count - 1) / ratios.Count):0.00} (standard error of {ratios.Count} pairs)");
        }
    }

    /// <summary>What a waiting case takes on disk, with its indexes and its log entry; asked first, while no free space is left in the tables.</summary>
    public async Task Parked()
    {
        const int cases = 2_000;
        var before = await Bytes();
        await world.Park("small", cases, One, together: 1);
        Console.WriteLine($"A waiting case (W-small at its first task) takes {(await Bytes() - before) / cases / 1024.0:0.0} KB.");
    }

    /// <summary>Due timers a second: each ends in an open task and a log entry.</summary>
    public async Task Timers()
    {
        const int timers = 10_000;
        await world.Park("timer", timers, One, together: 200);
        await Task.Delay(1_100);
        var (client, server) = meter.Cpu();
        var watch = Stopwatch.StartNew();
        var fired = await world.FireTimers();
        var seconds = watch.Elapsed.TotalSeconds;
        var (clientAfter, serverAfter) = meter.Cpu();
        Console.WriteLine($"Due timers: {fired} fired in {seconds:0.0} s, {fired / seconds:0} a second; ms of CPU each: {(clientAfter - client) / fired:0.00} ours, {(serverAfter - server) / fired:0.00} server.");
    }

    /// <summary>Whether an act grows slower with what has ended.</summary>
    public async Task Growth(int finished)
    {
        var few = await meter.Run(1, each, (_, done) => world.Case("small", SmallStages, One, done));
        var watch = Stopwatch.StartNew();
        await Archive.Fill(source, One, finished);
        var filled = watch.Elapsed.TotalSeconds;
        var many = await meter.Run(1, each, (_, done) => world.Case("small", SmallStages, One, done));
        var cases = await world.Look(One, db => db.Set<Runtime.Processes.ProcessInstance>().CountAsync());
        Console.WriteLine($"An act with {finished} more finished cases ({cases} in all, made in {filled:0} s): median {many.Median:0.00} ms, before {few.Median:0.00} ms, ratio {many.Median / few.Median:0.00}; CPU ratio {(many.ClientPerAct + many.ServerPerAct) / (few.ClientPerAct + few.ServerPerAct):0.00}.");
        await Plans.Print(source, One);
    }

    /// <summary>The pure step, without storage.</summary>
    public static void Steps()
    {
        var vocabulary = new Vocabulary(new Dictionary<string, IReadOnlyList<string>> { [Shapes.Key] = [Shapes.Done] }, new Dictionary<string, IReadOnlyList<string>>());
        var definition = BpmnReader.Read(Shapes.Small, vocabulary).Definition!;
        var at = DateTimeOffset.UnixEpoch;
        var steps = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < TimeSpan.FromSeconds(1.5))
        {
            if (steps == 0 && watch.Elapsed > TimeSpan.FromSeconds(0.5))
            {
                watch.Restart();
            }

            var counting = watch.Elapsed < TimeSpan.FromSeconds(0.5) && steps == 0 ? 0 : 1;
            var state = Interpreter.Start(definition, new Trigger.Started(at)).State;
            while (!state.IsEnded)
            {
                state = Interpreter.Step(definition, state, new Trigger.WorkCompleted(at, state.Tokens[0].Id, Shapes.Done)).State;
                steps += counting;
            }
        }

        Console.WriteLine($"Pure steps: {steps / watch.Elapsed.TotalSeconds:N0} a second on one core.");
    }

    /// <param name="acts">Acts for each counted one.</param>
    public static void Line(string what, int callers, Cost cost, Cost rmw, double acts = 1)
    {
        var (client, server) = (cost.ClientPerAct / acts, cost.ServerPerAct / acts);
        Console.WriteLine($"  {what,-26} {callers,5} {cost.Rate,9:0}  {cost.Rate / rmw.Rate,6:0.00}  {cost.Median,6:0.00}  {cost.P99,7:0.00}   {client + server,6:0.00} = {client:0.00} + {server:0.00}   {cost.CommitsPerAct / acts,13:0.00} {(cost.Flushes > 0 ? (cost.FlushesPerAct / acts).ToString("0.00", CultureInfo.InvariantCulture) : ""),19}");
    }

    private async Task<long> Bytes()
    {
        await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
