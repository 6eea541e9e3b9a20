using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Distribution;
using Workflow.Domain.Distribution;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>The page behind the code of a cover sheet, without an account: every answer bears the PIN. A link that is wrong or taken back is "not found".</summary>
public sealed class CodeModel : WorkflowPage
{
    public CodeView? View { get; private set; }

    public string Token { get; private set; } = "";

    /// <summary>What was just recorded.</summary>
    public string Said { get; private set; } = "";

    /// <summary>The copy with its story, after the right PIN.</summary>
    public CopyView? Copy { get; private set; }

    /// <summary>What can be told, the usual first.</summary>
    public IReadOnlyList<(string Key, string Words)> Choices => View!.RecallAsked
        ? [("tra-lai", "Đồng ý trả lại văn bản"), ("khong-tra", "Không trả lại (ghi lý do)")]
        : [("nhan", "Đã nhận văn bản"), ("vao-so", "Đã vào sổ văn bản đến (ghi số đến)"), ("quan-triet", "Đã quán triệt, triển khai (ghi ngày, số người dự)"), ("tu-choi", "Từ chối nhận (ghi lý do)")];

    public async Task<IActionResult> OnGet(string token, string? act)
    {
        // The address is half of the key: it goes to nobody else with a link that is followed.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        (Token, View) = (token, act is null ? await Ask(new ReadByCode(token)) : null);
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(string token, string? act, Guid commandId, string? pin, string? who, string? what, string? number, DateOnly? day, int? present, int? ofAll, string? note, [FromForm(Name = "do")] string? todo)
    {
        var tells = todo is not ("look" or "open");
        DispatchEventKind? kind = !tells ? null : what switch
        {
            "vao-so" => DispatchEventKind.Booked,
            "quan-triet" => DispatchEventKind.CarriedOut,
            "tu-choi" => DispatchEventKind.Refused,
            "tra-lai" => DispatchEventKind.RecallAgreed,
            "khong-tra" => DispatchEventKind.RecallRefused,
            _ => DispatchEventKind.Arrived,
        };
        var answer = act == "tra-loi" ? await Ask(new AnswerByCode(commandId, token, pin ?? "", kind, todo == "open", who ?? "", number ?? "", day, present, ofAll, note ?? "")) : null;
        if (answer is null)
        {
            return NotFound();
        }

        if (answer.Refusal is { } refusal)
        {
            Say(refusal.Text);
            Response.StatusCode = 422;
        }
        else if (answer.File is { } file)
        {
            return Download(file);
        }

        (Copy, Said) = (answer.Copy, answer.Text + (answer.Receipt > 0 ? $" Mã ghi nhận: {answer.Receipt:000000}." : ""));
        return await OnGet(token, null);
    }
}
