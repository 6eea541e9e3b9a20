using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Engine.Conditions;

/// <summary>When a timer is due: an ISO 8601 duration or instant, or <c>${name}</c> of a variable that holds an instant.</summary>
internal sealed partial record TimerExpression(CalendarSpan? After, DateTimeOffset? Date, string? Variable)
{
    // Asia/Ho_Chi_Minh has had one offset since 1975, without summer time: a constant needs no zone database.
    internal static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private static readonly string[] Local = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>Reads a <c>timeDuration</c>; null when it is not an ISO 8601 duration between nothing and ten years.</summary>
    public static TimerExpression? Duration(string text) => CalendarSpan.Parse(text.Trim()) is { } span ? new(span, null, null) : null;

    /// <summary>Reads a <c>timeDate</c>; null when it is neither an instant nor a variable.</summary>
    public static TimerExpression? At(string text) => Name().Match(text.Trim()) is { Success: true } match
        ? new(null, null, match.Groups[1].Value)
        : Instant(text) is { } date ? new(null, date, null) : null;

    /// <summary>The instant, UTC. Throws when a variable is missing or holds no instant: an error, never "now".</summary>
    public DateTimeOffset Due(DateTimeOffset now, IReadOnlyDictionary<string, string> variables) =>
        After is { } span ? span.After(now)
        : Date ?? (variables.TryGetValue(Variable!, out var text) && Instant(text) is { } date
            ? date
            : throw new InvalidOperationException($"variable '{Variable}' holds no point in time"));

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
        : DateTime.TryParseExact(text.Trim(), Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 1 ? new DateTimeOffset(local, Vietnam).ToUniversalTime()
        : null;

    [GeneratedRegex(@"^[$#]\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}$")]
    private static partial Regex Name();
}
