using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Account;

/// <summary>Signing in.</summary>
public sealed class SignInModel : WorkflowPage
{
    public bool NeedsCode { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(SecretForm form, string? userName, string? ve)
    {
        var answer = await Ask(new SignIn(userName ?? "", form.Password ?? "", form.Code));
        switch (answer.Outcome)
        {
            case SignInOutcome.Done:
                return LocalRedirect(Url.IsLocalUrl(ve) ? ve : "/");
            case SignInOutcome.NeedsCode:
                NeedsCode = true;
                return Page();
            case SignInOutcome.LockedOut:
                Say($"Tài khoản tạm khóa đến {Vn.Moment(answer.LockedUntil ?? TimeProvider.System.GetUtcNow())} vì nhập sai nhiều lần. Đồng chí chờ rồi thử lại, hoặc nhờ người quản trị mở khóa.");
                return Page();
            case SignInOutcome.Closed:
                Say("Tài khoản này đã được đóng. Đồng chí liên hệ người quản trị nếu cần mở lại.");
                return Page();
            default:
                NeedsCode = !string.IsNullOrEmpty(form.Code);
                Say("Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng. Đồng chí kiểm tra lại (phân biệt chữ hoa, chữ thường ở mật khẩu).");
                return Page();
        }
    }
}

/// <summary>What only its owner may know. A class, because a talkative log prints the plain arguments of a page's handler.</summary>
public sealed class SecretForm
{
    public string? Password { get; set; }

    public string? Current { get; set; }

    public string? Next { get; set; }

    public string? Code { get; set; }
}
