using Workflow.Domain.Conferences;

namespace Workflow.Activities.Conference;

/// <summary>Words of the conference.</summary>
public static class ConferenceWords
{
    /// <summary>"Tán thành" …</summary>
    public static string Of(Choice choice) => choice switch
    {
        Choice.InFavour => "Tán thành",
        Choice.Against => "Không tán thành",
        Choice.Abstain => "Không có ý kiến",
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    /// <summary>"giơ tay" …</summary>
    public static string Of(VoteMode mode) => mode == VoteMode.ShowOfHands ? "giơ tay" : "trên thiết bị của từng đồng chí";

    /// <summary>"Có mặt" …</summary>
    public static string Of(Presence presence) => presence switch
    {
        Presence.Summoned => "Chưa điểm danh",
        Presence.Present => "Có mặt",
        Presence.AbsentWithReason => "Vắng có lý do",
        Presence.Absent => "Vắng không lý do",
        _ => throw new ArgumentOutOfRangeException(nameof(presence)),
    };
}
