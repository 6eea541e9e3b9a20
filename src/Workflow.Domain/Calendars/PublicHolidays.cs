namespace Workflow.Domain.Calendars;

/// <summary>
/// Public holidays that fall on the same day of every year (Labour Code 2019, art. 112). Tết and Giỗ Tổ follow the moon, days off in exchange and make-up days
/// are announced each year: those are rows, entered by people.
/// </summary>
public static class PublicHolidays
{
    /// <summary>The law, as printed beside such a day.</summary>
    public const string Source = "Bộ luật Lao động 2019, Điều 112";

    /// <summary>
    /// The fixed days of a year. The day that goes with 2 September is the one before or after it; here the one that makes the longer rest, the day before
    /// when both do, for the office to change when it is announced otherwise.
    /// </summary>
    public static IReadOnlyList<(DateOnly Day, string Name)> Of(int year)
    {
        var national = new DateOnly(year, 9, 2);
        var after = national.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Friday;
        return
        [
            (new(year, 1, 1), "Tết Dương lịch"), (new(year, 4, 30), "Ngày Chiến thắng"), (new(year, 5, 1), "Ngày Quốc tế Lao động"), (national, "Quốc khánh"),
            (national.AddDays(after ? 1 : -1), "Quốc khánh (ngày liền kề)"),
        ];
    }
}
