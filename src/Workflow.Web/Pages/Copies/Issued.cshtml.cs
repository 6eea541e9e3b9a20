using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Copying;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Copies;

/// <summary>Copies of one of our documents: the whole, or parts of it.</summary>
public sealed class CopyIssuedModel : WorkflowPage
{
    public CopyableView? View { get; private set; }

    public CopiesView? Copies { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act = null, int trang = 1)
    {
        View = act is null or "ky-sao" ? await Ask(new ReadCopyable(id)) : null;
        Copies = View is null ? null : await Ask(new ReadCopies(id, trang));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, string? kind, List<string>? parts, string? recipients) => act == "ky-sao"
        ? await Act(new CopyIssued(commandId, id, kind == "trich-sao" ? parts ?? [] : null, recipients ?? ""), _ => $"/van-ban/{id}/sao", () => OnGet(id))
        : NotFound();
}
