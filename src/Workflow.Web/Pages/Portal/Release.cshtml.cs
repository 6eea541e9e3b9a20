using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Portal;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Portal;

/// <summary>What is looked at before a document is for everybody; putting it there, taking it back.</summary>
public sealed class ReleaseModel : WorkflowPage
{
    public ReleaseView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        View = await Ask(new ReadRelease(id));
        return View is null || act is not (null or "dang-cong" or "go-cong") ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, string? hash, string? reason, IReadOnlyList<FindingAnswer>? answers)
    {
        ICommand? command = act switch
        {
            "dang-cong" => new ReleaseToPortal(commandId, id, hash ?? "", answers ?? []),
            "go-cong" => new TakeBackRelease(commandId, id, reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => act == "go-cong" ? $"/van-ban/{id}/cong-thong-tin" : $"/van-ban/{id}", () => OnGet(id, act));
    }
}
