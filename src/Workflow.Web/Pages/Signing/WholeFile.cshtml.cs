using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Signing;

/// <summary>Gives a file out to be signed by the program on the signer's own machine, and takes it back.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class WholeFileModel : WorkflowPage
{
    public PinnedView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act = null)
    {
        View = act is null ? await Ask(new ReadPinned(id)) : null;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, string? hash, Guid pinnedId, IFormFile? file)
    {
        ICommand? command = act switch
        {
            "chot-tep-ky" => new PinForSigning(commandId, id, hash ?? ""),
            "chot-tep-dau" => new PinForSealing(commandId, id),
            "nop-tep-ky" => new AcceptSignedFile(commandId, id, pinnedId, await Upload.Bytes(file)),
            "nop-tep-dau" => new AcceptSealedFile(commandId, id, pinnedId, await Upload.Bytes(file)),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => act is "chot-tep-ky" or "chot-tep-dau" ? $"/du-thao/{id}/ky-tep" : $"/du-thao/{id}", () => OnGet(id));
    }
}
