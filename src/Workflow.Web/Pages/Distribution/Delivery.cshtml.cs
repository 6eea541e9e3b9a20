using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>How copies go to each unit, and units' mail addresses.</summary>
public sealed class DeliveryModel : WorkflowPage
{
    public Paged<UnitDeliveryRow> Units { get; private set; } = new([], 1, 1);

    public string Tim { get; private set; } = "";

    public async Task<IActionResult> OnGet(string? act, string? tim, int trang = 1)
    {
        (Tim, Units) = (tim ?? "", await Ask(new ReadUnitDelivery(tim ?? "", trang)));
        return act is null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid unitId, DispatchChannel channel, string? mailAddress)
    {
        ICommand? command = act switch { "luu-cach-gui" => new SetUnitDelivery(commandId, unitId, channel, mailAddress ?? ""), _ => null };
        return command is null ? NotFound() : await Act(command, _ => "/van-ban/nhan/cach-gui", () => OnGet(null, null));
    }
}
