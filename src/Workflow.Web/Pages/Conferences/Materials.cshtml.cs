using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Domain;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>The materials of a session, one item's text, or its file. Who was summoned and opens one is noted.</summary>
public sealed class MaterialsModel : WorkflowPage
{
    public MaterialsView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? what, int trang = 1)
    {
        if (PaperName.Read(what) is var (name, format))
        {
            var file = format == PaperFormat.Word && Guid.TryParse(name, out var asked) ? await Ask(new ReadMaterialPaper(id, asked)) : null;
            if (file is not null)
            {
                await Keep(new NoteOpening(Guid.CreateVersion7(), Guid.Parse(name)));
            }

            return Download(file);
        }

        var item = Guid.TryParse(what, out var one) ? one : (Guid?)null;
        View = what is not null && item is null ? null : await Ask(new ReadMaterials(id, item, trang));
        if (View is null)
        {
            return NotFound();
        }

        if (item is { } opened)
        {
            await Keep(new NoteOpening(Guid.CreateVersion7(), opened));
        }

        return Page();
    }
}
