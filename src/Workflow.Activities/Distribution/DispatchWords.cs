using System.Globalization;
using Workflow.Domain;
using Workflow.Domain.Distribution;

namespace Workflow.Activities.Distribution;

/// <summary>How people say what happened to a copy.</summary>
public static class DispatchWords
{
    /// <summary>How far a copy came: "Đã vào sổ".</summary>
    public static string Of(DispatchStatus status, RecallState recall, bool received) => recall switch
    {
        RecallState.Agreed => "Đã trả lại theo thu hồi",
        RecallState.Asked => "Đang chờ trả lời thu hồi",
        _ => status switch
        {
            DispatchStatus.Refused => "Từ chối nhận",
            DispatchStatus.CarriedOut => "Đã triển khai",
            DispatchStatus.Processing => "Đang xử lý",
            DispatchStatus.Assigned => "Đã phân công",
            DispatchStatus.Booked => "Đã vào sổ",
            _ when received => "Đã nhận",
            DispatchStatus.Opened => "Đã mở, chưa báo nhận",
            DispatchStatus.Arrived => "Đã đến, chưa báo nhận",
            _ => "Đã gửi, chưa mở",
        },
    };

    /// <summary>The same with the unit's own number: "Đã vào sổ, số đến 15".</summary>
    public static string Of(DispatchStatus status, RecallState recall, bool received, string arrival) => Of(status, recall, received) + (arrival.Length > 0 ? ", số đến " + arrival : "");

    /// <summary>Class of the tag: green done, red for who must look, amber otherwise.</summary>
    public static string Tag(DispatchStatus status, RecallState recall, bool received) =>
        recall is RecallState.Asked || status == DispatchStatus.Refused ? "late" : received || recall == RecallState.Agreed ? "done" : "soon";

    /// <summary>What happened.</summary>
    public static string Of(DispatchEventKind kind) => kind switch
    {
        DispatchEventKind.Sent => "Đã gửi",
        DispatchEventKind.Arrived => "Đã đến",
        DispatchEventKind.Opened => "Đã mở",
        DispatchEventKind.Booked => "Đã vào sổ văn bản đến",
        DispatchEventKind.Assigned => "Đã phân công xử lý",
        DispatchEventKind.Processing => "Đang xử lý",
        DispatchEventKind.CarriedOut => "Đã quán triệt, triển khai",
        DispatchEventKind.Refused => "Từ chối nhận",
        DispatchEventKind.Reminded => "Đã nhắc",
        DispatchEventKind.RecallAsked => "Yêu cầu thu hồi",
        DispatchEventKind.RecallAgreed => "Đồng ý trả lại",
        DispatchEventKind.RecallRefused => "Không trả lại",
        DispatchEventKind.TakenBack => "Rút lại một dòng",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How a copy goes to its unit.</summary>
    public static string Of(DispatchChannel channel) => channel switch
    {
        DispatchChannel.Page => "Trên trang của đơn vị",
        DispatchChannel.Mail => "Thư điện tử",
        DispatchChannel.Paper => "Bản giấy có phiếu gửi",
        DispatchChannel.Exchange => "Liên thông văn bản",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    /// <summary>By which way a row came.</summary>
    public static string Of(DispatchWay way) => way switch
    {
        DispatchWay.Page => "đơn vị báo trên trang",
        DispatchWay.Code => "đơn vị báo bằng mã trên phiếu gửi",
        DispatchWay.Office => "Văn phòng ghi nhận",
        DispatchWay.Exchange => "hệ thống của đơn vị báo",
        DispatchWay.Machine => "hệ thống ghi",
        _ => throw new ArgumentOutOfRangeException(nameof(way)),
    };

    /// <summary>Why a day cannot be that of a booking or a session; null when it can.</summary>
    internal static Refusal? DayRefused(DispatchNews news, DateOnly issued) => news.Day is not { } day ? null
        : day > VietnamTime.DayOf(news.At) ? new("dispatch.day", "Ngày ghi không thể sau hôm nay. Đồng chí xem lại ngày.")
        : day < issued ? new("dispatch.day", $"Ngày ghi không thể trước ngày của văn bản ({issued.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}). Đồng chí xem lại ngày.")
        : null;

    /// <summary>What was told, as the log says it.</summary>
    internal static string Says(DispatchNews news)
    {
        var what = Of(news.Kind, news.ArrivalNumber, news.Day, news.Present, news.OfHowMany);
        return char.ToLowerInvariant(what[0]) + what[1..] + (news.Note.Length > 0 ? $" ({news.Note.TrimEnd('.')})." : ".");
    }

    /// <summary>A row with its figures: "Đã vào sổ văn bản đến số 15 ngày 22/11/2026".</summary>
    public static string Of(DispatchEventKind kind, string number, DateOnly? day, int? present, int? all) => kind switch
    {
        DispatchEventKind.Booked => $"{Of(kind)}{(number.Length > 0 ? " số " + number : ", không ghi số")}{On(day)}",
        DispatchEventKind.CarriedOut => $"{Of(kind)}{On(day)}{(present is { } there ? $", {there}{(all is { } of ? "/" + of : "")} người dự" : "")}",
        _ => Of(kind),
    };

    private static string On(DateOnly? day) => day is { } on ? " ngày " + on.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : "";
}
