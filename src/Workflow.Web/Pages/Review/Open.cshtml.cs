using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;
using RoundFormView = Workflow.Activities.Review.RoundForm;

namespace Workflow.Web.Pages.Review;

/// <summary>Where the office opens a round beside the step of the process.</summary>
public sealed class OpenModel : WorkflowPage
{
    public RoundFormView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadRoundForm(id));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, OpenForm form)
    {
        ICommand? command = act switch
        {
            "mo" => new OpenRound(form.CommandId, id, form.Hash ?? "", form.Purpose, form.Body, form.People, form.Question ?? "", form.ClosesOn, form.ClosesAt, form.Shown, form.NotPersonnel),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, answer => $"/du-thao/{answer.Id}", () => OnGet(id));
    }
}

/// <summary>The form.</summary>
public sealed class OpenForm
{
    public Guid CommandId { get; set; }

    public string? Hash { get; set; }

    public RoundPurpose Purpose { get; set; }

    public BodyKind? Body { get; set; }

    public List<Guid> People { get; set; } = [];

    public string? Question { get; set; }

    public DateOnly ClosesOn { get; set; }

    public TimeOnly ClosesAt { get; set; } = new(17, 0);

    public AnswersShown Shown { get; set; }

    public bool NotPersonnel { get; set; }
}
