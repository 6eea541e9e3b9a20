using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Account;

/// <summary>My own account.</summary>
public sealed class AccountModel : WorkflowPage
{
    public TotpSetup? Totp { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task OnGet() => Totp = await Ask(new ReadTotp());

    public async Task<IActionResult> OnPost(string? viec, string? current, string? next, string? code)
    {
        if (viec == "doi-mat-khau")
        {
            if (await Ask(new ChangePassword(current ?? "", next ?? "")) is { } refusal)
            {
                Say(refusal.Text);
                await OnGet();
                return Page();
            }

            TempData["Receipt"] = "Mật khẩu đã được đổi.";
            return Redirect("/");
        }

        var (problem, codes) = await Ask(new EnableTotp(code ?? ""));
        if (problem is not null)
        {
            Say(problem.Text);
        }

        RecoveryCodes = codes;
        await OnGet();
        return Page();
    }
}
