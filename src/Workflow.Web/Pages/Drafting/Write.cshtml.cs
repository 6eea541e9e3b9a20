using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>Where a text is written. The last part of the address is what the script asks for, or the act.</summary>
[RequestSizeLimit(Largest)]
[RequestFormLimits(ValueLengthLimit = Largest, BufferBodyLengthLimit = Largest)]
public sealed class WriteModel(ModelerFiles bundles) : WorkflowPage
{
    // A form's encoding makes up to nine bytes of a letter.
    private const int Largest = 9 * EditedText.MaxLength;

    public TextDraftView? View { get; private set; }

    public TextDraftComparison? Comparison { get; private set; }

    /// <summary>The editor's script and style; null where it was not installed.</summary>
    public ModelerFiles.Addresses? Files { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act = null)
    {
        if (act == "nguoi-khac")
        {
            return await Ask(new ReadOtherWriters(id)) is { } now ? Content($$"""{"current":"{{now.CurrentHash}}","others":{{Json(now.Writers)}}}""", "application/json") : NotFound();
        }

        if (act == "ban-soan-do.docx")
        {
            return Download(await Ask(new ReadTextDraftPaper(id)));
        }

        View = await Ask(new ReadTextDraft(id));
        if (View is null || act is not (null or "nguon" or "doi-chieu"))
        {
            return NotFound();
        }

        if (act == "nguon")
        {
            return Content($$"""{"revision":{{View.Revision}},"base":"{{View.BaseHash}}","text":{{View.Content}},"others":{{Json(View.Others)}}}""", "application/json");
        }

        Files = bundles.Find("editor");
        Comparison = act is null ? null : await Ask(new ReadTextDraftComparison(id));
        return act is not null && Comparison is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string act, Guid commandId, int revision, string? hash, string? text, string? note)
    {
        ICommand? command = act switch
        {
            "luu-tam" => new SaveTextDraft(commandId, id, hash ?? "", revision, text ?? ""),
            "thanh-ban-moi" => new PublishTextDraft(commandId, id, revision, note ?? ""),
            "bo-ban-soan" => new DropTextDraft(commandId, id, revision),
            "lay-nen-moi" => new RebaseTextDraft(commandId, id, revision, hash ?? "", Chosen("toi"), Chosen("moi")),
            _ => null,
        };
        return command is SaveTextDraft save ? await Save(save)
            : command is null ? NotFound() : await Act(command, _ => act switch { "lay-nen-moi" => $"/du-thao/{id}/soan", "thanh-ban-moi" => $"/du-thao/{id}/thay-doi", _ => $"/du-thao/{id}" }, () => OnGet(id, act == "lay-nen-moi" ? "doi-chieu" : null));
    }

    // At each place a field of its own, named by its number: "toi c12" or "moi c12".
    private List<string> Chosen(string side) => [.. Request.Form.Where(field => field.Key.StartsWith("chon-", StringComparison.Ordinal)).Select(field => field.Value.ToString()).Where(value => value.StartsWith(side + " ", StringComparison.Ordinal)).Select(value => value[(side.Length + 1)..])];

    // The text saves itself every few seconds: it wants an answer, not a page.
    private async Task<IActionResult> Save(SaveTextDraft command)
    {
        var answer = await Ask(command);
        if (answer.Refusal is { } refusal)
        {
            return new JsonResult(new { refusal.Code, refusal.Text }) { StatusCode = refusal.Code switch { "auth.not-allowed" => 403, "draft.not-found" => 404, _ => 422 } };
        }

        var view = await Ask(new ReadTextDraft(command.DraftId));
        return Content($$"""{"revision":{{view!.Revision}},"isStale":{{(view.IsStale ? "true" : "false")}},"others":{{Json(view.Others)}}}""", "application/json");
    }

    private static string Json(IEnumerable<OtherWriter> others) =>
        System.Text.Json.JsonSerializer.Serialize(others.Select(other => new { other.Name, At = Vn.Moment(other.At), Hour = Vn.Hour(other.At), Clauses = other.ClauseIds }), System.Text.Json.JsonSerializerOptions.Web);
}
