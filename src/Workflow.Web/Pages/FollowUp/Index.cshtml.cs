using Workflow.Activities.Register;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.FollowUp;

/// <summary>Targets and reporting duties that were confirmed.</summary>
public sealed class FollowUpModel : WorkflowPage
{
    public FollowUpView View { get; private set; } = new([], []);

    public async Task OnGet() => View = await Ask(new ReadFollowUp());
}
