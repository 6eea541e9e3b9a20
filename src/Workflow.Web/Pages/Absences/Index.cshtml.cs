using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Absences;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Absences;

/// <summary>Who is away and who does the work meanwhile.</summary>
public sealed class AbsencesModel : WorkflowPage
{
    public AbsencesView? View { get; private set; }

    public async Task<IActionResult> OnGet(string? act)
    {
        View = await Ask(new ReadAbsences());
        return act is null or "ghi" or "bo" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, AbsenceForm form)
    {
        ICommand? command = act switch
        {
            "ghi" => new RecordAbsence(commandId, form.PersonId, form.SubstituteId, form.From ?? default, form.To ?? default, form.Why ?? ""),
            "bo" => new WithdrawAbsence(commandId, form.AbsenceId),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/vang-mat", () => OnGet(act));
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record AbsenceForm(Guid? PersonId, Guid SubstituteId, DateOnly? From, DateOnly? To, string? Why, Guid AbsenceId);
