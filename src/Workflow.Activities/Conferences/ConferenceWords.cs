using Workflow.Domain.Conferences;

namespace Workflow.Activities.Conferences;

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

    /// <summary>"Tán thành", or what a ballot says of each option.</summary>
    public static string Of(Vote vote, string marks) => Of(vote.Options, marks);

    /// <summary>The same from the options alone.</summary>
    public static string Of(IReadOnlyList<string> options, string marks) => options.Count == 1 && options[0].Length == 0
        ? Of(marks[0])
        : string.Join("; ", options.Select((option, index) => $"{option}: {Of(marks[index]).ToLowerInvariant()}"));

    /// <summary>"giơ tay" …</summary>
    public static string Of(VoteMode mode) => mode switch
    {
        VoteMode.ShowOfHands => "giơ tay",
        VoteMode.Devices => "trên thiết bị của từng đồng chí",
        VoteMode.SecretPaper => "bỏ phiếu kín bằng giấy",
        VoteMode.SecretDevices => "bỏ phiếu kín trên thiết bị",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>"Toàn văn" …</summary>
    public static string Of(VoteSubject subject) => subject switch
    {
        VoteSubject.Whole => "Toàn văn",
        VoteSubject.Clause => "Từng mục",
        VoteSubject.Amendment => "Đề nghị sửa đổi",
        VoteSubject.Variants => "Chọn phương án",
        VoteSubject.Motion => "Một vấn đề",
        VoteSubject.Election => "Bầu cử",
        VoteSubject.Confidence => "Lấy phiếu tín nhiệm",
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    /// <summary>"Có mặt" …</summary>
    public static string Of(Presence presence) => presence switch
    {
        Presence.Summoned => "Chưa điểm danh",
        Presence.Present => "Có mặt",
        Presence.Left => "Ra về sớm",
        Presence.AbsentWithReason => "Vắng có lý do",
        Presence.Absent => "Vắng không lý do",
        _ => throw new ArgumentOutOfRangeException(nameof(presence)),
    };

    /// <summary>"Thông qua" …</summary>
    public static string Of(ItemDecision decision) => decision switch
    {
        ItemDecision.Adopted => "Thông qua",
        ItemDecision.AdoptedWithAmendments => "Thông qua, có sửa đổi tại hội nghị",
        ItemDecision.Returned => "Trả lại",
        ItemDecision.Postponed => "Hoãn",
        ItemDecision.Noted => "Đã nghe, ghi nhận",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    /// <summary>"Đang chờ xử lý" …</summary>
    public static string Of(AmendmentState state) => state switch
    {
        AmendmentState.Moved => "Chờ xử lý",
        AmendmentState.TakenUp => "Chủ trì tiếp thu",
        AmendmentState.Adopted => "Hội nghị biểu quyết chấp nhận",
        AmendmentState.Rejected => "Hội nghị biểu quyết không chấp nhận",
        AmendmentState.Withdrawn => "Đã rút",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string Of(char mark) => Of(mark switch
    {
        Marks.InFavour => Choice.InFavour,
        Marks.Against => Choice.Against,
        _ => Choice.Abstain,
    });
}
