using Workflow.Activities.Tasks;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Tasks;

/// <summary>Tasks that nobody can do today.</summary>
public sealed class StuckModel : WorkflowPage
{
    public IReadOnlyList<StuckRow> Rows { get; private set; } = [];

    public async Task OnGet() => Rows = await Ask(new ReadStuckTasks());
}
