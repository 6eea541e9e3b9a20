using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Activities.Register;
using Workflow.Domain.Issuing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>What was sent to my unit: open, confirm.</summary>
public sealed class IncomingModel : WorkflowPage
{
    public IReadOnlyList<IncomingView> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid? id, string? act)
    {
        if (act == "tep.pdf" && id is { } issued)
        {
            return Download(await Ask(new ReadIssuedFile(issued, IssuedFileKind.Sealed)));
        }

        Rows = await Ask(new ReadIncoming(id));
        return Page();
    }

    public Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid issuedId) => act == "mo"
        ? Act(new OpenDispatch(commandId, id), _ => $"/van-ban-den/{issuedId}/tep.pdf", () => OnGet(null, null))
        : Act(new AcknowledgeDispatch(commandId, id), _ => "/van-ban-den", () => OnGet(null, null));
}
