using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>A case onto another version of its definition: tried by looking, done by sending.</summary>
public sealed class MigrateModel : WorkflowPage
{
    public Guid Id { get; private set; }

    public MigrationView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? den, string[] tu, string[] toi)
    {
        Id = id;
        View = await Ask(new ReadMigration(id, den ?? "", Chosen(tu, toi)));
        return View is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPost(Guid id, Guid commandId, string? den, string[] tu, string[] toi, string? reason) =>
        Act(new MigrateInstance(commandId, id, den ?? "", Chosen(tu, toi), reason ?? ""), _ => $"/quan-tri/ho-so/{id}", () => OnGet(id, den, tu, toi));

    private static Dictionary<string, string> Chosen(string[] from, string[] to) =>
        from.Zip(to).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second ?? "");
}
