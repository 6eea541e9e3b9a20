namespace Workflow.Domain;

/// <summary>The office's calendar: instants are UTC, days are Vietnam's.</summary>
public static class VietnamTime
{
    /// <summary>Asia/Ho_Chi_Minh, UTC+7 all year.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    /// <summary>The day in Vietnam at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    /// <summary>The instant with Vietnam's offset, for showing.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>The instant, in UTC, of a local date and time.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) =>
        new DateTimeOffset(day.ToDateTime(time), Zone.GetUtcOffset(day.ToDateTime(time))).ToUniversalTime();
}
