using Workflow.Activities.Pipeline;

namespace Workflow.Activities.Administration;

/// <summary>The reason that an operator gives for going outside the drawn way: it stands in the log for good.</summary>
internal static class Reason
{
    /// <summary>Refuses one that says nothing; <paramref name="of"/> is what it is the reason of.</summary>
    public static Answer? Refused(string reason, string of) => reason.Trim().Length is < 10 or > 1_000
        ? Answer.No("instance.reason", $"Đồng chí ghi rõ {of} (từ 10 đến 1.000 ký tự); nội dung này được lưu trong nhật ký.")
        : null;
}
