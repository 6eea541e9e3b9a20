using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Signing;

/// <summary>A text signed by hand: printed, scanned, compared page by page.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class PaperModel : WorkflowPage
{
    public PaperSigningView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act = null, int trang = 0)
    {
        PaperPart? part = act switch { "trang-in" => PaperPart.OurPage, "trang-quet" => PaperPart.Scan, _ when PaperName.Read(act) is ("ban-in", Domain.PaperFormat.Pdf) => PaperPart.Print, _ => null };
        if (part is { } wanted)
        {
            return await Ask(new ReadPaperPart(id, wanted, trang)) is { } file ? File(file.Content, file.ContentType) : NotFound();
        }

        View = act is null ? await Ask(new ReadPaperSigning(id)) : null;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, string? hash, Guid pinnedId, List<IFormFile> files, string? scanHash, List<int> compared)
    {
        ICommand? command = act switch
        {
            "chot-ban-in" => new PinForPaper(commandId, id, hash ?? ""),
            "nop-ban-quet" => new BringScan(commandId, id, pinnedId, await Task.WhenAll(files.Select(Upload.Bytes))),
            "xac-nhan-ban-quet" => new CertifyScan(commandId, id, pinnedId, scanHash ?? "", compared),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => act == "xac-nhan-ban-quet" ? $"/du-thao/{id}" : $"/du-thao/{id}/ky-giay", () => OnGet(id));
    }
}
