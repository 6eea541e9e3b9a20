using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Distribution;
using Workflow.Activities.InForce;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>One copy of my unit: open, book, report, refuse, answer a recall, take back a mistake.</summary>
public sealed class CopyModel : WorkflowPage
{
    public CopyView? View { get; private set; }

    /// <summary>What became of the document since it was sent; null: nothing is known of it.</summary>
    public DocumentStanding? Standing { get; private set; }

    /// <summary>Today as a date field takes it.</summary>
    public string Today => VietnamTime.DayOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        if (act == "tep.pdf")
        {
            return Download(await Ask(new ReadIssuedFile(id, IssuedFileKind.Sealed)));
        }

        View = await Ask(new ReadIncomingCopy(id));
        Standing = View is null ? null : (await Ask(new ReadStandings([View.IssuedId]))).GetValueOrDefault(View.IssuedId);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, [FromRoute] string? act, Guid commandId, Guid issuedId, string? number, DateOnly? bookedOn, DateOnly? heldOn, int? present, int? ofAll, string? note, string? reason, string? refusal, int row, bool agree)
    {
        ICommand? command = act switch
        {
            "mo" => new OpenDispatch(commandId, id),
            "xac-nhan" => new AcknowledgeDispatch(commandId, id),
            "vao-so" => new BookDispatch(commandId, id, number ?? "", bookedOn),
            "bao-cao" => new ReportDispatch(commandId, id, heldOn, present, ofAll, note ?? ""),
            "tu-choi" => new RefuseDispatch(commandId, id, refusal ?? ""),
            "tra-loi-thu-hoi" => new AnswerRecall(commandId, id, agree, reason ?? ""),
            "rut-lai" => new TakeBackDispatch(commandId, id, row, reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => act == "mo" ? $"/van-ban-den/{issuedId}/tep.pdf" : $"/van-ban-den/{id}", () => OnGet(id, null));
    }
}
