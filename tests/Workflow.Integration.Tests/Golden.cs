using Xunit;

namespace Workflow.Integration.Tests;

/// <summary>Files that say how things are; <c>WORKFLOW_REWRITE_GOLDEN=1</c> writes them anew, and the difference in version control is the review.</summary>
internal static class Golden
{
    public static void Check(string file, string text)
    {
        var path = Path.Combine(TestCluster.Root, "tests", "Workflow.Integration.Tests", file);
        if (Environment.GetEnvironmentVariable("WORKFLOW_REWRITE_GOLDEN") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }
}
