using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Trips;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Trips;

/// <summary>
/// An empty installation takes the package of a session. Nobody can be signed in where nobody is known: so it is for who sits at the machine itself, and
/// there is no such page any more once somebody is known.
/// </summary>
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class ImportModel : WorkflowPage
{
    private const int Largest = SessionPackage.LargestFile + 1_000_000;

    public ImportedSession? Session { get; private set; }

    public IReadOnlyList<TicketPart> Tickets { get; private set; } = [];

    private bool IsAtTheMachine => HttpContext.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);

    public async Task<IActionResult> OnGet() => IsAtTheMachine && await Ask(new ReadIsEmpty()) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string? fingerprint, IFormFile? file)
    {
        if (!IsAtTheMachine)
        {
            return NotFound();
        }

        var (session, refusal) = await Ask(new ImportSession(await Upload.Bytes(file), fingerprint ?? ""));
        if (refusal is not null)
        {
            Say(refusal.Text);
            Response.StatusCode = 422;
            return Page();
        }

        var addresses = HttpContext.RequestServices.GetRequiredService<ILanAddresses>().All();
        (Session, Tickets) = (session, [.. session!.Tickets.Select(ticket => TicketPart.Of(HttpContext, ticket, addresses))]);
        return Page();
    }
}
