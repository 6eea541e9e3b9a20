using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Distribution;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>Cover sheets to print, one a page.</summary>
public sealed class SheetsModel : WorkflowPage
{
    public SheetsView? View { get; private set; }

    /// <summary>A picture of the address that a phone reads.</summary>
    public string Qr(string address) => HttpContext.RequestServices.GetRequiredService<IQrCode>().DataUri(address);

    public async Task<IActionResult> OnGet(Guid id, Guid? ban)
    {
        // A PIN does not stay in the browser's store.
        Response.Headers.CacheControl = "no-store";
        View = await Ask(new ReadSheets(id, ban));
        return View is null ? NotFound() : Page();
    }
}
