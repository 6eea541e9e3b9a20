using System.Globalization;
using Workflow.Domain.Reviews;

namespace Workflow.Activities.Conclusions;

/// <summary>Words of conclusions.</summary>
public static class ConclusionWords
{
    /// <summary>"Thường trực Đảng ủy" …</summary>
    public static string Of(ConclusionSource source) => source switch
    {
        ConclusionSource.StandingBoard => "Thường trực Đảng ủy",
        ConclusionSource.StandingCommittee => "Ban Thường vụ",
        ConclusionSource.Conference => "Hội nghị Ban Chấp hành",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    /// <summary>Where a conclusion sends the draft.</summary>
    public static string Of(ConclusionOutcome outcome) => outcome switch
    {
        ConclusionOutcome.Agreed => "Thống nhất",
        ConclusionOutcome.Revise => "Tiếp thu rồi trình tiếp",
        ConclusionOutcome.Again => "Tiếp thu rồi trình lại",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>"Kết luận của Ban Thường vụ ngày 05/02/2026 (Thông báo số 12-TB/ĐU)".</summary>
    internal static string Name(Conclusion conclusion) =>
        $"Kết luận của {Of(conclusion.Source)} ngày {conclusion.Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}{(conclusion.Reference.Length > 0 ? $" ({conclusion.Reference})" : "")}";
}
