using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.FollowUp;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.FollowUp;

/// <summary>Targets and reporting duties that were confirmed, each list on its own tab.</summary>
public sealed class FollowUpModel : WorkflowPage
{
    public bool ShowsDuties { get; private set; }

    public Paged<TargetRow> Targets { get; private set; } = new([], 1, 1);

    public Paged<DutyRow> Duties { get; private set; } = new([], 1, 1);

    public async Task<IActionResult> OnGet(string? act, int trang = 1)
    {
        switch (act)
        {
            case null:
                Targets = await Ask(new ReadTargets(trang));
                return Page();
            case "bao-cao":
                (ShowsDuties, Duties) = (true, await Ask(new ReadDuties(trang)));
                return Page();
            case "chi-tieu.xlsx":
                return Download(await Ask(new ReadTargetsSheet()));
            default:
                return NotFound();
        }
    }
}
