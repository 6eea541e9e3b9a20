using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Register;

/// <summary>Books and numbers of the outgoing register.</summary>
public sealed class BooksModel : WorkflowPage
{
    public BooksView? View { get; private set; }

    /// <param name="so">The book to print.</param>
    public async Task<IActionResult> OnGet(string? act, Guid so)
    {
        if (PaperName.Read(act) is ("so-van-ban-di", var format))
        {
            return Download(await Ask(new ReadBookPaper(so, format)));
        }

        return act is null ? await Show() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, BookForm form)
    {
        ICommand? command = act switch
        {
            "giu-so" => new ReserveNumber(commandId, form.TypeKey ?? "", form.Purpose ?? ""),
            "ghi-ban-giay" => new RegisterPaper(commandId, form.EntryId, form.Day, form.Subject ?? "", form.Signer ?? "", form.Recipients ?? ""),
            "huy-so" => new VoidNumber(commandId, form.EntryId, form.Reason ?? ""),
            "ghi-van-ban-mat" => new RegisterOutside(commandId, form.TypeKey ?? "", form.Day, form.Level ?? ""),
            "mo-nhiem-ky" => new OpenTerm(commandId, form.Ordinal ?? "", form.Years ?? "", form.From),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/van-ban/so", Show);
    }

    private async Task<IActionResult> Show()
    {
        View = await Ask(new ReadBooks());
        return Page();
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record BookForm(Guid EntryId, string? TypeKey, string? Purpose, DateOnly? Day, string? Subject, string? Signer, string? Recipients, string? Reason, string? Level, string? Ordinal, string? Years, DateOnly? From);
