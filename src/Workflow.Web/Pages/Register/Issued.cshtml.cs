using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.FollowUp;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain.Issuing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Register;

/// <summary>An issued document: files, receipts, targets, history.</summary>
public sealed class IssuedModel : WorkflowPage
{
    public IssuedView? View { get; private set; }

    /// <summary>A picture of the address at which whoever holds a copy sees what it is.</summary>
    public string Qr(string sha256) => HttpContext.RequestServices.GetRequiredService<IQrCode>().DataUri($"{Request.Scheme}://{Request.Host}/kiem-tra-van-ban/{sha256}");

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        IssuedFileKind? kind = act switch { "ban-chinh.pdf" => IssuedFileKind.Sealed, "ban-da-ky.pdf" => IssuedFileKind.Signed, "ban-word.docx" => IssuedFileKind.Word, "ban-dai-han.pdf" => IssuedFileKind.LongTerm, _ => null };
        if (kind is { } file)
        {
            return Download(await Ask(new ReadIssuedFile(id, file)));
        }

        View = await Ask(new ReadIssued(id));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, int[] targets, int[] duties)
    {
        ICommand? command = act switch
        {
            "xac-nhan" => new ConfirmFollowUp(commandId, id, targets, duties),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/van-ban/{id}", () => OnGet(id, null));
    }
}
