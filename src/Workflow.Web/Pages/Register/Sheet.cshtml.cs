using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Register;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Register;

/// <summary>The outgoing register as a spreadsheet.</summary>
public sealed class RegisterSheetModel : WorkflowPage
{
    public async Task<IActionResult> OnGet(string? tim) => Download(await Ask(new ReadRegisterSheet(tim ?? "")));
}
