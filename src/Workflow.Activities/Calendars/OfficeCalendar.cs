using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Calendars;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Calendars;

/// <summary>The organization's calendar as it stands now.</summary>
internal static class OfficeCalendar
{
    public static async Task<WorkingCalendar> Read(WorkflowDbContext db, CancellationToken ct) =>
        new(await db.Set<CalendarDay>().AsNoTracking().Where(day => day.RemovedAt == null).ToListAsync(ct), await db.Set<RuleProfile>().AsNoTracking().ToListAsync(ct));

    /// <summary>An instant that was chosen as a deadline, on a day on which it may be one.</summary>
    public static DateTimeOffset Deadline(WorkingCalendar calendar, DateTimeOffset asked)
    {
        var local = VietnamTime.Local(asked);
        var (day, time) = (DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime));
        return VietnamTime.At(calendar.Deadline(day, time), time);
    }

    /// <summary>What is said when a deadline was moved off a day on which nobody works; empty when it was not.</summary>
    public static string Moved(DateTimeOffset asked, DateTimeOffset kept) => asked == kept ? ""
        : $" Ngày {VietnamTime.DayOf(asked).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} là ngày nghỉ nên hạn chuyển sang ngày làm việc kế tiếp.";
}
