using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Drafting;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>A new draft from a file.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class NewDraftModel : WorkflowPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost(Guid commandId, string? body, string? note, IFormFile? file, TrackedChanges tracked) => await Act(
        new StartDraft(commandId, body ?? "", note ?? "", file?.FileName ?? "", await Upload.Bytes(file), tracked),
        answer => $"/du-thao/{answer.Id}",
        () => Task.FromResult<IActionResult>(Page()));
}

/// <summary>Uploads.</summary>
internal static class Upload
{
    public const long Largest = 32_000_000;

    public static async Task<byte[]> Bytes(IFormFile? file)
    {
        if (file is null)
        {
            return [];
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }
}
