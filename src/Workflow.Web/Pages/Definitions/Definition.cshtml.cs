using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Administration;
using Workflow.Activities.Definitions;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Definitions;

/// <summary>One stored version: its diagram with what waits at each element, its facts, and the acts on it.</summary>
public sealed class DefinitionModel : WorkflowPage
{
    public DefinitionView? View { get; private set; }

    public IReadOnlyList<ElementLoad> Load { get; private set; } = [];

    public async Task<IActionResult> OnGet(string hash, string? act)
    {
        switch (act)
        {
            case "tep":
                return Download(await Ask(new ReadDefinitionFile(hash)));
            case "so-lieu":
                return await Ask(new ReadElementLoad(hash)) is { } load ? new JsonResult(load) : NotFound();
            case null:
                View = await Ask(new ReadDefinition(hash));
                Load = await Ask(new ReadElementLoad(hash)) ?? [];
                return View is null ? NotFound() : Page();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPost(string hash, string? act, Guid commandId, string? reason)
    {
        ICommand? command = act switch
        {
            "ngung-dung" => new RetireProcess(commandId, hash, reason ?? ""),
            "dung-ban-nay" => new BringBackVersion(commandId, hash),
            "ban-moi" => new StartDrawing(commandId, null, "", hash),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, answer => command is StartDrawing ? $"/quan-tri/quy-trinh/ve?ban={answer.Id}" : $"/quan-tri/quy-trinh/{hash}", () => OnGet(hash, null));
    }
}
