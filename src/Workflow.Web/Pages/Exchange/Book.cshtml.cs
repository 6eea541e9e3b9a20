using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>The register of incoming documents.</summary>
public sealed class BookModel(Actor actor) : WorkflowPage
{
    private const string Waiting = "cho";

    public Paged<IncomingRow> Papers { get; private set; } = new([], 1, 1);

    public string Tim { get; private set; } = "";

    public string Loc { get; private set; } = "";

    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGet(string? act, string? tim, string? loc, int trang = 1)
    {
        if (act is not null)
        {
            return NotFound();
        }

        (Tim, Loc) = (tim ?? "", loc == Waiting ? Waiting : "");
        Papers = await Ask(new ReadIncomingBook(Tim, Loc == Waiting, trang));
        MayWrite = await actor.May<WriteInPaper>(HttpContext.RequestAborted);
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, string? sender, string? name, DateOnly? day, string? type, string? subject, string? signer) => act == "ghi-giay-den"
        ? await Act(new WriteInPaper(commandId, sender ?? "", name ?? "", day, type ?? "", subject ?? "", signer ?? ""), answer => $"/van-ban/den/{answer.Id}", () => OnGet(null, null, null))
        : NotFound();
}
