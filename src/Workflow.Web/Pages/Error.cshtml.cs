using Microsoft.AspNetCore.Mvc;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages;

/// <summary>What went wrong, in words.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : WorkflowPage
{
    // Fields that hold what a person wrote at length.
    private static readonly string[] Prose = ["text", "reason", "note", "discussion", "how"];

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public int Code { get; private set; }

    /// <summary>What had been written into a form that could not be taken.</summary>
    public IReadOnlyList<string> NothingLost { get; private set; } = [];

    public void OnGet(int code) => (Code, (Title, Text)) = (code, code switch
    {
        400 => ("Trang đã mở quá lâu", "Việc vừa gửi chưa được ghi nhận vì trang đã mở quá lâu hoặc đã đăng nhập lại. Đồng chí mở lại trang cần làm rồi gửi lại."),
        403 => ("Không có quyền xem", "Tài khoản của đồng chí không có quyền với nội dung này. Nếu cần, đồng chí liên hệ Văn phòng Đảng ủy."),
        404 => ("Không tìm thấy", "Nội dung này không có hoặc đã chuyển chỗ. Đồng chí kiểm tra lại đường dẫn."),
        413 => ("Tệp quá lớn", "Tệp (hoặc nội dung) gửi lên vượt giới hạn 30 MB nên chưa được nhận, chưa lưu gì. Đồng chí bỏ bớt hình ảnh rồi gửi lại."),
        429 => ("Thử quá nhiều lần", "Đồng chí chờ một phút rồi thử lại."),
        _ => ("Có sự cố", "Hệ thống gặp sự cố; việc vừa gửi có thể chưa được ghi nhận. Đồng chí tải lại trang để kiểm tra, rồi báo người quản trị nếu còn lỗi."),
    });

    public void OnPost(int code)
    {
        OnGet(code);
        // Only to the one who is signed in: a foreign site must not put words on our page.
        if (code == 400 && User.Identity?.IsAuthenticated == true)
        {
            NothingLost = [.. Prose.Select(Typed).Where(text => text.Length > 0)];
        }
    }
}
