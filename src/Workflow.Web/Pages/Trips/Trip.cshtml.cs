using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Trips;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Trips;

/// <summary>"Mang hội nghị đi": taking a session along, receiving its result, taking it back; on the laptop who has entered, sealing, and the package home.</summary>
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class TripModel : WorkflowPage
{
    // A little more than a package may have: what is larger gets a sentence of ours.
    private const int Largest = SessionPackage.LargestFile + 1_000_000;

    public TripView? View { get; private set; }

    /// <summary>A code that was just made, with the address at which it is good.</summary>
    public TicketPart? Ticket { get; private set; }

    /// <summary>Addresses on the local network; empty when the program listens on this machine alone.</summary>
    public IReadOnlyList<string> Addresses => HttpContext.RequestServices.GetRequiredService<ILanAddresses>().All();

    public string Here => $"/hoi-nghi/{View!.ConferenceId}/mang-di";

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        if (act == "goi.hoinghi")
        {
            if (await Ask(new ReadTripPackage(id)) is { } package)
            {
                return Download(package);
            }

            Say("Hội nghị này không có gói để tải: ở hệ thống chính cần bấm “Mang hội nghị đi” trước; trên máy mang đi cần khóa sổ trước.");
            act = null;
        }

        View = act is null ? await Ask(new ReadTrip(id)) : null;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, [FromRoute] string? act, Guid commandId, Guid personId, string? reason, string? fingerprint, EntryForm entry, IFormFile? file) => act switch
    {
        "cho-di" => await Act(new TakeSessionAlong(commandId, id), _ => $"/hoi-nghi/{id}/mang-di", () => OnGet(id, null)),
        "lay-lai" => await Act(new TakeSessionBack(commandId, id, reason ?? ""), _ => $"/hoi-nghi/{id}/mang-di", () => OnGet(id, null)),
        "nhan-ket-qua" => await Act(new ReceiveResult(commandId, id, await Upload.Bytes(file), fingerprint ?? ""), _ => $"/hoi-nghi/{id}/mang-di", () => OnGet(id, null)),
        "khoa-so" => await Act(new SealSession(commandId, id), _ => $"/hoi-nghi/{id}/mang-di", () => OnGet(id, null)),
        "cap-ma" => await Renewed(id, new RenewEntryCode(commandId, personId, entry.Code ?? "")),
        _ => NotFound(),
    };

    // The code is shown in the answer itself and nowhere else: an address or a cookie would keep it.
    private async Task<IActionResult> Renewed(Guid id, RenewEntryCode command)
    {
        var done = await Act(command, _ => $"/hoi-nghi/{id}/mang-di", () => OnGet(id, null));
        if (done is not RedirectResult)
        {
            return done;
        }

        _ = await OnGet(id, null);
        var name = View?.Entries.FirstOrDefault(row => row.PersonId == command.PersonId)?.Name ?? "";
        Ticket = TicketPart.Of(HttpContext, new EntryTicket(command.PersonId, name, "", command.Code), Addresses);
        return View is null ? NotFound() : Page();
    }
}

/// <summary>A code. A class, because a talkative log prints the plain arguments of a page's handler.</summary>
public sealed class EntryForm
{
    public string? Code { get; set; }
}

/// <summary>What is printed for somebody who enters on the laptop.</summary>
/// <param name="Address">Where the code is typed; with the code behind it, it is what the picture says.</param>
public sealed record TicketPart(EntryTicket Ticket, string Address, string Picture)
{
    /// <summary>In groups of four, as people read it.</summary>
    public string Code => string.Join('-', Ticket.Code.Chunk(4).Select(group => new string(group)));

    internal static TicketPart Of(HttpContext context, EntryTicket ticket, IReadOnlyList<string> addresses)
    {
        var address = (addresses.Count > 0 ? addresses[0] : $"{context.Request.Scheme}://{context.Request.Host}") + "/vao";
        return new(ticket, address, context.RequestServices.GetRequiredService<IQrCode>().DataUri($"{address}/{ticket.Code}"));
    }
}
