using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Portal;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>Whether the public pages are open.</summary>
public sealed class SettingModel : WorkflowPage
{
    public PortalSettingView? View { get; private set; }

    public async Task<IActionResult> OnGet(string? act)
    {
        View = await Ask(new ReadPortalSetting());
        return act is null or "bat-tat" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, bool on, string? reason) =>
        act == "bat-tat" ? await Act(new SwitchPortal(commandId, on, reason ?? ""), _ => "/quan-tri/cong-thong-tin", () => OnGet(act)) : NotFound();
}
