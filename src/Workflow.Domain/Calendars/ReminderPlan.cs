namespace Workflow.Domain.Calendars;

/// <summary>When who has not answered is reminded.</summary>
public static class ReminderPlan
{
    /// <summary>A reminder: so many minutes before the close, as the rules say, and when it really goes out.</summary>
    public readonly record struct Planned(int MinutesBefore, DateTimeOffset At);

    /// <summary>
    /// The reminders of a round, earliest first. One that falls on a day off or at night goes out when the office begins next, or, when the round is closed by then,
    /// when the office last worked before. Two that come to the same moment are one; what would go out before the opening does not go out.
    /// </summary>
    public static IReadOnlyList<Planned> Of(DateTimeOffset opens, DateTimeOffset closes, IEnumerable<int> minutesBefore, WorkingCalendar calendar)
    {
        var plan = new SortedDictionary<DateTimeOffset, int>();
        foreach (var minutes in minutesBefore.Where(minutes => minutes > 0))
        {
            var meant = closes.AddMinutes(-minutes);
            var at = calendar.NextWorkingMoment(meant);
            at = at < closes ? at : calendar.LastWorkingMoment(meant);
            if (at > opens && at < closes && (!plan.TryGetValue(at, out var other) || minutes < other))
            {
                plan[at] = minutes;
            }
        }

        return [.. plan.Select(one => new Planned(one.Value, one.Key))];
    }
}
