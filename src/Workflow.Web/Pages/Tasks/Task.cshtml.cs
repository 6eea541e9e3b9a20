using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.Forms;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Tasks;

/// <summary>A task that has no page of its own.</summary>
public sealed class TaskModel : WorkflowPage
{
    /// <summary>Before the name of a field in the form, so that none meets a name of ours.</summary>
    public const string Prefix = "o-";

    private IReadOnlyList<FieldProblem> problems = [];

    public TaskView? View { get; private set; }

    /// <summary>What an input shows: what was typed, otherwise what the case knows.</summary>
    public string Shown(Field one) => Kept(Prefix + one.Name, FieldWords.Input(View!.Known.GetValueOrDefault(one.Name)));

    public string ProblemOf(Field one) => problems.FirstOrDefault(problem => problem.Name == one.Name)?.Text ?? "";

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadTask(id));
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, Guid commandId, Guid personId, string? outcome, string? note, string? reason)
    {
        ICommand? command = act switch
        {
            "nhan" => new ClaimTask(commandId, id),
            "xong" => new CompleteTask(commandId, id, outcome ?? "", note ?? "", Fields()),
            "giao" => new DelegateTask(commandId, id, personId, note ?? ""),
            "goi-lai" => new RecallTask(commandId, id),
            "tra-lai-viec" => new ReleaseTask(commandId, id),
            "thu-lai-viec" => new TakeBackTask(commandId, id, reason ?? ""),
            "chi-dinh" => new AssignTask(commandId, id, personId, reason ?? ""),
            _ => null,
        };

        // A stage has a page of its own, and whoever takes it goes there to do it.
        var own = act is "nhan" or "tra-lai-viec" or "thu-lai-viec" && await Ask(new ReadTask(id)) is { IsStage: true, OwnPage: var page } ? page : null;
        return command is null ? NotFound() : await Act(command, _ => own is not null ? own : act is "nhan" ? $"/viec/{id}" : act is "thu-lai-viec" or "chi-dinh" or "goi-lai" ? $"/viec/{id}" : "/", () => Again(id));
    }

    private async Task<IActionResult> Again(Guid id)
    {
        var page = await OnGet(id);
        problems = View is not null && Typed("form") == "xong" ? Domain.Forms.Typed.Read(View.Sheet, Fields()).Problems : [];
        return page;
    }

    private Dictionary<string, string> Fields() => Request.Form.Where(one => one.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(one => one.Key[Prefix.Length..], one => one.Value.ToString(), StringComparer.Ordinal);
}
