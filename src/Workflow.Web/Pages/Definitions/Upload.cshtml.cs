using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Definitions;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Definitions;

/// <summary>A file or a pasted text becomes a drawing; nothing is deployed by that.</summary>
[RequestSizeLimit(DefinitionUpload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = DefinitionUpload.Largest, ValueLengthLimit = DefinitionUpload.Largest, BufferBodyLengthLimit = DefinitionUpload.Largest)]
public sealed class UploadModel : WorkflowPage
{
    public async Task OnGet() => await Ask(new ReadDrawings());

    public async Task<IActionResult> OnPost(Guid commandId, IFormFile? file, string? text) => await Act(
        new StartDrawing(commandId, await Drafting.Upload.Bytes(file), text ?? "", ""), answer => $"/quan-tri/quy-trinh/nhap?ban={answer.Id}", () => Task.FromResult<IActionResult>(Page()));
}
