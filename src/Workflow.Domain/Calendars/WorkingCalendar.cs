using Workflow.Domain.Profiles;

namespace Workflow.Domain.Calendars;

/// <summary>How much of a day the office works.</summary>
public enum DayKind
{
    Working, Half, Off,
}

/// <summary>
/// Which days and hours the office works: special days first, then Sunday, Saturday by the rules of that day, otherwise the week. Pure; the caller says
/// which rows it is made of.
/// </summary>
/// <param name="days">Days of the calendar; those taken out of it do not count.</param>
/// <param name="profiles">The dated rules: hours and Saturdays of a day are those of the profile in force on it.</param>
public sealed class WorkingCalendar(IEnumerable<CalendarDay> days, IEnumerable<RuleProfile> profiles)
{
    // Whoever marks a whole year as free gets an unmoved day and no endless search.
    private const int Furthest = 400;

    private readonly Dictionary<DateOnly, CalendarDay> special = days.Where(day => day.RemovedAt is null).GroupBy(day => day.Day).ToDictionary(group => group.Key, group => group.MaxBy(day => day.AddedAt)!);
    private readonly List<RuleProfile> rules = [.. profiles.OrderBy(profile => profile.ValidFrom)];

    /// <summary>The special day, or null on an ordinary one.</summary>
    public CalendarDay? Special(DateOnly day) => special.GetValueOrDefault(day);

    /// <summary>Whether the office works on a day.</summary>
    public DayKind KindOf(DateOnly day) => Special(day) is { } one ? one.Kind == SpecialDay.WorkingDay ? DayKind.Working : DayKind.Off : day.DayOfWeek switch
    {
        DayOfWeek.Sunday => DayKind.Off,
        DayOfWeek.Saturday => RulesOn(day)?.Saturday ?? DayKind.Off,
        _ => DayKind.Working,
    };

    /// <summary>
    /// The day <paramref name="count"/> working days after (before, when negative) a day; for 0 the day itself, or the next working day when it is none. A day
    /// of which only half is worked is not counted.
    /// </summary>
    public DateOnly WorkingDaysAfter(DateOnly day, int count)
    {
        var step = count < 0 ? -1 : 1;
        var left = Math.Abs(count);
        if (left == 0)
        {
            return First(day, 1, one => KindOf(one) == DayKind.Working) ?? day;
        }

        for (var at = day; ; left--)
        {
            if (left == 0)
            {
                return at;
            }

            if (First(at.AddDays(step), step, one => KindOf(one) == DayKind.Working) is not { } next)
            {
                return day;
            }

            at = next;
        }
    }

    /// <summary>The instant itself when the office works then, otherwise when it begins next.</summary>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset at)
    {
        var (day, time) = Split(at);
        if (Hours(day) is { } hours && time <= hours.Ends)
        {
            return time >= hours.Begins ? at : VietnamTime.At(day, hours.Begins);
        }

        return First(day.AddDays(1), 1, one => KindOf(one) != DayKind.Off) is { } next ? VietnamTime.At(next, Hours(next)!.Value.Begins) : at;
    }

    /// <summary>The instant itself when the office works then, otherwise when it last stopped working before.</summary>
    public DateTimeOffset LastWorkingMoment(DateTimeOffset at)
    {
        var (day, time) = Split(at);
        if (Hours(day) is { } hours && time >= hours.Begins)
        {
            return time <= hours.Ends ? at : VietnamTime.At(day, hours.Ends);
        }

        return First(day.AddDays(-1), -1, one => KindOf(one) != DayKind.Off) is { } last ? VietnamTime.At(last, Hours(last)!.Value.Ends) : at;
    }

    /// <summary>
    /// A deadline that is set for a day: on a day off, or after the end of a half day, it is moved to the next day on which that hour may be kept ("a weekend
    /// deadline moves to Monday", CN-CH). The hour stays.
    /// </summary>
    public DateOnly Deadline(DateOnly day, TimeOnly time) =>
        First(day, 1, one => KindOf(one) switch { DayKind.Working => true, DayKind.Half => time <= Hours(one)!.Value.Ends, _ => false }) ?? day;

    /// <summary>From when to when the office works on a day; null on a day off.</summary>
    public (TimeOnly Begins, TimeOnly Ends)? Hours(DateOnly day) => (KindOf(day), RulesOn(day)) switch
    {
        (DayKind.Off, _) => null,
        (_, null) => (RuleProfile.UsualBegin, RuleProfile.UsualEnd),
        (DayKind.Half, { } rule) => (rule.WorkBegins, rule.HalfDayEnds),
        (_, { } rule) => (rule.WorkBegins, rule.WorkEnds),
    };

    private RuleProfile? RulesOn(DateOnly day) => RuleProfile.InForce(rules, day) ?? rules.FirstOrDefault();

    private static (DateOnly Day, TimeOnly Time) Split(DateTimeOffset at) => VietnamTime.Local(at) is var local ? (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime)) : default;

    private static DateOnly? First(DateOnly from, int step, Func<DateOnly, bool> which)
    {
        for (var (day, looked) = (from, 0); looked < Furthest; day = day.AddDays(step), looked++)
        {
            if (which(day))
            {
                return day;
            }
        }

        return null;
    }
}
