using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Engine.Conditions;

/// <summary>An ISO 8601 duration counted on the calendar: P1M from 31 January is the end of February, not 30 days.</summary>
internal sealed partial record CalendarSpan(int Months, int Days, TimeSpan Time)
{
    private const int MaxDays = 3660;

    /// <summary>Reads <c>P[nY][nM][nW][nD][T[nH][nM][nS]]</c>; null for anything else, for a negative one, and above ten years.</summary>
    public static CalendarSpan? Parse(string text)
    {
        if (text.Length > 40 || Iso().Match(text) is not { Success: true } match)
        {
            return null;
        }

        decimal Part(string name) => match.Groups[name] is { Success: true } group ? decimal.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var months = (Part("years") * 12) + Part("months");
        var days = (Part("weeks") * 7) + Part("days");
        var seconds = (Part("hours") * 3600) + (Part("minutes") * 60) + Part("seconds");
        return (months * 31) + days + (seconds / 86_400) <= MaxDays
            ? new((int)months, (int)days, TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)))
            : null;
    }

    /// <summary>True when it takes no time at all: repeated, it would never come to rest.</summary>
    public bool IsNothing => Months == 0 && Days == 0 && Time == TimeSpan.Zero;

    /// <summary>The instant (UTC) this long after another, on the calendar of a zone.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan zone) => (from.ToOffset(zone).AddMonths(Months).AddDays(Days) + Time).ToUniversalTime();

    // At least one part, and at least one after T.
    [GeneratedRegex(@"^P(?=.)(?:(?<years>[0-9]{1,9})Y)?(?:(?<months>[0-9]{1,9})M)?(?:(?<weeks>[0-9]{1,9})W)?(?:(?<days>[0-9]{1,9})D)?(?:T(?=.)(?:(?<hours>[0-9]{1,9})H)?(?:(?<minutes>[0-9]{1,9})M)?(?:(?<seconds>[0-9]{1,9}(?:\.[0-9]{1,7})?)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
