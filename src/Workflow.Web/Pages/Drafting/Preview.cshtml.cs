using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>What was understood of a file, before anything of it is stored.</summary>
public sealed class PreviewModel : WorkflowPage
{
    public UploadView? View { get; private set; }

    public TrackedChanges Tracked { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, TrackedChanges tracked)
    {
        var page = await Show(id, tracked);
        return View switch
        {
            // The file was left for another one: back to the form, which knows what was typed.
            { Reading: null, Problem: null, DraftId: null } => Redirect($"/du-thao/moi?tep={id}"),
            { Reading: null, Problem: null, DraftId: { } draft } => Redirect($"/du-thao/{draft}/ho-so?tep={id}"),
            _ => page,
        };
    }

    public async Task<IActionResult> OnPost(Guid id, string act, Guid commandId, string? hash, TrackedChanges tracked)
    {
        ICommand? command = act switch
        {
            "lap" => new StartDraft(commandId, id, hash ?? "", tracked),
            "luu" => new AddVersion(commandId, id, hash ?? "", tracked),
            "bo" => new ForgetUpload(commandId, id),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, answer => act == "bo" ? $"/du-thao/xem-truoc/{id}" : $"/du-thao/{answer.Id}", () => Show(id, tracked));
    }

    private async Task<IActionResult> Show(Guid id, TrackedChanges tracked)
    {
        (View, Tracked) = (await Ask(new ReadUpload(id, tracked)), tracked);
        return View is null ? NotFound() : Page();
    }
}
