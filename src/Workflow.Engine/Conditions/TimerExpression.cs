using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Engine.Conditions;

/// <summary>How a timer says when it is due.</summary>
internal enum TimerKind
{
    Duration, Date, Cycle,
}

/// <summary>When a timer is due, counted once, when it is set: first instant, interval of a cycle, and how often it comes (null: without end).</summary>
internal sealed record Schedule(DateTimeOffset Due, string Every, int? Times);

/// <summary>An ISO 8601 duration (<c>P3D</c>), instant (<c>2026-12-01T17:00</c>) or cycle (<c>R3/PT1H</c>), or an expression that gives one.</summary>
internal sealed partial record TimerExpression(TimerKind Kind, Template Text)
{
    // Asia/Ho_Chi_Minh has had one offset since 1975, without summer time: a constant needs no zone database.
    internal static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    // The instants of a cycle that were missed are skipped one by one on the calendar; beyond this many it starts anew from now.
    private const int MaxSkipped = 1_000;

    private static readonly string[] WithOffset =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    private static readonly string[] Local = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>Reads it; null when it is a constant that can never be a point in time. Throws <see cref="ExpressionException"/>.</summary>
    public static TimerExpression? Parse(TimerKind kind, string text)
    {
        var timer = new TimerExpression(kind, Template.Parse(text));
        return !timer.Text.IsConstant || timer.Read(timer.Text.Source, DateTimeOffset.UnixEpoch, Vietnam) is not null ? timer : null;
    }

    /// <summary>When it is due. A value that is no point in time is an error, never "now".</summary>
    public Schedule Set(Evaluation about) => Text.Evaluate(about) is Value.Text text && Read(text.Of, about.Now, about.Zone) is { } schedule
        ? schedule
        : throw new ExpressionException($"“{Text.Source}” không cho một thời điểm hay thời hạn");

    /// <summary>After a firing at <paramref name="now"/>: the next instant, or null when it has come often enough. Missed instants collapse into one firing and count as used.</summary>
    public static Schedule? Next(Schedule last, DateTimeOffset now, TimeSpan zone)
    {
        if (CalendarSpan.Parse(last.Every) is not { IsNothing: false } every)
        {
            return null;
        }

        var (due, times) = (last.Due, last.Times);
        for (var skipped = 0; skipped < MaxSkipped; skipped++)
        {
            (due, times) = (every.After(due, zone), times - 1);
            if (times <= 0 || due > now)
            {
                return times <= 0 ? null : new(due, last.Every, times);
            }
        }

        return new(every.After(now, zone), last.Every, times);
    }

    internal static DateTimeOffset? Instant(string text, TimeSpan zone) =>
        DateTimeOffset.TryParseExact(text.Trim(), WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.ToUniversalTime()
        : DateTime.TryParseExact(text.Trim(), Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 1 ? new DateTimeOffset(local, zone).ToUniversalTime()
        : null;

    private Schedule? Read(string text, DateTimeOffset now, TimeSpan zone) => Kind switch
    {
        TimerKind.Date => Instant(text, zone) is { } due ? new(due, "", 1) : null,
        TimerKind.Duration => CalendarSpan.Parse(text.Trim()) is { } span ? new(span.After(now, zone), "", 1) : null,
        _ => Cycle().Match(text.Trim()) is { Success: true } match && CalendarSpan.Parse(match.Groups["every"].Value) is { IsNothing: false } every
            && (match.Groups["from"] is not { Success: true } || Instant(match.Groups["from"].Value, zone) is not null)
            ? new(
                match.Groups["from"] is { Success: true } from ? Instant(from.Value, zone)!.Value : every.After(now, zone),
                match.Groups["every"].Value,
                match.Groups["times"] is { Success: true } times ? int.Parse(times.Value, CultureInfo.InvariantCulture) : null)
            : null,
    };

    [GeneratedRegex("^R(?<times>[1-9][0-9]{0,5})?/(?:(?<from>[^/]+)/)?(?<every>P[^/]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Cycle();
}
