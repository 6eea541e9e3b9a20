using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>The sheet for the door: address, code, and both as a QR code. For the office alone, who hangs it up.</summary>
public sealed class DoorModel : WorkflowPage
{
    public DoorView? View { get; private set; }

    public string Address { get; private set; } = "";

    public string Picture { get; private set; } = "";

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadDoor(id));
        if (View is null)
        {
            return NotFound();
        }

        Address = $"{Request.Scheme}://{Request.Host}/hoi-nghi/{id}";
        Picture = HttpContext.RequestServices.GetRequiredService<IQrCode>().DataUri($"{Address}?ma={View.Code}");
        return Page();
    }
}
