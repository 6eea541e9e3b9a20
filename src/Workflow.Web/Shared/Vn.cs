using System.Globalization;
using Workflow.Domain;
using Workflow.Domain.FollowUp;

namespace Workflow.Web.Shared;

/// <summary>Dates and numbers as people here write them.</summary>
public static class Vn
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>"21/11/2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"14:05 21/11/2026".</summary>
    public static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"14:05".</summary>
    public static string Hour(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"còn 2 ngày", "quá hạn 3 giờ".</summary>
    public static string Left(DateTimeOffset until, DateTimeOffset now)
    {
        var left = until - now;
        var size = left.Duration();
        var words = size.TotalDays >= 1 ? $"{(int)size.TotalDays} ngày" : size.TotalHours >= 1 ? $"{(int)size.TotalHours} giờ" : $"{Math.Max(1, (int)size.TotalMinutes)} phút";
        return left > TimeSpan.Zero ? "còn " + words : "quá hạn " + words;
    }

    /// <summary>"1.234,5".</summary>
    public static string Number(decimal value) => value.ToString("#,##0.######", Culture);

    /// <summary>"từ 10% trở lên", "dưới 0,2%", "75-80 ha": a target's value as it is meant.</summary>
    public static string Value(Comparator comparator, decimal value, decimal? upper, string unit)
    {
        var measure = unit.StartsWith('%') ? unit : " " + unit;
        var number = Number(value) + (upper is { } to ? "-" + Number(to) : "") + measure.TrimEnd();
        return comparator switch
        {
            Comparator.AtLeast => $"từ {number} trở lên",
            Comparator.AtMost => $"không quá {number}",
            Comparator.MoreThan => $"trên {number}",
            Comparator.LessThan => $"dưới {number}",
            _ => number,
        };
    }
}

/// <summary>Where a reader is in a paged list.</summary>
public sealed record PagerLine(int Page, int Pages, string Search)
{
    /// <summary>Key of the filter that stays while paging.</summary>
    public string Filter { get; init; } = "";
}
