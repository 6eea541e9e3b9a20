using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Lists;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Profiles;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Lists;

/// <summary>Names by which texts are checked.</summary>
public sealed class NamesModel : WorkflowPage
{
    public ListedNamesView? View { get; private set; }

    /// <summary>The line that is being changed, or null.</summary>
    public string? Edited { get; private set; }

    public async Task<IActionResult> OnGet(string? act, string? sua = null)
    {
        Edited = sua ?? Typed("row");
        View = await Ask(new ReadListedNames());
        return act is null or "ghi-ten" or "bo-ten" ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, NameForm form)
    {
        ICommand? command = act switch
        {
            "ghi-ten" => new RecordListedName(commandId, form.Kind ?? NameKind.Body, form.Name ?? "", form.Aliases ?? "", form.To, form.Successor ?? "", form.Source ?? ""),
            "bo-ten" => new DropListedName(commandId, form.Name ?? ""),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/theo-doi/danh-muc/ten-goi", () => OnGet(act));
    }
}

/// <summary>What the forms of the page hold.</summary>
public sealed record NameForm(NameKind? Kind, string? Name, string? Aliases, DateOnly? To, string? Successor, string? Source);

/// <summary>Words of the lists.</summary>
public static class ListWords
{
    /// <summary>What a name is the name of.</summary>
    public static string Of(NameKind kind) => kind switch
    {
        NameKind.Place => "Địa danh",
        NameKind.Body => "Cơ quan, tổ chức",
        NameKind.Person => "Người",
        NameKind.Level => "Cấp, cơ quan đã thôi hoạt động",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
