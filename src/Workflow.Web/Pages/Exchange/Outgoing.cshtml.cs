using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>The packages of one issued document.</summary>
public sealed class OutgoingModel : WorkflowPage
{
    public OutgoingView? View { get; private set; }

    public Paged<MessageRow> Messages { get; private set; } = new([], 1, 1);

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        View = act is null ? await Ask(new ReadOutgoing(id)) : null;
        if (View is null)
        {
            return NotFound();
        }

        Messages = await Ask(new ReadMessages(1, id));
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid partnerId) => act == "lap-goi"
        ? await Act(new SendByExchange(commandId, id, partnerId), _ => $"/van-ban/{id}/lien-thong", () => OnGet(id, null))
        : NotFound();
}
