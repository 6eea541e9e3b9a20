using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Portal;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>A public document: its text as a page, and its original.</summary>
[EnableRateLimiting("portal")]
[PublicCache]
public sealed class PublicDocumentModel : WorkflowPage
{
    public PublicDocument? Document { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? tep)
    {
        if (tep == "ban-chinh.pdf")
        {
            return await Ask(new ReadPublicFile(id)) is { } file ? Original(file) : NotFound();
        }

        Document = tep is null ? await Ask(new ReadPublicDocument(id)) : null;
        if (Document is null)
        {
            return NotFound();
        }

        PublicCacheAttribute.ChangedAt(HttpContext, Document.Row.ChangedAt);
        return Page();
    }

    private FileContentResult Original(PublicFile file)
    {
        PublicCacheAttribute.ChangedAt(HttpContext, file.ChangedAt);

        // Whoever finds the file alone still finds the page that says how the document stands.
        Response.Headers.Link = $"<{PublicAddress.Of(Request, $"/cong/{RouteData.Values["id"]}")}>; rel=\"canonical\"";
        return File(file.Content, "application/pdf", file.FileName);
    }
}
