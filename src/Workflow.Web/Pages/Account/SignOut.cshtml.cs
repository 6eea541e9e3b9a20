using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Account;

/// <summary>Signing out.</summary>
public sealed class SignOutModel : WorkflowPage
{
    public IActionResult OnGet() => UnsentAnswers.MayBeHere(Request, Me) ? Page() : Redirect("/");

    /// <param name="forgets">Chosen by who was told what waits on this device.</param>
    public async Task<IActionResult> OnPost(bool forgets)
    {
        if (!forgets && UnsentAnswers.MayBeHere(Request, Me))
        {
            return Page();
        }

        await Ask(new SignOut());
        return Redirect("/dang-nhap");
    }

    private Guid Me => HttpContext.RequestServices.GetRequiredService<Actor>().PersonId;
}
