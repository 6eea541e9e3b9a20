using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>A document that came: its files, what their signatures say, and what becomes of it.</summary>
public sealed class PaperModel : WorkflowPage
{
    private const string FilePrefix = "tep-";

    public IncomingPaperView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        if (act is not null)
        {
            return act.StartsWith(FilePrefix, StringComparison.Ordinal) && int.TryParse(act.AsSpan(FilePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Download(await Ask(new ReadIncomingFile(id, number))) : NotFound();
        }

        View = await Ask(new ReadIncomingPaper(id));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, string? note, string? reason, bool agree, IncomingState to)
    {
        ICommand? command = act switch
        {
            "vao-so" => new RegisterIncoming(commandId, id, note ?? ""),
            "tu-choi" => new RefuseIncoming(commandId, id, reason ?? ""),
            "chuyen-buoc" => new AdvanceIncoming(commandId, id, to, note ?? ""),
            "tra-loi-lay-lai" => new AnswerIncomingRecall(commandId, id, agree, note ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/van-ban/den/{id}", () => OnGet(id, null));
    }
}
