using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>The page of an invited guest, by a signed link and without an account. A link that is wrong, taken back or over is one and the same "not found".</summary>
public sealed class GuestModel : WorkflowPage
{
    public GuestView? View { get; private set; }

    /// <summary>Address of this page.</summary>
    public string Here { get; private set; } = "";

    public async Task<IActionResult> OnGet(string token, string? what)
    {
        // The address is the key: it goes to nobody else with a link that is followed.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (PaperName.Read(what) is var (name, format))
        {
            return name == "giay-moi" ? Download(await Ask(new ReadGuestPaper(token, null, format)))
                : Guid.TryParse(name, out var file) ? Download(await Ask(new ReadGuestPaper(token, file, format))) : NotFound();
        }

        var item = Guid.TryParse(what, out var one) ? one : (Guid?)null;
        View = what is not null && item is null ? null : await Ask(new ReadGuestPage(token, item));
        Here = "/khach/" + token;
        return View is null ? NotFound() : Page();
    }
}
