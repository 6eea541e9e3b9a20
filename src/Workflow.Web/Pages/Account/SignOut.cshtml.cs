using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Account;

/// <summary>Signing out.</summary>
public sealed class SignOutModel : WorkflowPage
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPost()
    {
        await Ask(new SignOut());
        return Redirect("/dang-nhap");
    }
}
