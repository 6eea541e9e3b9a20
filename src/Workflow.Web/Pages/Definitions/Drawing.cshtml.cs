using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Definitions;
using Workflow.Activities.Pipeline;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Definitions;

/// <summary>A drawing that is not deployed: its findings, what deploying it would change, and the act itself.</summary>
public sealed class DrawingModel : WorkflowPage
{
    public DrawingView? View { get; private set; }

    public async Task<IActionResult> OnGet(Guid ban, string? act = null)
    {
        View = await Ask(new ReadDrawing(ban));
        return View is null ? NotFound() : act switch
        {
            null => Page(),
            "tep" => File(System.Text.Encoding.UTF8.GetBytes(View.Xml), "application/xml", "ban-nhap.bpmn"),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPost(string? act, Guid commandId, Guid ban, int revision, string? note)
    {
        ICommand? command = act switch
        {
            "trien-khai" => new DeployDrawing(commandId, ban, revision, note ?? ""),
            "bo-ban-nhap" => new DiscardDrawing(commandId, ban),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => "/quan-tri/quy-trinh", () => OnGet(ban));
    }
}
