using System.Globalization;

namespace Workflow.Host;

/// <summary>
/// The system's clock, put forward by the span that a file says ("02:30:00"): a test of the pages lets a deadline pass with it. It exists in Development
/// alone, and every page says what it shows.
/// </summary>
internal sealed class TestClock(string file) : TimeProvider
{
    private (DateTime WrittenAt, TimeSpan Ahead) read;

    public override DateTimeOffset GetUtcNow()
    {
        var writtenAt = File.GetLastWriteTimeUtc(file);
        if (writtenAt != read.WrittenAt && File.Exists(file))
        {
            read = (writtenAt, TimeSpan.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var ahead) ? ahead : read.Ahead);
        }

        return base.GetUtcNow() + read.Ahead;
    }

    /// <summary>Takes the place of the system's clock where the configuration names a file, and never outside Development.</summary>
    public static void Use(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration["TestClock:File"] is { Length: > 0 } file)
        {
            builder.Services.AddSingleton<TimeProvider>(new TestClock(file));
        }
    }
}
