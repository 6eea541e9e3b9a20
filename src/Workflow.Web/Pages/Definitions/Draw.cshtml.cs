using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Definitions;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Definitions;

/// <summary>Where processes are drawn.</summary>
[RequestSizeLimit(DefinitionUpload.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = DefinitionUpload.Largest, ValueLengthLimit = DefinitionUpload.Largest, BufferBodyLengthLimit = DefinitionUpload.Largest)]
public sealed class DrawModel(ModelerFiles modeler) : WorkflowPage
{
    public DrawingView? View { get; private set; }

    /// <summary>The modeler's script and style; null where it was not installed.</summary>
    public ModelerFiles.Addresses? Files { get; private set; }

    public async Task<IActionResult> OnGet(Guid ban, string? act = null)
    {
        var vocabulary = await Ask(new ReadVocabulary());
        View = ban == Guid.Empty ? null : await Ask(new ReadDrawing(ban));
        if (View is null && (ban != Guid.Empty || act is not null))
        {
            return NotFound();
        }

        Files = modeler.Find("modeler");
        return act switch
        {
            null => Page(),
            "tep" => Source(View!, vocabulary),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid ban, int revision, string? text) => act switch
    {
        "ban-moi" => await Act(new StartDrawing(commandId, null, "", ""), answer => $"/quan-tri/quy-trinh/ve?ban={answer.Id}", () => OnGet(Guid.Empty)),
        "luu-ban-ve" => await Save(new SaveDrawing(commandId, ban, revision, text ?? "")),
        "kiem-tra" => await Check(text ?? ""),
        _ => NotFound(),
    };

    private static JsonResult Source(DrawingView view, DrawingVocabulary vocabulary) => new(new { view.Id, view.Revision, Xml = ProcessDiagram.Drawn(view.Xml), Vocabulary = vocabulary });

    private async Task<IActionResult> Check(string text) => new JsonResult(await Ask(new CheckDrawing(text)));

    // The drawing saves itself every few seconds: it wants an answer, not a page.
    private async Task<IActionResult> Save(SaveDrawing command)
    {
        var answer = await Ask(command);
        if (answer.Refusal is { } refusal)
        {
            return new JsonResult(new { refusal.Code, refusal.Text }) { StatusCode = refusal.Code == "auth.not-allowed" ? 403 : 422 };
        }

        var saved = await Ask(new ReadDrawing(command.DrawingId));
        return new JsonResult(new { saved!.Revision, saved.Name, At = Vn.Moment(saved.SavedAt) });
    }
}
