using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conclusions;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Review;

/// <summary>Where the office sends a draft to the body that the process asks, and where it records what that body concluded.</summary>
public sealed class StepModel : WorkflowPage
{
    public StepView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadStep(id));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, StepForm form)
    {
        ICommand? command = act switch
        {
            "gui-co-quan" => new OpenStepRound(form.CommandId, id, form.Hash ?? "", form.Question ?? "", form.ClosesOn, form.ClosesAt, form.Shown),
            "tra-lai-chinh-sua" => new ReturnFromOpening(form.CommandId, id, form.Reason ?? ""),
            "ket-luan-dot" => new ConcludeRound(form.CommandId, id, form.RoundId, form.Outcome, form.Day, form.Reference ?? "", form.Points ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/du-thao/{id}/van-ban", () => OnGet(id));
    }
}

/// <summary>The forms of the page.</summary>
public sealed class StepForm
{
    public Guid CommandId { get; set; }

    public string? Hash { get; set; }

    public string? Question { get; set; }

    public DateOnly ClosesOn { get; set; }

    public TimeOnly ClosesAt { get; set; } = new(17, 0);

    public AnswersShown Shown { get; set; }

    public string? Reason { get; set; }

    public Guid RoundId { get; set; }

    /// <summary>Without a choice a value that no conclusion has.</summary>
    public ConclusionOutcome Outcome { get; set; } = (ConclusionOutcome)(-1);

    public DateOnly Day { get; set; }

    public string? Reference { get; set; }

    public string? Points { get; set; }
}
