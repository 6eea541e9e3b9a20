using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Portal;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>The public documents as an Atom feed (RFC 4287), in pages (RFC 5005).</summary>
[EnableRateLimiting("portal")]
[PublicCache]
public sealed class FeedModel : WorkflowPage
{
    public async Task<IActionResult> OnGet(string? trang)
    {
        if (await Ask(new ReadPortalFeed(int.TryParse(trang, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1)) is not { } view)
        {
            return NotFound();
        }

        PublicCacheAttribute.ChangedAt(HttpContext, view.ChangedAt);
        return File(AtomFeed.Write(view, path => PublicAddress.Of(Request, path)), "application/atom+xml; charset=utf-8");
    }
}
