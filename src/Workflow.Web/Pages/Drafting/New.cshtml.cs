using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Drafting;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>A new draft from a file: the file is looked through first.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class NewDraftModel : WorkflowPage
{
    public string Body { get; private set; } = "Ủy ban nhân dân xã";

    public string Note { get; private set; } = "";

    /// <param name="tep">A file that was looked through and left: what was typed with it comes back.</param>
    public async Task OnGet(Guid? tep)
    {
        if (tep is { } id && await Ask(new ReadUpload(id, TrackedChanges.Accept)) is { } before)
        {
            (Body, Note) = (before.DraftingBody, before.Note);
        }
    }

    public async Task<IActionResult> OnPost(Guid commandId, string? body, string? note, IFormFile? file) => await Act(
        new StageUpload(commandId, null, "", body ?? "", note ?? "", file?.FileName ?? "", await Upload.Bytes(file)),
        answer => $"/du-thao/xem-truoc/{answer.Id}",
        () => Task.FromResult<IActionResult>(Page()));
}
