using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Register;

/// <summary>An older register from a spreadsheet: looked through first, then taken over as a whole.</summary>
[RequestSizeLimit(Upload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Upload.Largest)]
public sealed class ImportModel : WorkflowPage
{
    public StagedRegisterView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid? id, string? act)
    {
        if (act is not null)
        {
            return NotFound();
        }

        return await Show(id) is NotFoundResult ? Redirect("/van-ban/nhap-so") : Page();
    }

    public async Task<IActionResult> OnPost(Guid? id, string? act, Guid commandId, string? hash, IFormFile? file)
    {
        ICommand? command = (id, act) switch
        {
            (null, null) => new StageRegister(commandId, file?.FileName ?? "", await Upload.Bytes(file)),
            ({ } staged, "nhap") => new ImportRegister(commandId, staged, hash ?? ""),
            ({ } staged, "bo") => new ForgetRegister(commandId, staged),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, answer => act switch { null => $"/van-ban/nhap-so/{answer.Id}", "nhap" => "/van-ban", _ => "/van-ban/nhap-so" }, () => Show(id));
    }

    private async Task<IActionResult> Show(Guid? id)
    {
        View = await Ask(new ReadStagedRegister(id ?? Guid.Empty));
        return id is not null && View is null ? NotFound() : Page();
    }
}
