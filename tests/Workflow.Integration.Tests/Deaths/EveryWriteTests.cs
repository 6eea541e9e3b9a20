using System.Diagnostics;
using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace Workflow.Integration.Tests.Deaths;

/// <summary>
/// A process with the real runtime walks a document through a process that ships. It dies by SIGKILL right before and right after the commit of
/// every transaction that writes, rises and goes on. Nothing is lost and nothing doubled.
/// </summary>
[Collection("another cluster")]
public sealed class EveryWriteTests(TestCluster cluster, ITestOutputHelper output)
{
    // So many deaths of a story as there are writes, divided by this.
    private const int Stories = 14;
    private const int SigKill = 128 + 9;

    [Theory]
    [InlineData("executive-committee-resolution")]
    [InlineData("standing-committee-document")]
    [InlineData("executive-committee-resolution-by-rounds")]
    public async Task Killed_before_and_after_every_write_a_shipped_process_ends_as_if_nothing_had_happened(string process)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-writes-").FullName;
        var document = Path.Combine(folder, "nghi-quyet-mau.txt");
        await File.WriteAllTextAsync(document, TextFor(process, System.Text.Encoding.UTF8.GetString(cluster.SampleBytes)));
        var undisturbed = new PlannedStory("undisturbed", await NewDatabase(), false, []);
        var plan = new TellingPlan(document, folder, [undisturbed]) { ByRounds = process.EndsWith("by-rounds", StringComparison.Ordinal) };
        Assert.Equal(0, await Live(plan, 0));
        var writes = await File.ReadAllLinesAsync(undisturbed.WritesFile(plan));
        var wanted = await File.ReadAllTextAsync(undisturbed.EndFile(plan));
        Assert.Contains(process, wanted, StringComparison.Ordinal);
        Assert.True(writes.Length > 50, $"only {writes.Length} writes");

        var stories = new List<PlannedStory>();
        foreach (var afterCommit in new[] { false, true })
        {
            for (var n = 0; n < Stories; n++)
            {
                stories.Add(new($"{(afterCommit ? "after" : "before")}-{n}", await NewDatabase(), afterCommit, [.. writes.Where((_, at) => at % Stories == n)]));
            }
        }

        plan = plan with { Stories = stories };
        var watch = Stopwatch.StartNew();
        var deaths = 0;
        for (int code; (code = await Live(plan, deaths)) != 0; deaths++)
        {
            Assert.Equal(SigKill, code);
            Assert.True(deaths < writes.Length, "the process dies again and again");
        }

        output.WriteLine($"{writes.Length} writes, {deaths} deaths of a process with {stories.Count} stories, {watch.Elapsed.TotalSeconds:0} s");
        foreach (var story in stories)
        {
            Assert.Equal(story.Deaths, await File.ReadAllLinesAsync(story.DeathsFile(plan)));
            Assert.Equal(wanted, await File.ReadAllTextAsync(story.EndFile(plan)));
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> NewDatabase() => cluster.Cluster.ConnectionString(await cluster.Copy()) + ";Maximum Pool Size=3";

    private static string TextFor(string process, string text) => process.StartsWith("executive", StringComparison.Ordinal) ? text : text
        .Replace("BAN CHẤP HÀNH ĐẢNG BỘ", "BAN THƯỜNG VỤ ĐẢNG ỦY", StringComparison.Ordinal)
        .Replace("Ban Chấp hành Đảng bộ", "Ban Thường vụ Đảng ủy", StringComparison.Ordinal)
        .Replace("T/M ĐẢNG ỦY", "T/M BAN THƯỜNG VỤ", StringComparison.Ordinal);

    // One life of the process, from its start to its end or its death; answers how it left.
    private async Task<int> Live(TellingPlan plan, int life)
    {
        var path = Path.Combine(plan.Folder, "plan.json");
        plan.Save(path);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(DyingProgram).Assembly.Location, path, life.ToString(CultureInfo.InvariantCulture)]) { WorkingDirectory = TestCluster.Root, RedirectStandardError = true, Environment = { ["DOTNET_TieredPGO"] = "0" } })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new InvalidOperationException("a life of the process took longer than three minutes");
        }

        if (await errors is { Length: > 0 } said)
        {
            output.WriteLine(said);
        }

        return process.ExitCode;
    }
}
