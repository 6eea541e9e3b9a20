using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.CaseFiles;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.CaseFiles;

/// <summary>One matter: where it stands and what happened.</summary>
public sealed class CaseFileModel : WorkflowPage
{
    public CaseFileView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadCaseFile(id));
        return View is null ? NotFound() : Page();
    }
}
