using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>Accounts, organization, rules, incidents.</summary>
public sealed class AdministrationModel : WorkflowPage
{
    public OrganizationView? View { get; private set; }

    public IReadOnlyList<AccountRow> Accounts { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        (View, Accounts) = (await Ask(new ReadOrganization()), await Ask(new ReadAccounts()));
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid id, string? password)
    {
        ICommand? command = act switch
        {
            "dat-lai" => new ResetPassword(commandId, id, password ?? ""),
            "mo-khoa" => new UnlockAccount(commandId, id),
            "thu-lai" => new RetryIncident(commandId, id),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/quan-tri", OnGet);
    }
}
