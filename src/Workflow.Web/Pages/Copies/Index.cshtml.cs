using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Copying;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Copies;

/// <summary>The book of copies; copies of documents that came from other bodies; the file of one.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class CopiesModel : WorkflowPage
{
    public CopiesView? View { get; private set; }

    public async Task<IActionResult> OnGet(string? act = null, string? paper = null, int trang = 1)
    {
        if (paper is not null)
        {
            return paper == "ban-sao.pdf" && Guid.TryParse(act, out var id) ? Download(await Ask(new ReadCopyFile(id))) : NotFound();
        }

        View = act is null or "ky-sao-luc" ? await Ask(new ReadCopies(null, trang)) : null;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, IFormFile? file, string? number, string? issuer, DateOnly? date, string? subject, string? recipients, bool compared) => act == "ky-sao-luc"
        ? await Act(new CopyReceived(commandId, await Upload.Bytes(file), number ?? "", issuer ?? "", date ?? default, subject ?? "", recipients ?? "", compared), _ => "/van-ban/ban-sao", () => OnGet())
        : NotFound();
}
