using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Portal;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>What search engines may read: the public pages while they are open, and nothing else.</summary>
[EnableRateLimiting("portal")]
[PublicCache]
public sealed class RobotsModel : WorkflowPage
{
    public async Task<IActionResult> OnGet() => Content(await Ask(new ReadPortalFeed(1)) is null
        ? "User-agent: *\nDisallow: /\n"
        : $"User-agent: *\nAllow: /cong\nAllow: /css/\nDisallow: /\nSitemap: {PublicAddress.Of(Request, "/cong/atom.xml")}\n", "text/plain; charset=utf-8");
}
