using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.CaseFiles;

/// <summary>Begins a matter by a process that the office drew.</summary>
public sealed class BeginModel : WorkflowPage
{
    public IReadOnlyList<StartableRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? act)
    {
        Rows = await Ask(new ReadStartable());
        return act is null or "bat-dau" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, string? processId, string? title)
    {
        ICommand? command = act switch
        {
            "bat-dau" => new BeginProcess(commandId, processId ?? "", title ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, answer => $"/ho-so/{answer.Id}", () => OnGet(act));
    }
}
