using Workflow.Documents.Exchange;
using Workflow.Domain.Exchange;

namespace Workflow.Activities.Exchange;

/// <summary>How people say what became of a document that came, and of a message.</summary>
public static class IncomingWords
{
    /// <summary>Most bytes of a package.</summary>
    public const int LargestPackage = EdXml.Largest;

    public static string Of(IncomingState state) => state switch
    {
        IncomingState.Arrived => "Chờ tiếp nhận",
        IncomingState.Refused => "Đã từ chối",
        IncomingState.Registered => "Đã vào sổ",
        IncomingState.Assigned => "Đã phân công",
        IncomingState.Processing => "Đang xử lý",
        IncomingState.Done => "Đã xử lý xong",
        IncomingState.Returned => "Đã trả lại nơi gửi",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Class of the tag.</summary>
    public static string Tag(IncomingState state, bool recall) => recall || state == IncomingState.Refused ? "late" : state == IncomingState.Arrived ? "soon" : "done";

    public static string Of(IncomingVerdict? verdict) => verdict switch
    {
        IncomingVerdict.Intact => "✓ Nguyên vẹn",
        IncomingVerdict.Altered => "✗ Đã bị sửa sau khi ký",
        IncomingVerdict.Unknown => "? Chưa xác định được chữ ký",
        _ => "Không kiểm tra chữ ký",
    };

    /// <summary>Class of the tag.</summary>
    public static string Tag(IncomingVerdict? verdict) => verdict switch { IncomingVerdict.Intact => "done", IncomingVerdict.Altered => "late", _ => "soon" };

    internal static string Business(BusinessType type) => type switch
    {
        BusinessType.New => "Văn bản mới",
        BusinessType.Recall => "Yêu cầu lấy lại",
        BusinessType.Update => "Cập nhật văn bản đã gửi",
        BusinessType.Replace => "Văn bản thay thế",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>What a step was, by its code; the first letter as in a sentence.</summary>
    public static string Step(string code) => char.ToUpperInvariant(EdocStatus.Codes[code][0]) + EdocStatus.Codes[code][1..];

    public static string Of(ExchangeState state) => state switch
    {
        ExchangeState.Waiting => "Đang chờ gửi",
        ExchangeState.Delivered => "Hệ thống nơi nhận đã nhận",
        ExchangeState.ByHand => "Chờ tải về gửi bằng tệp",
        ExchangeState.Failed => "Chưa gửi được",
        ExchangeState.Taken => "Đã nhận",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Class of the tag.</summary>
    public static string Tag(ExchangeState state) => state switch { ExchangeState.Failed => "late", ExchangeState.Waiting or ExchangeState.ByHand => "soon", _ => "done" };

    /// <summary>What a message says.</summary>
    public static string Of(ExchangeKind kind, string code) => kind == ExchangeKind.Status || code == "13" ? $"Trạng thái {code}: {EdocStatus.Codes[code]}" : Business((BusinessType)int.Parse(code, System.Globalization.CultureInfo.InvariantCulture));
}
