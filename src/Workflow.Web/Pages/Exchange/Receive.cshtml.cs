using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>A package from a file: looked through first, then taken as it was shown.</summary>
[RequestSizeLimit(IncomingWords.LargestPackage + Around)]
[RequestFormLimits(MultipartBodyLengthLimit = IncomingWords.LargestPackage + Around)]
public sealed class ReceiveModel : WorkflowPage
{
    // What a form adds around a file.
    private const long Around = 1_000_000;

    public StagedPackageView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid? id, string? act) => act is not null ? NotFound() : await Show(id) is NotFoundResult ? Redirect("/van-ban/nhan-goi") : Page();

    public async Task<IActionResult> OnPost([FromRoute] Guid? id, [FromRoute] string? act, Guid commandId, string? hash, IFormFile? file)
    {
        ICommand? command = (id, act) switch
        {
            (null, null) => new StagePackage(commandId, file?.FileName ?? "", await Upload.Bytes(file)),
            ({ } staged, "nhan") => new TakePackage(commandId, staged, hash ?? ""),
            ({ } staged, "bo") => new ForgetPackage(commandId, staged),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, answer => act switch { null => $"/van-ban/nhan-goi/{answer.Id}", "nhan" => "/van-ban/den", _ => "/van-ban/nhan-goi" }, () => Show(id));
    }

    private async Task<IActionResult> Show(Guid? id)
    {
        View = await Ask(new ReadStagedPackage(id ?? Guid.Empty));
        return id is not null && View is null ? NotFound() : Page();
    }
}
