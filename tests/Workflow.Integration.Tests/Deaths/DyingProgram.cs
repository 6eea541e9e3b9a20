namespace Workflow.Integration.Tests.Deaths;

/// <summary>What runs when the tests are started as a program: stories on the real runtime, in a process that may be killed.</summary>
internal static class DyingProgram
{
    private static async Task<int> Main(string[] args)
    {
        await StoryTellers.Tell(TellingPlan.Read(args[0]), int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    }
}
