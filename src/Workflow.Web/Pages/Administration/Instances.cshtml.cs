using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>Cases, for operators.</summary>
public sealed class InstancesModel : WorkflowPage
{
    public string Loc { get; private set; } = "";

    public InstanceFilter Filter => Loc switch { "su-co" => InstanceFilter.WithIncident, "da-xong" => InstanceFilter.Ended, "tat-ca" => InstanceFilter.All, _ => InstanceFilter.Running };

    public Paged<InstanceRow> Cases { get; private set; } = new([], 1, 1);

    public async Task OnGet(string? loc, int trang = 1)
    {
        Loc = loc ?? "";
        Cases = await Ask(new ReadInstances(Filter, trang));
    }
}
