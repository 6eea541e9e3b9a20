using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>Words of the letters about a session.</summary>
internal static class LetterWords
{
    /// <summary>"giấy mời" …</summary>
    public static string Of(LetterKind kind) => kind switch
    {
        LetterKind.Invitation => "giấy mời",
        LetterKind.Supplement => "thông báo thay đổi chương trình",
        LetterKind.Moved => "thông báo đổi thời gian, địa điểm",
        LetterKind.Cancelled => "thông báo hủy",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"✓ đã chuyển tới a@b.vn lúc …" …</summary>
    public static string Of(CopyRow copy) => copy.State switch
    {
        CopyState.OnPaper => "chưa có địa chỉ thư: trao giấy tận tay",
        CopyState.Waiting => copy.Error.Length > 0 ? $"chưa gửi được, sẽ thử lại: {copy.Error}" : "đang chờ gửi",
        CopyState.Sent => $"✓ máy chủ thư đã nhận{(copy.Address.Length > 0 ? " cho " + copy.Address : "")}{(copy.SettledAt is { } at ? $" lúc {Vn.Moment(at)}" : "")}",
        CopyState.Withdrawn => "không gửi: khi đến lượt thì nội dung không còn đúng, hoặc người nhận không còn địa chỉ thư",
        CopyState.Failed => $"! không gửi được: {copy.Error}",
        _ => throw new ArgumentOutOfRangeException(nameof(copy)),
    };
}
