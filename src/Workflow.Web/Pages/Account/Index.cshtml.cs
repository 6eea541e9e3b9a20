using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Domain;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Account;

/// <summary>My own account.</summary>
public sealed class AccountModel : WorkflowPage
{
    public TotpSetup? Totp { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task OnGet() => Totp = await Ask(new ReadTotp());

    public async Task<IActionResult> OnPost(string? viec, SecretForm form)
    {
        switch (viec)
        {
            case "doi-mat-khau":
                return await Changed(await Ask(new ChangePassword(form.Current ?? "", form.Next ?? "")), "Mật khẩu đã được đổi; các phiên khác của đồng chí đã dừng.", "/");
            case "tat-hai-lop":
                return await Changed(await Ask(new DisableTotp(form.Current ?? "")), "Xác thực hai lớp đã tắt.", "/tai-khoan");
            case "hai-lop":
                (var problem, RecoveryCodes) = await Ask(new EnableTotp(form.Code ?? ""));
                return await Again(problem);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> Changed(Refusal? refusal, string receipt, string next)
    {
        if (refusal is not null)
        {
            return await Again(refusal);
        }

        TempData["Receipt"] = receipt;
        return Redirect(next);
    }

    private async Task<IActionResult> Again(Refusal? refusal)
    {
        if (refusal is not null)
        {
            Say(refusal.Text);
            Response.StatusCode = 422;
        }

        await OnGet();
        return Page();
    }
}
