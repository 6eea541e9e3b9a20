namespace Workflow.Domain.Calendars;

/// <summary>What a day is that is not as its weekday says.</summary>
public enum SpecialDay
{
    /// <summary>Nghỉ lễ, nghỉ bù, nghỉ hoán đổi.</summary>
    Holiday,

    /// <summary>Làm bù: a working day, whatever weekday it falls on.</summary>
    WorkingDay,
}

/// <summary>
/// A day of an organization's calendar. Rows are never overwritten: a change takes one away and puts another in its place, so that what the calendar said
/// at any instant can still be told.
/// </summary>
public sealed class CalendarDay : IOfOrganization
{
    /// <summary>Longest name and source.</summary>
    public const int LongestName = 200, LongestSource = 300;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateOnly Day { get; init; }
    public required SpecialDay Kind { get; init; }

    /// <summary>"Giỗ Tổ Hùng Vương".</summary>
    public required string Name { get; init; }

    /// <summary>Where it is laid down, as a reader may look it up.</summary>
    public required string Source { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Empty for what came with the program.</summary>
    public required Guid AddedById { get; init; }
    public DateTimeOffset? RemovedAt { get; private set; }
    public Guid? RemovedById { get; private set; }

    /// <summary>Whether it stood in the calendar at an instant.</summary>
    public bool StoodAt(DateTimeOffset at) => AddedAt <= at && !(RemovedAt <= at);

    /// <summary>Takes it out of the calendar.</summary>
    public void Remove(Guid byId, DateTimeOffset at) => (RemovedAt, RemovedById) = (at, byId);

    /// <summary>Whether such a day may be written.</summary>
    public static Refusal? Refused(DateOnly day, SpecialDay kind, string name, string source) => true switch
    {
        _ when day.Year is < 2020 or > 2100 => new("calendar.year", "Ngày phải trong khoảng từ năm 2020 đến năm 2100. Đồng chí kiểm tra lại năm."),
        _ when !Enum.IsDefined(kind) => new("calendar.kind", "Đồng chí chọn ngày này là ngày nghỉ hay ngày làm bù."),
        _ when name.Trim().Length is 0 or > LongestName => new("calendar.name", $"Đồng chí ghi tên ngày, ví dụ “Giỗ Tổ Hùng Vương” (không quá {LongestName} chữ)."),
        _ when source.Trim().Length is < 5 or > LongestSource => new("calendar.source", $"Đồng chí ghi căn cứ của ngày này, ví dụ số và ngày của thông báo (từ 5 đến {LongestSource} chữ), để người sau tra lại được."),
        _ => null,
    };
}
