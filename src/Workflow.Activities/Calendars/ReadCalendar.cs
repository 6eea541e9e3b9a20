using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Calendars;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>The calendar of a year; 0 for this one.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator)]
public sealed record ReadCalendar(int Year) : IQuery<CalendarView>;

/// <summary>A special day, with who wrote it and, when it was taken out, who did that.</summary>
public sealed record CalendarRow(Guid Id, DateOnly Day, SpecialDay Kind, string Name, string Source, DateTimeOffset AddedAt, string AddedBy, DateTimeOffset? RemovedAt, string RemovedBy);

/// <param name="Months">What each day of the year is, month by month.</param>
/// <param name="Removed">Days that stood in the calendar once.</param>
/// <param name="LacksFixed">Whether a public holiday that falls on the same day every year is missing.</param>
/// <param name="HasMoon">Whether days of Tết and Giỗ Tổ are there: without them deadlines would fall into Tết.</param>
public sealed record CalendarView(int Year, DateOnly Today, IReadOnlyList<CalendarRow> Days, IReadOnlyList<CalendarRow> Removed, IReadOnlyList<IReadOnlyList<(DateOnly Day, DayKind Kind)>> Months, int WorkingDays, bool LacksFixed, bool HasMoon);

internal sealed class ReadCalendarHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadCalendar, CalendarView>
{
    public async Task<CalendarView> Handle(ReadCalendar request, CancellationToken cancellationToken)
    {
        var year = request.Year is >= 2020 and <= 2100 ? request.Year : actor.Today.Year;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var rows = await db.Set<CalendarDay>().AsNoTracking().Where(row => row.Day >= first && row.Day <= last).OrderBy(row => row.Day).ThenBy(row => row.AddedAt).ToListAsync(cancellationToken);
        var people = rows.SelectMany(row => new[] { row.AddedById, row.RemovedById ?? Guid.Empty }).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        CalendarRow Row(CalendarDay day) => new(day.Id, day.Day, day.Kind, day.Name, day.Source, day.AddedAt, names.GetValueOrDefault(day.AddedById, "có sẵn khi lập"), day.RemovedAt, names.GetValueOrDefault(day.RemovedById ?? Guid.Empty, ""));
        var calendar = await OfficeCalendar.Read(db, cancellationToken);
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(day => (day, calendar.KindOf(day))).ToList();
        var standing = rows.Where(row => row.RemovedAt is null).ToList();
        return new(
            year, actor.Today, standing.ConvertAll(Row), [.. rows.Where(row => row.RemovedAt is not null).OrderByDescending(row => row.RemovedAt).Select(Row)],
            [.. days.GroupBy(day => day.day.Month).Select(month => (IReadOnlyList<(DateOnly, DayKind)>)[.. month])], days.Count(day => day.Item2 == DayKind.Working),
            PublicHolidays.Of(year).Any(one => calendar.Special(one.Day) is null && !(one.Name.EndsWith("liền kề)", StringComparison.Ordinal) && standing.Exists(row => row.Day.Month == 9 && row.Day.Day is 1 or 3))),
            standing.Exists(row => row.Name.Contains("Tết Nguyên đán", StringComparison.OrdinalIgnoreCase)) && standing.Exists(row => row.Name.Contains("Giỗ Tổ", StringComparison.OrdinalIgnoreCase)));
    }
}
