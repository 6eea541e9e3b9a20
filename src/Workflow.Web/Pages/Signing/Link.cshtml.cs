using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Signing;

/// <summary>The one-time address of a file that waits for its signature. The program that comes for it has no account: the address is the key.</summary>
[AllowAnonymous]
[EnableRateLimiting("public-file")]
public sealed class LinkModel(Actor actor) : WorkflowPage
{
    public async Task<IActionResult> OnGet(string token)
    {
        if (HttpMethods.IsHead(Request.Method))
        {
            // Who only looks uses nothing up.
            return StatusCode(405);
        }

        var link = await Ask(new ReadPinnedLink(token));
        if (link is not null)
        {
            actor.Become(link.OrganizationId, link.PersonId, link.PersonName);
        }

        return link is null ? Gone() : await Act(new TakePinnedFile(Guid.CreateVersion7(), token), _ => "/", () => Task.FromResult(Gone())) is RedirectResult ? File(link.Content, "application/pdf", link.FileName) : Gone();
    }

    public IActionResult OnPost() => NotFound();

    private IActionResult Gone()
    {
        Say(PinnedLinks.Used.Text);
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
