using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Lists;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Lists;

/// <summary>Documents by which citations are checked.</summary>
public sealed class DocumentsModel : WorkflowPage
{
    public ListedDocumentsView? View { get; private set; }

    /// <summary>The line that is being changed, or null.</summary>
    public string? Edited { get; private set; }

    public async Task<IActionResult> OnGet(string? act, string? sua = null)
    {
        Edited = sua ?? Typed("row");
        View = await Ask(new ReadListedDocuments());
        return act is null or "ghi-van-ban" or "bo-van-ban" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, DocumentForm form)
    {
        ICommand? command = act switch
        {
            "ghi-van-ban" => new RecordListedDocument(commandId, form.Symbol ?? "", form.Title ?? "", form.Issuer ?? "", form.Issued ?? "", form.EndsOn, form.ReplacedBy ?? "", form.Source ?? ""),
            "bo-van-ban" => new DropListedDocument(commandId, form.Symbol ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/theo-doi/danh-muc/van-ban", () => OnGet(act));
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record DocumentForm(string? Symbol, string? Title, string? Issuer, string? Issued, DateOnly? EndsOn, string? ReplacedBy, string? Source);
