using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
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

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid id, AccountForm form)
    {
        ICommand? command = act switch
        {
            "dat-lai" => new ResetPassword(commandId, id, form.Password ?? ""),
            "mo-khoa" => new UnlockAccount(commandId, id),
            "dong" => new CloseAccount(commandId, id),
            "tat-hai-lop" => new ResetTotp(commandId, id),
            "lap" => new OpenAccount(commandId, form.UserName ?? "", form.FullName ?? "", form.Position ?? "", form.Office, form.UnitId, form.Password ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/quan-tri", OnGet);
    }
}

/// <summary>Fields of the forms for an account.</summary>
public sealed class AccountForm
{
    public string? UserName { get; set; }

    public string? FullName { get; set; }

    public string? Position { get; set; }

    public Office Office { get; set; }

    public Guid? UnitId { get; set; }

    public string? Password { get; set; }
}
