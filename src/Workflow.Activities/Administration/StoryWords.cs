using Workflow.Runtime.Processes;

namespace Workflow.Activities.Administration;

/// <summary>What happened in a case, in plain words.</summary>
public static class StoryWords
{
    /// <summary>An outcome as people say it.</summary>
    public static string Outcome(string outcome) => outcome switch
    {
        "submitted" => "đã trình",
        "appraised" => "đạt yêu cầu",
        "returned" => "trả lại",
        "opened" => "đã gửi cho ý kiến",
        "closed" => "kết thúc lấy ý kiến",
        "agreed" => "thống nhất",
        "revise" => "tiếp thu rồi trình tiếp",
        "again" => "tiếp thu rồi trình lại",
        "finalized" => "đã hoàn chỉnh",
        "adopted" => "thông qua",
        "rejected" => "không thông qua",
        "approved" => "nhất trí",
        "signed" => "đã ký",
        "sealed" => "đã đóng dấu",
        "retry" => "làm lại",
        "all-received" => "đã nhận đủ",
        "confirmed" => "đã xác nhận",
        "done" => "xong",
        _ => outcome,
    };

    internal static string Sentence(Happened one, string who) => one.Kind switch
    {
        HappenedKind.Started => $"{who} lập hồ sơ.",
        HappenedKind.Completed => $"{who}: “{one.Step}” - {Outcome(one.Detail)}.",
        HappenedKind.Failed => $"“{one.Step}” không làm được ({one.Detail}); chuyển bước xử lý.",
        HappenedKind.TimerFired => $"Đến hạn: “{one.Step}”.",
        HappenedKind.MessageArrived => $"Đã nhận thông điệp tại “{one.Step}”.",
        HappenedKind.SignalArrived => $"Đã nghe tín hiệu “{one.Detail}”.",
        HappenedKind.CallReturned => $"Hồ sơ được gọi ở “{one.Step}” đã xong.",
        HappenedKind.CallEscalated => $"Hồ sơ được gọi ở “{one.Step}” báo lên: {one.Detail}.",
        HappenedKind.Continued => $"{who} cho “{one.Step}” đi tiếp.",
        HappenedKind.Migrated => $"{who} chuyển hồ sơ sang bản quy trình khác.",
        HappenedKind.Moved => $"{who} chuyển hồ sơ từ “{one.Step}” tới “{one.To}”, ngoài quy trình. Lý do: {one.Detail}",
        HappenedKind.Cancelled => $"{who} dừng hồ sơ. Lý do: {one.Detail}",
        _ => throw new InvalidOperationException($"unknown {one.Kind}"),
    };
}
