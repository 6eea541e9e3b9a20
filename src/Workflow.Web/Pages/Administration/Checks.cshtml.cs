using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>Rules of the checks, which the organization may switch off one by one.</summary>
public sealed class ChecksModel : WorkflowPage
{
    public IReadOnlyList<CheckRow> Checks { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Checks = await Ask(new ReadChecks());
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, string? key, bool off, string? reason) =>
        act == "doi" ? await Act(new SwitchCheck(commandId, key ?? "", off, reason ?? ""), _ => "/quan-tri/kiem-tra", OnGet) : NotFound();
}
