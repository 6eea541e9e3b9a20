using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Messages;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Messages;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Messages;

/// <summary>How I want to be told what waits.</summary>
public sealed class MineModel : WorkflowPage
{
    public MyMessages? Mine { get; private set; }

    public async Task<IActionResult> OnGet(string? act)
    {
        Mine = await Ask(new ReadMyMessages());
        return act is null or "luu-cach-nhan" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, MessageMode? mode, string? address)
    {
        ICommand? command = act switch
        {
            "luu-cach-nhan" => new SetMyMessages(commandId, mode ?? (MessageMode)(-1), address ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/nhac-viec", () => OnGet(act));
    }
}
