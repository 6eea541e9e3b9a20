using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Review;

/// <summary>Who is signed in, and a fresh token for a form: asked by the script before it sends what waited on a device, however long that was.</summary>
public sealed class WhoModel(Actor actor, IAntiforgery antiforgery) : WorkflowPage
{
    public IActionResult OnGet() => new JsonResult(new { person = actor.PersonId, token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });
}
