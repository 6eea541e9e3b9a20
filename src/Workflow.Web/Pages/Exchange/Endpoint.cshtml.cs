using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;

namespace Workflow.Web.Pages.Exchange;

/// <summary>
/// Where programs of partners bring packages and status messages. There is no session and no form: the key is the right, and it is looked at before a byte of the
/// package is read. Answers are JSON: what was recorded with its receipt, or a code and a sentence.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[EnableRateLimiting("exchange")]
[RequestSizeLimit(IncomingWords.LargestPackage)]
public sealed class EndpointModel(IMediator mediator, Actor actor) : PageModel
{
    private const string Scheme = "Bearer ";
    private const int AtOnce = 2;

    // A large package takes some hundred megabytes while it is looked at.
    private static readonly SemaphoreSlim Room = new(AtOnce);

    public IActionResult OnGet() => Said(405, "exchange.post", "Địa chỉ này chỉ nhận gói gửi bằng POST.");

    public async Task<IActionResult> OnPost()
    {
        var header = Request.Headers.Authorization.ToString();
        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (key.Length == 0 || await mediator.Send(new ReadExchangeCaller(key), HttpContext.RequestAborted) is not { } caller)
        {
            Response.Headers.WWWAuthenticate = "Bearer";
            return Said(401, "exchange.key", "Khóa không đúng hoặc đã được thay.");
        }

        if (!await Room.WaitAsync(TimeSpan.FromSeconds(10), HttpContext.RequestAborted))
        {
            Response.Headers.RetryAfter = "60";
            return Said(503, "exchange.busy", "Hệ thống đang nhận nhiều gói cùng lúc. Gửi lại sau một phút.");
        }

        try
        {
            return await Receive(key, caller);
        }
        finally
        {
            Room.Release();
        }
    }

    private async Task<IActionResult> Receive(string key, ExchangeCaller caller)
    {
        using var content = new MemoryStream();
        try
        {
            await Request.Body.CopyToAsync(content, HttpContext.RequestAborted);
        }
        catch (BadHttpRequestException tooLarge)
        {
            return Said(tooLarge.StatusCode, "edxml.size", $"Gói lớn quá {IncomingWords.LargestPackage / 1_000_000} MB hoặc gửi dở dang.");
        }

        // An act once begun is not given up because the line broke.
        actor.Become(caller.OrganizationId, caller.PersonId, caller.Name);
        var answer = await mediator.Send(new ReceivePackage(Guid.CreateVersion7(), key, content.ToArray()), CancellationToken.None);
        return answer.Refusal is not { } refusal ? new JsonResult(new { ok = true, text = answer.Text, receipt = answer.Receipt })
            : Said(refusal.Code switch { "conflict.try-again" => 409, "auth.not-allowed" => 403, _ => 422 }, refusal.Code, refusal.Text);
    }

    private static JsonResult Said(int status, string code, string text) => new(new { ok = false, code, text }) { StatusCode = status };
}
