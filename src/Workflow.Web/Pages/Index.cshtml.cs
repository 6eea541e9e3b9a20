using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Drafting;
using Workflow.Activities.Inbox;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages;

/// <summary>What waits for me.</summary>
public sealed class IndexModel : WorkflowPage
{
    public InboxPage Inbox { get; private set; } = new([], "");

    public bool IsLater { get; private set; }

    public bool MayBegin { get; private set; }

    public bool SeesStuck { get; private set; }

    /// <summary>Whether papers may wait for the reader's signature.</summary>
    public bool MaySign { get; private set; }

    /// <summary>What I wrote on the page and left.</summary>
    public IReadOnlyList<LeftTextDraft> LeftTexts { get; private set; } = [];

    public async Task OnGet(string? sau)
    {
        (Inbox, IsLater) = (await Ask(new ReadInbox(sau ?? "")), !string.IsNullOrEmpty(sau));
        MayBegin = (await Ask(new ReadStartable())).Count > 0;
        var offices = await HttpContext.RequestServices.GetRequiredService<Actor>().OfficesHeld(HttpContext.RequestAborted);
        LeftTexts = !IsLater && offices.Overlaps([Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice]) ? await Ask(new ReadLeftTextDrafts()) : [];
        MaySign = offices.Overlaps(AuthorityRules.Signers);
        SeesStuck = offices.Overlaps([Office.ChiefOfOffice, Office.OfficeStaff, Office.Administrator]);
    }
}
