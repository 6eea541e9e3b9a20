using System.Globalization;
using Workflow.Documents.Import;
using Workflow.Documents.Reading;
using Workflow.Domain.Texts;
using Xunit;

namespace Workflow.Documents.Tests.Reading;

/// <summary>
/// Damaged files are read or refused with a code: no exception, nothing over five seconds, no more than 300 MB taken all in all. WORKFLOW_FUZZ names another
/// number of files for a run by hand; the seed is fixed, so a failure comes again.
/// </summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("WORKFLOW_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 400;

    [Fact]
    public void A_damaged_file_is_read_or_refused()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Reading", "Files")).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Append(ImportTests.SamplePath).Order(StringComparer.Ordinal).ToList();
        var random = new Random(20261121);
        var codes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        long most = 0;
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var file = files[round % files.Count];
            var damaged = Mutation.Of(File.ReadAllBytes(file), random);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var begun = ThreadCpu.Now();
            var result = DraftImporter.Read(file, damaged, round % 2 == 0 ? TrackedChanges.Accept : TrackedChanges.Reject);
            Assert.True(result.Draft is null != result.Problem is null);
            if (result.Draft is { } draft)
            {
                Assert.NotEmpty(Inspector.Of(draft).ToJson());
            }

            var code = result.Problem?.Code ?? "read";
            codes[code] = codes.GetValueOrDefault(code) + 1;
            var took = ThreadCpu.Now() - begun;
            slowest = took > slowest ? took : slowest;
            Assert.True(took < TimeSpan.FromSeconds(5), $"round {round}: {took}");
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            most = Math.Max(most, allocated);
            Assert.True(allocated < 300_000_000, $"round {round}: {allocated} bytes");
        }

        // Both ends happen, or the damage was too small or too great to prove anything.
        Assert.True(codes.GetValueOrDefault("read") > Rounds / 10 && codes.Count > 3, string.Join(", ", codes));
        TestContextWriter.Say($"{Rounds} files: {string.Join(", ", codes)}; slowest {slowest.TotalMilliseconds:0} ms; most memory taken {most / 1_000_000} MB");
    }

    [Theory]
    [InlineData("giảm ")]
    [InlineData("phấn đấu 5% ")]
    [InlineData("Ban Thường vụ và ")]
    [InlineData("1. ")]
    [InlineData("(1) ")]
    [InlineData("T/M ĐẢNG ỦY ")]
    [InlineData("A ")]
    [InlineData("Số ")]
    [InlineData("báo cáo định kỳ ")]
    [InlineData("***")]
    [InlineData("...... ")]
    public void Words_said_over_and_over_hold_nothing_up(string words)
    {
        var line = string.Concat(Enumerable.Repeat(words, 90_000 / words.Length));
        var text = $"{line}\nNGHỊ QUYẾT\n{line}\n\nI. CHỈ TIÊU\n\n- {line}\n\n{line}\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. {line}.\n\nNơi nhận:\n- {line}\nT/M ĐẢNG ỦY\n{line}\n";
        var begun = ThreadCpu.Now();
        var result = DraftImporter.Read("a.txt", System.Text.Encoding.UTF8.GetBytes(text), TrackedChanges.Accept);
        if (result.Draft is { } draft)
        {
            Assert.NotEmpty(Inspector.Of(draft).ToJson());
        }

        Assert.InRange(ThreadCpu.Now() - begun, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}

/// <summary>What a run by hand wants to know.</summary>
internal static class TestContextWriter
{
    public static void Say(string line)
    {
        if (Environment.GetEnvironmentVariable("WORKFLOW_FUZZ") is not null)
        {
            Console.WriteLine(line);
        }
    }
}
