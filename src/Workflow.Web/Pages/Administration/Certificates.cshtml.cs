using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Signing;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>Whose certificate is whose.</summary>
public sealed class CertificatesModel : WorkflowPage
{
    public BoundView? View { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        View = await Ask(new ReadBoundCertificates());
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid? personId, IFormFile? file, Guid certificateId, string? reason) => act switch
    {
        "dang-ky-chung-thu" => await Act(new BindCertificate(commandId, personId, await Upload.Bytes(file)), _ => "/quan-tri/chung-thu-so", OnGet),
        "thoi-dung-chung-thu" => await Act(new EndCertificate(commandId, certificateId, reason ?? ""), _ => "/quan-tri/chung-thu-so", OnGet),
        _ => NotFound(),
    };
}
