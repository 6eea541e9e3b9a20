using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.InForce;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.InForce;

/// <summary>What became of a document: errata, changes by other documents, its end, its recall.</summary>
public sealed class StandingDeskModel : WorkflowPage
{
    public StandingDeskView? View { get; private set; }

    /// <summary>The form that was sent and refused, or null.</summary>
    public string? Sent { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        View = await Ask(new ReadStandingDesk(id));
        Sent = Problem is null ? null : act;
        return View is null || act is not (null or "dinh-chinh" or "sua-doi" or "thu-hoi" or "het-han" or "bo-ghi") ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, StandingForm form)
    {
        var by = new AmendingForm(form.By, form.Symbol ?? "", form.Date, form.Issuer ?? "");
        ICommand? command = act switch
        {
            "dinh-chinh" => new RecordErratum(commandId, id, form.Symbol ?? "", form.Date, form.Part ?? "", form.Reads ?? "", form.ShouldRead ?? ""),
            "sua-doi" => new RecordChange(commandId, id, form.Kind, by, form.From, form.Part ?? ""),
            "thu-hoi" => new RecallDocument(commandId, id, by, form.Reason ?? ""),
            "het-han" => new RecordExpiry(commandId, id, form.From, form.Reason ?? ""),
            "bo-ghi" => new TakeBackStanding(commandId, id, form.NoteId, form.Reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/van-ban/{id}/hieu-luc", () => OnGet(id, act));
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record StandingForm(StandingKind Kind, AmendingBody By, string? Symbol, DateOnly? Date, string? Issuer, DateOnly? From, string? Part, string? Reads, string? ShouldRead, string? Reason, Guid NoteId);
