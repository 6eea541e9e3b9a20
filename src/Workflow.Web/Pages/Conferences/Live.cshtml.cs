using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>
/// Server-sent events of a session: "doi" (what is shown has changed, fetch the page) and "phieu" (how many have voted). They carry no content: who
/// may see what is decided where the page is drawn. With "motLan" it answers once, for who cannot keep a line open.
/// </summary>
public sealed class LiveModel : WorkflowPage
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(15);

    public async Task<IActionResult> OnGet(Guid id, bool motLan = false)
    {
        var since = DateTimeOffset.UtcNow;
        if (await Ask(new ReadPulse(id)) is not { } shown)
        {
            return NotFound();
        }

        if (motLan)
        {
            return new JsonResult(new { doi = Name(shown), phieu = shown.Cast });
        }

        var sessions = HttpContext.RequestServices.GetRequiredService<LiveSessions>();
        var organization = HttpContext.RequestServices.GetRequiredService<Actor>().OrganizationId;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted, HttpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        Response.ContentType = "text/event-stream";
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await Send($"retry: 2000\nevent: doi\ndata: {Name(shown)}\n\n");
            await Send($"event: phieu\ndata: {shown.Cast}\n\n");
            while (!end.IsCancellationRequested)
            {
                var next = await sessions.Next(organization, id, shown, since, Breath, end.Token);
                if (next is null)
                {
                    break;
                }

                await Send(next == shown ? ": con\n\n" : (next.Stamp != shown.Stamp ? $"event: doi\ndata: {Name(next)}\n\n" : "") + string.Create(CultureInfo.InvariantCulture, $"event: phieu\ndata: {next.Cast}\n\n"));
                shown = next;
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the program stops: the page asks again by itself.
        }

        return new EmptyResult();

        async Task Send(string text)
        {
            await Response.WriteAsync(text, end.Token);
            await Response.Body.FlushAsync(end.Token);
        }
    }

    private static string Name(Pulse pulse) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pulse.Stamp)))[..16];
}
