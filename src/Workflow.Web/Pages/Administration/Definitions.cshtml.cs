using Workflow.Activities.Administration;
using Workflow.Activities.Definitions;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>Stored versions, drawings on their way there, and the way to bring in a file.</summary>
public sealed class DefinitionsModel : WorkflowPage
{
    public DefinitionList Definitions { get; private set; } = new([], [], null);

    public IReadOnlyList<DrawingRow> Drawings { get; private set; } = [];

    public bool IsFirst { get; private set; }

    public async Task OnGet(Guid? sau)
    {
        IsFirst = sau is null;
        Definitions = await Ask(new ReadDefinitions(sau));
        Drawings = IsFirst ? await Ask(new ReadDrawings()) : [];
    }
}
