using System.Diagnostics;
using System.Globalization;

namespace Workflow.Documents.Tests.Reading;

/// <summary>What the present thread has worked: on a busy machine the clock on the wall says how busy it is, not how slow we are.</summary>
internal static class ThreadCpu
{
    private const string File = "/proc/thread-self/schedstat";

    public static TimeSpan Now() => System.IO.File.Exists(File)
        ? TimeSpan.FromMicroseconds(long.Parse(System.IO.File.ReadAllText(File).Split(' ')[0], CultureInfo.InvariantCulture) / 1_000.0)
        : Stopwatch.GetElapsedTime(0);
}
