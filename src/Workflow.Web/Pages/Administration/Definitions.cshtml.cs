using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>Stored definitions and how many cases are on each.</summary>
public sealed class DefinitionsModel : WorkflowPage
{
    public IReadOnlyList<DefinitionRow> Definitions { get; private set; } = [];

    public async Task<IActionResult> OnGet(string? hash)
    {
        if (hash is not null)
        {
            return Download(await Ask(new ReadDefinitionFile(hash)));
        }

        Definitions = await Ask(new ReadDefinitions());
        return Page();
    }
}
