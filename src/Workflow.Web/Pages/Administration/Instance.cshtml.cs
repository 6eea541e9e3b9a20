using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>One case, for operators: where it stands, why, and what can be done about it.</summary>
public sealed class InstanceModel : WorkflowPage
{
    public InstanceView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadInstance(id));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid messageId, string? outcome, string? reason)
    {
        ICommand? command = act switch
        {
            "thu-lai" => new RetryIncident(commandId, messageId),
            "tra-loi-thay" => new AnswerIncident(commandId, messageId, outcome ?? "", reason ?? ""),
            "tam-dung" => new SuspendInstance(commandId, id, reason ?? ""),
            "tiep-tuc" => new ResumeInstance(commandId, id),
            "dung" => new CancelInstance(commandId, id, reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/quan-tri/ho-so/{id}", () => OnGet(id));
    }
}
