using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;

namespace Workflow.Web.Shared;

/// <summary>What every page does: ask, act, keep what was typed when a rule says no, and confirm only what is on disk.</summary>
public abstract class WorkflowPage : PageModel
{
    /// <summary>A page that follows by itself sends its forms with this header, and draws itself from the answer instead of being loaded anew.</summary>
    private const string PartsHeader = "X-Parts";

    // What was typed is recorded: the page that answers shows what is stored.
    private bool recorded;

    /// <summary>The refusal of the act that was just tried.</summary>
    public string? Problem { get; private set; }

    /// <summary>The clock of the host.</summary>
    private DateTimeOffset Now => HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Sends a query.</summary>
    protected Task<T> Ask<T>(IRequest<T> query) => HttpContext.RequestServices.GetRequiredService<IMediator>().Send(query, HttpContext.RequestAborted);

    /// <summary>Keeps something for the reader themself; whether it could be kept changes nothing of the page.</summary>
    protected Task Keep(IQuietCommand note) => HttpContext.RequestServices.GetRequiredService<IMediator>().Send(note, HttpContext.RequestAborted);

    /// <summary>Saves what is still being written: the script that asks wants an answer, not a page. Without the script the form's own button is used.</summary>
    protected async Task<IActionResult> Quietly(IQuietCommand command) => Plain(await Sent(command), _ => new { saved = Vn.Moment(Now) });

    /// <summary>Carries out what a script sends: the receipt or the refusal, without a page.</summary>
    protected async Task<IActionResult> Plainly(ICommand command) => Plain(await Sent(command), answer => new { text = Receipt(answer), answer.Receipt });

    /// <summary>Sends a command: a refusal re-renders the page by <paramref name="again"/>; otherwise the receipt is shown after a redirect.</summary>
    protected async Task<IActionResult> Act(ICommand command, Func<Answer, string> next, Func<Task<IActionResult>> again)
    {
        var answer = await Sent(command);
        if (answer.Refusal is { } refusal)
        {
            if (refusal.Code == "auth.not-allowed")
            {
                return StatusCode(403);
            }

            Problem = refusal.Text;
            Response.StatusCode = refusal.Code is "conflict.try-again" ? 409 : 422;
            return await again();
        }

        TempData["Receipt"] = Receipt(answer);
        if (!Request.Headers.ContainsKey(PartsHeader))
        {
            return Redirect(next(answer));
        }

        recorded = true;
        return await again();
    }

    // An act once begun is not given up because the line broke: the sender may ask again with the same key.
    private Task<Answer> Sent(ICommand command) => HttpContext.RequestServices.GetRequiredService<IMediator>().Send(command, CancellationToken.None);

    /// <summary>Sends one of several commands of a form; the page itself shows what became of each.</summary>
    protected Task<Answer> Answered(ICommand command) => Sent(command);

    /// <summary>What was recorded, under which number and when.</summary>
    protected string Receipt(Answer answer) => $"{answer.Text} Mã ghi nhận: {answer.Receipt:000000}, lúc {Vn.Moment(Now)}.";

    private static JsonResult Plain(Answer answer, Func<Answer, object> done) => answer.Refusal is not { } refusal ? new(done(answer))
        : new(new { refusal.Code, refusal.Text }) { StatusCode = refusal.Code switch { "auth.not-allowed" => 403, "conflict.try-again" => 409, _ => 422 } };

    /// <summary>What was typed into a field before a refusal.</summary>
    public string Typed(string field) => Request.HasFormContentType && !recorded ? Request.Form[field].ToString() : "";

    /// <summary>What was chosen in a field of several values before a refusal.</summary>
    public IEnumerable<string?> TypedList(string field) => Request.HasFormContentType && !recorded ? Request.Form[field] : Enumerable.Empty<string?>();

    /// <summary>
    /// What was typed into a field before a refusal, otherwise what the page offers. Where one page has several such forms, the one that was
    /// sent is known by a hidden field and its value.
    /// </summary>
    public string Kept(string field, string? otherwise, string? form = null, string? which = null) =>
        Request.HasFormContentType && !recorded && Request.Form.ContainsKey(field) && (form is null || Typed(form) == which) ? Typed(field) : otherwise ?? "";

    /// <summary>A file to download, or 404.</summary>
    protected IActionResult Download(PaperFile? file) => file is null ? NotFound() : File(file.Content, file.ContentType, file.FileName);

    /// <summary>Shows the page again with a problem that no command found.</summary>
    protected void Say(string problem) => Problem = problem;
}
