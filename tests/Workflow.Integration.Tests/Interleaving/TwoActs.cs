using Xunit;

namespace Workflow.Integration.Tests.Interleaving;

/// <summary>How two acts come to meet.</summary>
public enum Meeting
{
    /// <summary>One after the other: what every other way must come to.</summary>
    Serial,

    /// <summary>The second has read; then the first does all it does; then the second writes.</summary>
    SecondHasRead,

    /// <summary>Both have read, and the second writes while the first has written and not committed: it waits for the first in the database.</summary>
    BothAreWriting,
}

/// <summary>Lets two hosts act on one thing in a given interleaving.</summary>
internal static class TwoActs
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    /// <summary>What the first and the second were answered.</summary>
    public static async Task<(string First, string Second)> Meet(Meeting meeting, Gate firstGate, Gate secondGate, Func<Task<string>> first, Func<Task<string>> second)
    {
        if (meeting == Meeting.Serial)
        {
            var one = await first();
            return (one, await second());
        }

        var secondStands = secondGate.Hold(Stop.AfterReading);
        var two = Task.Run(second);
        await Task.WhenAny(two, secondStands);
        var firstStands = meeting == Meeting.BothAreWriting ? firstGate.Hold(Stop.BeforeCommit) : Task.CompletedTask;
        var running = Task.Run(first);

        // The second may hold a lock that the first needs: then the first goes on when the second has ended.
        await Task.WhenAny(meeting == Meeting.BothAreWriting ? Task.WhenAny(firstStands, running) : running, Task.Delay(4 * Moment));
        secondGate.LetGo();
        if (meeting == Meeting.BothAreWriting)
        {
            await Task.WhenAny(two, Task.Delay(Moment));
            firstGate.LetGo();
        }

        var both = Task.WhenAll(running, two);
        Assert.True(await Task.WhenAny(both, Task.Delay(TimeSpan.FromSeconds(20))) == both, "the two wait for each other");
        return (await running, await two);
    }
}
