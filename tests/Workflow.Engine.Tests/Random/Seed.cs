using System.Globalization;

namespace Workflow.Engine.Tests.Random;

/// <summary>
/// Where the random tests begin. The same everywhere unless <c>WORKFLOW_SEED</c> says a number, or <c>new</c> for one never tried before:
/// a change is judged by what it changed, and the search for new cases is a run of its own.
/// </summary>
internal static class Seed
{
    /// <summary>The seed of this run; every failure names it.</summary>
    public static int Value { get; } = Environment.GetEnvironmentVariable("WORKFLOW_SEED") switch
    {
        null or "" => 20_260_205,
        "new" => Environment.TickCount,
        var given => int.Parse(given, CultureInfo.InvariantCulture),
    };
}
