using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>Packages and status messages that went out and came in.</summary>
public sealed class MessagesModel : WorkflowPage
{
    public Paged<MessageRow> Messages { get; private set; } = new([], 1, 1);

    public async Task<IActionResult> OnGet(Guid? id, string? act, int trang = 1)
    {
        if (id is not null)
        {
            return act == "tai-ve" ? Download(await Ask(new ReadMessageFile(id.Value))) : NotFound();
        }

        Messages = await Ask(new ReadMessages(trang));
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid? id, string? act, Guid commandId) => id is { } message && act == "gui-lai"
        ? await Act(new RetryMessage(commandId, message), _ => "/van-ban/goi", () => OnGet(null, null))
        : NotFound();
}
