using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>What was released to the public, with the original PDF.</summary>
public sealed class PortalModel : WorkflowPage
{
    public Paged<PortalRow> Documents { get; private set; } = new([], 1, 1);

    public async Task<IActionResult> OnGet(Guid? id, int trang = 1)
    {
        if (id is { } document)
        {
            return Download(await Ask(new ReadPortalFile(document)));
        }

        Documents = await Ask(new ReadPortal(trang));
        return Page();
    }
}
