using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Exchange;
using Workflow.Activities.Pipeline;
using Workflow.Web.Pages.Drafting;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Exchange;

/// <summary>A key that was just made: shown on this page and never again.</summary>
public sealed record ShownKey(string Name, string Key, string Address);

/// <summary>Bodies with which documents are exchanged, their certificates and keys.</summary>
public sealed class PartnersModel : WorkflowPage
{
    private const string Here = "/quan-tri/trao-doi";

    public PartnersView? View { get; private set; }

    public ShownKey? NewKey { get; private set; }

    public async Task<IActionResult> OnGet([FromRoute] string? which) => which is null ? await Show() : NotFound();

    public async Task<IActionResult> OnPost([FromRoute] string? which, [FromRoute] string? act, Guid commandId, string? organId, string? inCharge, string? name, Guid? unitId, string? address, string? email, string? telephone, string? reason, string? key, Guid certificateId, DateOnly? from, IFormFile? file)
    {
        // An act on a partner stands behind its id, another behind the page itself.
        var id = Guid.TryParse(which, out var named) ? named : (Guid?)null;
        act = id is null && act is null ? which : act;
        if (id is { } keyed && act == "cap-khoa")
        {
            return await MakeKey(commandId, keyed);
        }

        ICommand? command = (id, act) switch
        {
            (null, "khai-bao") => new NameOurselves(commandId, organId ?? "", inCharge ?? "", address ?? "", email ?? "", telephone ?? ""),
            (null, "them-noi") => new AddPartner(commandId, organId ?? "", name ?? "", unitId, address ?? ""),
            ({ } partner, "sua") => new ChangePartner(commandId, partner, name ?? "", unitId, address ?? ""),
            ({ } partner, "ghi-chung-thu") => new BindPartnerCertificate(commandId, partner, await Upload.Bytes(file), from),
            ({ }, "thoi-chung-thu") => new EndPartnerCertificate(commandId, certificateId, reason ?? ""),
            ({ } partner, "giu-khoa") => new KeepPartnerKey(commandId, partner, key ?? ""),
            ({ } partner, "thoi-trao-doi") => new EndPartner(commandId, partner, reason ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => Here, Show);
    }

    // The key is on no page but this answer: it is not kept, so there is nothing to go to by a redirect.
    private async Task<IActionResult> MakeKey(Guid commandId, Guid partnerId)
    {
        var key = PartnerKeys.Make();
        var answer = await Act(new MakePartnerKey(commandId, partnerId, key), _ => Here, Show);
        if (answer is not RedirectResult)
        {
            return answer;
        }

        await Show();
        if (await Ask(new IsPartnerKey(partnerId, key)))
        {
            NewKey = new(View!.Rows.First(row => row.Partner.Id == partnerId).Partner.Name, key, $"{Request.Scheme}://{Request.Host}/trao-doi/goi");
        }
        else
        {
            Say("Khóa đã được cấp và hiện ở lần bấm trước. Nếu chưa chép được, đồng chí cấp khóa mới; khóa vừa rồi sẽ thôi dùng.");
        }

        return Page();
    }

    private async Task<IActionResult> Show()
    {
        View = await Ask(new ReadPartners());
        return Page();
    }
}
