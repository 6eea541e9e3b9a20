using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Messages;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Messages;

/// <summary>How messages leave, and what did not.</summary>
public sealed class MailsModel : WorkflowPage
{
    public MailsView? View { get; private set; }

    public async Task<IActionResult> OnGet(string? act)
    {
        View = await Ask(new ReadMails());
        return act is null or "gui-lai" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid id)
    {
        ICommand? command = act switch
        {
            "gui-lai" => new RetryMail(commandId, id),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/quan-tri/thu-di", () => OnGet(act));
    }
}
