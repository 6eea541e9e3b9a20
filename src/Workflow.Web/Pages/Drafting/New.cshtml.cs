using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Drafting;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>A new draft from a file, which is looked through first, or from a template, which is written on the page.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class NewDraftModel : WorkflowPage
{
    public string Body { get; private set; } = "Ủy ban nhân dân xã";

    public string Note { get; private set; } = "";

    public IReadOnlyList<TemplateChoice> Templates { get; private set; } = [];

    /// <param name="tep">A file that was looked through and left: what was typed with it comes back.</param>
    public async Task<IActionResult> OnGet(string? act, Guid? tep)
    {
        if (act is not null)
        {
            return NotFound();
        }

        Templates = await Ask(new ReadTemplates());
        if (tep is { } id && await Ask(new ReadUpload(id, TrackedChanges.Accept)) is { } before)
        {
            (Body, Note) = (before.DraftingBody, before.Note);
        }

        return Page();
    }

    public async Task<IActionResult> OnPost([FromRoute] string? act, Guid commandId, string? body, string? note, string? template, string? subject, IFormFile? file) => act switch
    {
        null => await Act(new StageUpload(commandId, null, "", body ?? "", note ?? "", file?.FileName ?? "", await Upload.Bytes(file)), answer => $"/du-thao/xem-truoc/{answer.Id}", () => OnGet(null, null)),
        "theo-mau" => await Act(new StartFromTemplate(commandId, template ?? "", subject ?? "", body ?? "", note ?? ""), answer => $"/du-thao/{answer.Id}/soan", () => OnGet(null, null)),
        _ => NotFound(),
    };
}
