using Microsoft.AspNetCore.Mvc;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages;

/// <summary>What went wrong, in words.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : WorkflowPage
{
    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public void OnGet(int code) => (Title, Text) = code switch
    {
        400 => ("Trang đã mở quá lâu", "Việc vừa gửi chưa được ghi nhận vì trang đã mở quá lâu hoặc đã đăng nhập lại. Đồng chí quay lại trang trước, tải lại rồi gửi lại."),
        403 => ("Không có quyền xem", "Tài khoản của đồng chí không có quyền với nội dung này. Nếu cần, đồng chí liên hệ Văn phòng Đảng ủy."),
        404 => ("Không tìm thấy", "Nội dung này không có hoặc đã chuyển chỗ. Đồng chí kiểm tra lại đường dẫn."),
        413 => ("Tệp quá lớn", "Tệp gửi lên vượt giới hạn 30 MB nên chưa được nhận. Đồng chí bỏ bớt hình ảnh rồi gửi lại."),
        429 => ("Thử quá nhiều lần", "Đồng chí chờ một phút rồi thử lại."),
        _ => ("Có sự cố", "Hệ thống gặp sự cố; việc vừa gửi có thể chưa được ghi nhận. Đồng chí tải lại trang để kiểm tra, rồi báo người quản trị nếu còn lỗi."),
    };

    public void OnPost(int code) => OnGet(code);
}
