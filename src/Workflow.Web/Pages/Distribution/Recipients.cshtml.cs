using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>To whom a document goes: mend what is unclear, choose ways, send further copies; where each copy is.</summary>
public sealed class RecipientsModel : WorkflowPage
{
    public const int Size = 50;

    public RecipientsView? View { get; private set; }

    public int Trang { get; private set; } = 1;

    public int Pages => Math.Max(1, (View!.Rows.Count + Size - 1) / Size);

    public async Task<IActionResult> OnGet(Guid id, string? act, int trang = 1)
    {
        View = act is null ? await Ask(new ReadRecipients(id)) : null;
        if (View is null)
        {
            return NotFound();
        }

        Trang = Math.Clamp(trang, 1, Pages);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid unitId, string? line, string? purpose, DispatchChannel channel, Guid[] unitIds, string? reason)
    {
        ICommand? command = act switch
        {
            "chon-don-vi" => new ChooseRecipient(commandId, id, unitId, line ?? "", purpose ?? "", channel),
            "gui-bo-sung" => new SendSupplement(commandId, id, unitIds, purpose ?? "", reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/van-ban/{id}/noi-nhan", () => OnGet(id, null));
    }
}
