using System.Globalization;
using Workflow.Domain.Calendars;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Seeding;

/// <summary>The calendar that an organization begins with; from then on it is its own to change.</summary>
internal static class SeededCalendar
{
    public static IReadOnlyList<(DateOnly Day, SpecialDay Kind, string Name, string Source)> Read()
    {
        using var stream = typeof(SeededCalendar).Assembly.GetManifestResourceStream("calendar.csv") ?? throw new InvalidOperationException("the calendar is not in the assembly");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Select(line => line.Split(';', 4))
            .Select(parts => (DateOnly.ParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Enum.Parse<SpecialDay>(parts[1]), parts[2], parts[3]))];
    }

    public static void Fill(WorkflowDbContext db, Guid organization, DateTimeOffset now) => db.AddRange(Read().Select(row => new CalendarDay
    {
        Id = Guid.CreateVersion7(now),
        OrganizationId = organization,
        Day = row.Day,
        Kind = row.Kind,
        Name = row.Name,
        Source = row.Source,
        AddedAt = now,
        AddedById = Guid.Empty,
    }));
}
