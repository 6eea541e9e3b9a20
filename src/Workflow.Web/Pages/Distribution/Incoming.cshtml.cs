using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Issuing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>What was sent to my unit: open, confirm.</summary>
public sealed class IncomingModel : WorkflowPage
{
    public Paged<IncomingView> Copies { get; private set; } = new([], 1, 1);

    public async Task<IActionResult> OnGet(Guid? id, string? act, int trang = 1)
    {
        if (act == "tep.pdf" && id is { } issued)
        {
            return Download(await Ask(new ReadIssuedFile(issued, IssuedFileKind.Sealed)));
        }

        Copies = await Ask(new ReadIncoming(id, trang));
        return Page();
    }

    public Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid issuedId) => act == "mo"
        ? Act(new OpenDispatch(commandId, id), _ => $"/van-ban-den/{issuedId}/tep.pdf", () => OnGet(null, null))
        : Act(new AcknowledgeDispatch(commandId, id), _ => "/van-ban-den", () => OnGet(null, null));
}
