using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workflow.Host.Commands;

namespace Workflow.Bench;

/// <summary>Two installations on one machine, one with little in it and one with much, read by turns: what else the machine does meets both alike.</summary>
internal sealed class Sides((DemoWorld World, PageHost Host) few, (DemoWorld World, PageHost Host) many, Meter meter, TimeSpan each)
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(150);

    private readonly Dictionary<(PageHost Host, string Account), HttpClient> readers = [];

    public (DemoWorld World, PageHost Host) Few => few;

    public (DemoWorld World, PageHost Host) Many => many;

    /// <summary>The page of one account on both sides; prints medians, CPU of host and database for a page, and the ratios of many to few.</summary>
    public async Task Compare(string what, string account, string address, string? addressOfMany = null)
    {
        var sides = new[] { new Side(few.Host, await Reader(few.Host, account), address), new Side(many.Host, await Reader(many.Host, account), addressOfMany ?? address) };
        // What the filling left to be done is done before anything is measured, and what the runtime compiles while it is first used.
        foreach (var world in new[] { few.World, many.World })
        {
            await world.Look(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        }

        for (var tries = 0; tries < 60 && await IsBusy(); tries++)
        {
        }

        for (var warm = 0; warm < 600; warm++)
        {
            await sides[warm % 2].Read();
        }

        foreach (var side in sides)
        {
            side.Forget();
        }

        for (var watch = Stopwatch.StartNew(); watch.Elapsed < each * 2;)
        {
            foreach (var side in sides)
            {
                var (before, turn) = (side.Cpu(meter), Stopwatch.StartNew());
                while (turn.Elapsed < Turn)
                {
                    await side.Read();
                }

                side.Used(side.Cpu(meter) - before);
            }
        }

        var (one, other) = (sides[0], sides[1]);
        Console.WriteLine($"  {what,-52} {one.Median,10:0.0} {other.Median,6:0.0} {other.Median / one.Median,6:0.00} {one.CpuEach,13:0.0} {other.CpuEach,6:0.0} {other.CpuEach / one.CpuEach,6:0.00} {one.Bytes / 1024,8} / {other.Bytes / 1024}");
    }

    // What the acts before left to the machine (messages to word, tables to tidy) is no part of a page.
    private async Task<bool> IsBusy()
    {
        double Used() => few.Host.Cpu() + many.Host.Cpu() + meter.Cpu().Server;
        var before = Used();
        await Task.Delay(1_000);
        return Used() - before > 60;
    }

    private async Task<HttpClient> Reader(PageHost host, string account) => readers.TryGetValue((host, account), out var known) ? known : readers[(host, account)] = await host.SignIn(account);

    private sealed class Side(PageHost host, HttpClient client, string address)
    {
        private readonly List<double> latencies = [];
        private double used;

        public int Bytes { get; private set; }

        public double Median => latencies.Order().ElementAt(latencies.Count / 2);

        public double CpuEach => used / latencies.Count;

        public double Cpu(Meter meter) => host.Cpu() + meter.Cpu().Server;

        public void Used(double milliseconds) => used += milliseconds;

        public void Forget() => latencies.Clear();

        public async Task Read()
        {
            var from = Stopwatch.GetTimestamp();
            Bytes = (await client.GetByteArrayAsync(address)).Length;
            latencies.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
        }
    }
}
