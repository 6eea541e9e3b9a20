using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Signing;
using Workflow.Domain.Issuing;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>When numbers are taken, and the pictures that signatures show.</summary>
public sealed class SigningModel : WorkflowPage
{
    public SigningSetupView? View { get; private set; }

    public async Task<IActionResult> OnGet(string? act = null, Guid? id = null)
    {
        if (act == "anh")
        {
            return id is { } wanted && await Ask(new ReadSignaturePicture(wanted)) is { } picture ? File(picture, "image/png") : NotFound();
        }

        View = await Ask(new ReadSigningSetup());
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, NumberMoment moment, DateOnly? from, string? source, Guid? personId, string? widthMm, IFormFile? file, Guid pictureId, string? reason) => act switch
    {
        "dat-lay-so" => await Act(new SetNumbering(commandId, moment, from ?? default, source ?? ""), _ => "/quan-tri/ky-ban-hanh", () => OnGet()),
        "dat-anh-ky" => await Act(new SetSignaturePicture(commandId, personId, await Upload.Bytes(file), Millimetres(widthMm)), _ => "/quan-tri/ky-ban-hanh#anh", () => OnGet()),
        "thoi-dung-anh" => await Act(new EndSignaturePicture(commandId, pictureId, reason ?? ""), _ => "/quan-tri/ky-ban-hanh#anh", () => OnGet()),
        _ => NotFound(),
    };

    // "36", "36,5" and "36.5" are meant alike.
    private static decimal Millimetres(string? typed) => decimal.TryParse((typed ?? "").Replace(',', '.').Trim(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var width) ? width : 0;
}
