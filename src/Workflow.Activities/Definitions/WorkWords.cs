namespace Workflow.Activities.Definitions;

/// <summary>Tasks, activities and people that a definition may name, as the office says them.</summary>
public static class WorkWords
{
    /// <summary>A user task's key; the key itself for one that is not ours.</summary>
    public static string Task(string key) => key switch
    {
        TaskKeys.Drafting => "Soạn thảo và trình dự thảo",
        TaskKeys.Appraisal => "Văn phòng thẩm định",
        TaskKeys.RoundOpening => "Gửi một cơ quan cho ý kiến",
        TaskKeys.Review => "Lấy ý kiến",
        TaskKeys.Conclusion => "Ghi kết luận sau khi lấy ý kiến",
        TaskKeys.Revision => "Tiếp thu, hoàn chỉnh",
        TaskKeys.Conference => "Hội nghị thảo luận, biểu quyết",
        TaskKeys.Approval => "Duyệt",
        TaskKeys.Signing => "Ký ban hành",
        TaskKeys.SigningProblem => "Xử lý khi ký không được",
        TaskKeys.Sealing => "Đóng dấu, cấp số",
        TaskKeys.SealingProblem => "Xử lý khi đóng dấu không được",
        TaskKeys.Receipts => "Theo dõi các đơn vị nhận",
        TaskKeys.FollowUp => "Lập danh mục theo dõi thực hiện",
        "" => "Việc chung",
        _ => key,
    };

    /// <summary>An activity's key; the key itself for one that is not ours.</summary>
    public static string Activity(string key) => key switch
    {
        ActivityKeys.WorkingDeadline => "Tính hạn theo lịch làm việc",
        ActivityKeys.RemindReviewers => "Nhắc người chưa góp ý",
        ActivityKeys.RenderAndSign => "Dàn trang và ký số",
        ActivityKeys.ApplyAgencySignature => "Ký số của cơ quan",
        ActivityKeys.Dispatch => "Gửi văn bản tới nơi nhận",
        ActivityKeys.RemindUnits => "Nhắc đơn vị chưa nhận",
        _ => key,
    };

    /// <summary>Whom tasks may be for, by the key that a definition writes.</summary>
    public static IReadOnlyList<(string Key, string Words)> Candidates { get; } = [.. CandidateWords.Known.Words.Select(key => (key, CandidateWords.Of(key)))];
}
