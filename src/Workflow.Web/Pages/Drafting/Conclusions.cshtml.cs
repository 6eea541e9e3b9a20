using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>What meetings concluded on a draft, and whether each point is found again in it.</summary>
public sealed class ConclusionsModel : WorkflowPage
{
    public ConclusionsView? View { get; private set; }

    /// <summary>The point whose form is open.</summary>
    public Guid? Checking { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act, Guid? noidung = null, Guid? cua = null)
    {
        if (PaperName.Read(act) is ("bang-doi-soat", var format))
        {
            return Download(await Ask(new ReadReconciliationPaper(id, cua, format)));
        }

        Checking = noidung;
        View = await Ask(new ReadConclusions(id, noidung));
        return View is null || act is not (null or "ghi" or "doi-soat" or "rut") ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, ConclusionForm form)
    {
        ICommand? command = act switch
        {
            "ghi" => new RecordConclusion(form.CommandId, id, form.Hash ?? "", form.Source, form.Day ?? default, form.Reference ?? "", form.Points ?? ""),
            "doi-soat" => new CheckPoint(form.CommandId, form.PointId, form.Hash ?? "", form.ClauseId ?? "", form.Met, form.Result ?? ""),
            "rut" => new WithdrawConclusion(form.CommandId, form.ConclusionId, form.Reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/du-thao/{id}/ket-luan{(act == "doi-soat" ? $"#n-{form.PointId}" : "")}", () => OnGet(id, act, act == "doi-soat" ? form.PointId : null));
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record ConclusionForm(Guid CommandId, string? Hash, ConclusionSource Source, DateOnly? Day, string? Reference, string? Points, Guid PointId, string? ClauseId, bool Met, string? Result, Guid ConclusionId, string? Reason);
