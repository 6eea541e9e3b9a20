using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>One copy as the office sees it: its story, what is written down for the unit, its cover sheet.</summary>
public sealed class OfficeCopyModel : WorkflowPage
{
    public OfficeCopy? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        View = act is null ? await Ask(new ReadCopy(id)) : null;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, string? how, string? arrival, DateOnly? bookedOn, DateOnly? heldOn, int? present, int? ofAll, string? note, int row, string? reason)
    {
        ICommand? command = act switch
        {
            "nhan-thay" => new AcknowledgeForUnit(commandId, id, how ?? "", arrival ?? "", bookedOn),
            "bao-cao-thay" => new ReportForUnit(commandId, id, heldOn, present, ofAll, note ?? ""),
            "cap-ma-phieu" => new RenewSheet(commandId, id),
            "rut-lai" => new TakeBackForUnit(commandId, id, row, reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/van-ban/nhan/ban/{id}", () => OnGet(id, null));
    }
}
