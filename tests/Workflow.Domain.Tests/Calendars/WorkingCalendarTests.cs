using System.Globalization;
using Workflow.Domain.Calendars;
using Workflow.Domain.Profiles;
using Xunit;

namespace Workflow.Domain.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly Guid Office = Guid.NewGuid();

    // 2026 around Tết and 2 September, with a make-up Saturday; Saturday mornings are worked from May on.
    private static readonly WorkingCalendar Calendar = new(
        [.. new[] { "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02" }.Select(day => Special(day, SpecialDay.Holiday)), Special("2026-08-22", SpecialDay.WorkingDay)],
        [Rules("2025-01-01", DayKind.Off), Rules("2026-05-01", DayKind.Half)]);

    [Theory]
    [InlineData("2026-02-13", DayKind.Working)]
    [InlineData("2026-02-14", DayKind.Off)]
    [InlineData("2026-02-16", DayKind.Off)]
    [InlineData("2026-02-22", DayKind.Off)]
    [InlineData("2026-02-23", DayKind.Working)]
    [InlineData("2026-04-25", DayKind.Off)]
    [InlineData("2026-05-02", DayKind.Half)]
    [InlineData("2026-05-03", DayKind.Off)]
    [InlineData("2026-08-22", DayKind.Working)]
    [InlineData("2026-08-29", DayKind.Half)]
    public void A_day_is_what_the_calendar_then_the_week_and_the_rules_of_that_day_say(string day, DayKind kind) => Assert.Equal(kind, Calendar.KindOf(Day(day)));

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-23")]
    [InlineData("2026-02-12", 3, "2026-02-24")]
    [InlineData("2026-02-23", -1, "2026-02-13")]
    [InlineData("2026-02-18", 0, "2026-02-23")]
    [InlineData("2026-02-13", 0, "2026-02-13")]
    [InlineData("2026-02-18", 1, "2026-02-23")]
    [InlineData("2026-02-18", -1, "2026-02-13")]
    [InlineData("2026-08-21", 1, "2026-08-22")]
    [InlineData("2026-08-21", 2, "2026-08-24")]
    [InlineData("2026-08-28", 1, "2026-09-03")]
    [InlineData("2026-11-20", 5, "2026-11-27")]
    [InlineData("2026-11-20", 10, "2026-12-04")]
    public void So_many_working_days_after_or_before(string day, int count, string expected) => Assert.Equal(Day(expected), Calendar.WorkingDaysAfter(Day(day), count));

    [Theory]
    [InlineData("2026-11-23 09:00", "2026-11-23 09:00", "2026-11-23 09:00")]
    [InlineData("2026-11-23 05:00", "2026-11-23 07:30", "2026-11-21 11:30")]
    [InlineData("2026-11-23 20:00", "2026-11-24 07:30", "2026-11-23 17:00")]
    [InlineData("2026-11-21 10:00", "2026-11-21 10:00", "2026-11-21 10:00")]
    [InlineData("2026-11-21 14:00", "2026-11-23 07:30", "2026-11-21 11:30")]
    [InlineData("2026-02-17 09:00", "2026-02-23 07:30", "2026-02-13 17:00")]
    [InlineData("2026-02-13 17:00", "2026-02-13 17:00", "2026-02-13 17:00")]
    [InlineData("2026-08-22 15:00", "2026-08-22 15:00", "2026-08-22 15:00")]
    [InlineData("2026-02-14 09:00", "2026-02-23 07:30", "2026-02-13 17:00")]
    public void The_next_and_the_last_working_moment(string at, string next, string last)
    {
        Assert.Equal(Moment(next), Calendar.NextWorkingMoment(Moment(at)));
        Assert.Equal(Moment(last), Calendar.LastWorkingMoment(Moment(at)));
    }

    [Theory]
    [InlineData("2026-11-22", "17:00", "2026-11-23")]
    [InlineData("2026-11-21", "17:00", "2026-11-23")]
    [InlineData("2026-11-21", "11:00", "2026-11-21")]
    [InlineData("2026-02-16", "17:00", "2026-02-23")]
    [InlineData("2026-02-14", "08:00", "2026-02-23")]
    [InlineData("2026-11-24", "21:00", "2026-11-24")]
    public void A_deadline_on_a_day_off_moves_to_the_next_working_day_and_keeps_its_hour(string day, string time, string expected) =>
        Assert.Equal(Day(expected), Calendar.Deadline(Day(day), TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-16 09:00", "2026-11-26 17:00", "2026-11-24 17:00 2880; 2026-11-25 17:00 1440; 2026-11-26 15:00 120")]
    // Closing on the Monday after Tết: two days and one day before fall into it, and all three come to when the office begins again.
    [InlineData("2026-02-10 09:00", "2026-02-23 17:00", "2026-02-23 07:30 1440; 2026-02-23 15:00 120")]
    [InlineData("2026-02-10 09:00", "2026-02-23 07:30", "2026-02-13 17:00 120")]
    // Two days before is a Saturday afternoon after a half day.
    [InlineData("2026-11-16 09:00", "2026-11-23 16:00", "2026-11-23 07:30 1440; 2026-11-23 14:00 120")]
    [InlineData("2026-11-26 09:00", "2026-11-26 17:00", "2026-11-26 15:00 120")]
    [InlineData("2026-11-26 16:00", "2026-11-26 17:00", "")]
    public void Reminders_go_out_when_the_office_works_and_before_the_close(string opens, string closes, string expected) =>
        Assert.Equal(expected, string.Join("; ", ReminderPlan.Of(Moment(opens), Moment(closes), [2880, 1440, 120, 0, -5], Calendar).Select(one => $"{VietnamTime.Local(one.At).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {one.MinutesBefore}")));

    // For any instant, whatever the calendar: next is not before it, last is not after it, both are within hours, and asking again changes nothing.
    [Fact]
    public void Next_and_last_hold_for_every_hour_of_two_years()
    {
        for (var at = Moment("2026-01-01 00:00"); at < Moment("2028-01-01 00:00"); at = at.AddMinutes(47))
        {
            var (next, last) = (Calendar.NextWorkingMoment(at), Calendar.LastWorkingMoment(at));
            Assert.True(next >= at && last <= at);
            Assert.Equal(next, Calendar.NextWorkingMoment(next));
            Assert.Equal(last, Calendar.LastWorkingMoment(last));
            Assert.Equal(next == at, last == at);
        }
    }

    [Fact]
    public void A_calendar_without_a_working_day_moves_nothing_and_ends()
    {
        var closed = new WorkingCalendar([.. Enumerable.Range(0, 1_000).Select(day => Special(Day("2026-01-01").AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), SpecialDay.Holiday))], []);
        Assert.Equal(Day("2026-05-05"), closed.Deadline(Day("2026-05-05"), new(17, 0)));
        Assert.Equal(Moment("2026-05-05 12:00"), closed.NextWorkingMoment(Moment("2026-05-05 12:00")));
        Assert.Equal(Day("2026-05-05"), closed.WorkingDaysAfter(Day("2026-05-05"), 3));
    }

    [Fact]
    public void What_was_taken_out_of_the_calendar_does_not_count_and_still_tells_what_stood_then()
    {
        var day = Special("2026-11-24", SpecialDay.Holiday);
        day.Remove(Office, Moment("2026-11-01 09:00"));
        Assert.Equal(DayKind.Working, new WorkingCalendar([day], []).KindOf(day.Day));
        Assert.True(day.StoodAt(Moment("2026-10-31 09:00")));
        Assert.False(day.StoodAt(Moment("2026-11-01 09:00")));
    }

    [Theory]
    [InlineData(2025, "2025-09-01")]
    [InlineData(2026, "2026-09-01")]
    [InlineData(2027, "2027-09-03")]
    [InlineData(2028, "2028-09-01")]
    public void The_fixed_holidays_of_a_year_are_five_with_the_day_beside_the_national_day(int year, string beside)
    {
        var days = PublicHolidays.Of(year);
        Assert.Equal(5, days.Select(one => one.Day).Distinct().Count());
        Assert.Contains(days, one => one.Day == Day(beside));
    }

    // A new rule that is not carried over into the next profile would silently fall back to its default.
    [Fact]
    public void A_profile_from_another_day_on_has_every_rule_of_the_one_before()
    {
        var old = Rules("2025-01-01", DayKind.Half);
        foreach (var property in typeof(RuleProfile).GetProperties().Where(property => property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))))
        {
            property.SetValue(old, property.PropertyType == typeof(int) ? 77 : property.PropertyType == typeof(bool) ? !(bool)property.GetValue(old)! : property.PropertyType == typeof(string) ? "33" : property.PropertyType == typeof(TimeOnly) ? new TimeOnly(3, 21) : property.GetValue(old));
        }

        var next = old.From(Day("2027-01-01"), Guid.NewGuid(), old.Name);
        Assert.All(typeof(RuleProfile).GetProperties().Where(property => property.Name is not (nameof(RuleProfile.Id) or nameof(RuleProfile.ValidFrom))), property => Assert.Equal(property.GetValue(old), property.GetValue(next)));
    }

    [Theory]
    [InlineData("2880,1440,120", 240, "07:30", "17:00", "11:30", null)]
    [InlineData("", 0, "07:30", "17:00", "11:30", null)]
    [InlineData("120,120", 240, "07:30", "17:00", "11:30", "rules.reminders")]
    [InlineData("10", 240, "07:30", "17:00", "11:30", "rules.reminders")]
    [InlineData("60,50,40,30,20,15", 240, "07:30", "17:00", "11:30", "rules.reminders")]
    [InlineData("120", -1, "07:30", "17:00", "11:30", "rules.escalation")]
    [InlineData("120", 240, "17:30", "17:00", "11:30", "rules.hours")]
    [InlineData("120", 240, "07:30", "17:00", "18:00", "rules.hours")]
    public void Rules_of_deadlines_are_judged(string reminders, int escalate, string begins, string ends, string half, string? refusal)
    {
        static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
        var rules = Rules("2026-01-01", DayKind.Half);
        (rules.Reminders, rules.EscalateAfterMinutes, rules.WorkBegins, rules.WorkEnds, rules.HalfDayEnds) = (reminders, escalate, Time(begins), Time(ends), Time(half));
        Assert.Equal(refusal, rules.DeadlinesRefused()?.Code);
    }

    private static CalendarDay Special(string day, SpecialDay kind) =>
        new() { Id = Guid.NewGuid(), OrganizationId = Office, Day = Day(day), Kind = kind, Name = "ngày thử", Source = "nguồn thử", AddedAt = DateTimeOffset.UnixEpoch, AddedById = Office };

    private static RuleProfile Rules(string from, DayKind saturday) => new() { Id = Guid.NewGuid(), OrganizationId = Office, Name = "", ValidFrom = Day(from), Saturday = saturday };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => VietnamTime.At(Day(text[..10]), TimeOnly.ParseExact(text[11..], "HH:mm", CultureInfo.InvariantCulture));
}
