using System.Text.RegularExpressions;
using Xunit;

namespace Workflow.Integration.Tests.Review;

/// <summary>What is said in a round is read through one filter. Acts may touch the rows; no query may, but these.</summary>
public sealed class OneFilterTests
{
    // The filter itself; a reader's own drafts and sheets; counts of who is missing.
    private static readonly string[] Known = ["ReviewSight.cs", "UnsentNotes.cs", "OpinionsWaiting.cs", "MyTasks.cs", "ReadRound.cs", "ReadOpinionScan.cs", "ReadCirculationProof.cs", "FinishRevision.cs"];

    private static readonly Regex Rows = new("Set<(Comment|CommentDraft|OpinionSheet|GivenOpinion|OpinionScan|OpinionDraft)>");

    [Fact]
    public void No_query_reads_opinions_or_comments_past_the_filter()
    {
        var files = Directory.GetFiles(Path.Combine(TestCluster.Root, "src", "Workflow.Activities"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj")).ToDictionary(path => Path.GetFileName(path), File.ReadAllText);
        var queries = files.Where(file => !Known.Contains(file.Key) && Rows.IsMatch(file.Value) && !Regex.IsMatch(file.Value, @": I(Quiet)?Command\b")).Select(file => file.Key).Order();

        // What is left are helpers of commands, which answer nothing but a refusal, and the one place that tells reminders who is missing.
        Assert.Equal(["CommentDesk.cs", "Missing.cs", "Rounds.cs"], queries);
        Assert.All(Known, known => Assert.Matches(Rows, files[known]));

        // The three that read more than the filter gives ask it first.
        Assert.All(new[] { "ReadRound.cs", "ReadOpinionScan.cs" }, known => Assert.Contains("sight.Of(", files[known], StringComparison.Ordinal));
    }
}
