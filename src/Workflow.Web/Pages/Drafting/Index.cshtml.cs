using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>The list of drafts.</summary>
public sealed class DraftsModel : WorkflowPage
{
    public string Tim { get; private set; } = "";

    public Paged<DraftRow> Drafts { get; private set; } = new([], 1, 1);

    public async Task OnGet(string? tim, int trang = 1) => (Tim, Drafts) = (tim ?? "", await Ask(new ReadDrafts(tim ?? "", trang)));
}
