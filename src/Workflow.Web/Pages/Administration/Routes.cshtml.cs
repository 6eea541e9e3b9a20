using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Routes;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>By which process new drafts go.</summary>
public sealed class RoutesModel : WorkflowPage
{
    public IReadOnlyList<RouteRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        Rows = await Ask(new ReadDraftRoutes());
        return Page();
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, BodyKind body, string? process, string? reason) =>
        act == "chon-duong" ? await Act(new ChooseDraftRoute(commandId, body, process ?? "", reason ?? ""), _ => "/quan-tri/duong-di", OnGet) : NotFound();
}
