using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Appraisals;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Administration;

/// <summary>The points by which the office appraises drafts, with the day from which they count and their source.</summary>
public sealed class ChecklistModel(Actor actor) : WorkflowPage
{
    // Room for more points than there are.
    private const int Spare = 3;

    public IReadOnlyList<ChecklistRow> Rows { get; private set; } = [];

    /// <summary>The lines of the form: as typed, otherwise as in force.</summary>
    public IReadOnlyList<ItemSet> Lines { get; private set; } = [];

    public bool IsAdministrator { get; private set; }

    public Task<IActionResult> OnGet() => Show(null);

    public async Task<IActionResult> OnPost(string? act, ChecklistForm form) => act == "lap-danh-muc"
        ? await Act(new SetAppraisalChecklist(form.CommandId, form.ValidFrom, form.Source ?? "", form.Set()), _ => "/quan-tri/tham-dinh", () => Show(form.Set()))
        : NotFound();

    private async Task<IActionResult> Show(IReadOnlyList<ItemSet>? typed)
    {
        Rows = await Ask(new ReadAppraisalChecklists());
        IsAdministrator = (await actor.OfficesHeld(HttpContext.RequestAborted)).Contains(Office.Administrator);
        var lines = typed ?? Rows.FirstOrDefault(row => row.IsInForce)?.Items ?? [];
        Lines = [.. lines, .. Enumerable.Repeat(new ItemSet("", AppraisalPart.Form, AppraisalTopic.None), typed is null ? Spare : 0)];
        return Page();
    }
}

/// <summary>The form of a list.</summary>
public sealed class ChecklistForm
{
    public Guid CommandId { get; set; }

    public DateOnly ValidFrom { get; set; }

    public string? Source { get; set; }

    public List<ChecklistLine> Items { get; set; } = [];

    internal IReadOnlyList<ItemSet> Set() => [.. Items.Select(line => new ItemSet(line.Words ?? "", line.Part, line.Topic))];
}

/// <summary>A line of it.</summary>
public sealed class ChecklistLine
{
    public string? Words { get; set; }

    public AppraisalPart Part { get; set; }

    public AppraisalTopic Topic { get; set; }
}
