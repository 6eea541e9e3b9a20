using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workflow.Engine.Conditions;

/// <summary>When a timer is due: an ISO 8601 duration or instant, or <c>${name}</c> of a variable that holds an instant.</summary>
internal sealed partial record TimerExpression(TimeSpan? After, DateTimeOffset? Date, string? Variable)
{
    // Vietnam has had one offset since 1975; an instant without an offset is local.
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>Reads a <c>timeDuration</c>; null when it is neither a positive duration nor a variable.</summary>
    public static TimerExpression? Duration(string text)
    {
        try
        {
            var span = XmlConvert.ToTimeSpan(text.Trim());
            return span >= TimeSpan.Zero && span <= TimeSpan.FromDays(3660) ? new(span, null, null) : null;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Reads a <c>timeDate</c>; null when it is neither an instant nor a variable.</summary>
    public static TimerExpression? At(string text) => Name().Match(text.Trim()) is { Success: true } match
        ? new(null, null, match.Groups[1].Value)
        : Instant(text) is { } date ? new(null, date, null) : null;

    /// <summary>The instant, UTC. Throws when a variable is missing or holds no instant: an error, never "now".</summary>
    public DateTimeOffset Due(DateTimeOffset now, IReadOnlyDictionary<string, string> variables) =>
        After is { } span ? now + span
        : Date ?? (variables.TryGetValue(Variable!, out var text) && Instant(text) is { } date
            ? date
            : throw new InvalidOperationException($"variable '{Variable}' holds no point in time"));

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && text.Trim().Length >= 10
            ? (HasOffset().IsMatch(text) ? date.ToUniversalTime() : new DateTimeOffset(date.DateTime, Vietnam).ToUniversalTime())
            : null;

    [GeneratedRegex(@"^[$#]\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"(Z|[+-]\d\d:?\d\d)\s*$")]
    private static partial Regex HasOffset();
}
