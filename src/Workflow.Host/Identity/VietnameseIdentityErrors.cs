using Microsoft.AspNetCore.Identity;

namespace Workflow.Host.Identity;

/// <summary>What Identity says, in Vietnamese.</summary>
internal sealed class VietnameseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Say(nameof(DefaultError), "Có lỗi xảy ra, thao tác chưa được ghi nhận.");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "Tài khoản vừa được người khác sửa. Đồng chí tải lại trang.");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "Mật khẩu hiện tại không đúng.");

    public override IdentityError InvalidToken() => Say(nameof(InvalidToken), "Mã không đúng hoặc đã hết hạn.");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"Tên đăng nhập “{userName}” đã có người dùng.");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm, gạch nối.");

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"Mật khẩu cần ít nhất {length} ký tự.");

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "Mật khẩu cần có ít nhất một chữ số.");

    public override IdentityError RecoveryCodeRedemptionFailed() => Say(nameof(RecoveryCodeRedemptionFailed), "Mã dự phòng không đúng hoặc đã dùng.");

    public override IdentityError UserLockoutNotEnabled() => Say(nameof(UserLockoutNotEnabled), "Tài khoản này không bật chế độ khóa.");

    private static IdentityError Say(string code, string text) => new() { Code = code, Description = text };
}
