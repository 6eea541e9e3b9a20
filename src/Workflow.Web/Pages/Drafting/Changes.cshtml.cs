using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Drafting;
using Workflow.Activities.Register;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Drafting;

/// <summary>What changed: any two versions, or two beside the one that both began from.</summary>
public sealed class ChangesModel : WorkflowPage
{
    public ComparisonView? View { get; private set; }

    public ThreeWayView? Three { get; private set; }

    public bool SideBySide { get; private set; }

    public ChangeFilter Show { get; private set; }

    public int? Third { get; private set; }

    /// <summary>The choices as they stand in the address, for links that change one of them.</summary>
    public string Chosen => $"tu={View!.From}&den={View.To}{(Third is { } third ? $"&ba={third}" : "")}{(SideBySide ? "&cot=hai" : "")}{Show switch { ChangeFilter.Figures => "&loc=so-lieu", ChangeFilter.NoTones => "&loc=bo-dau", _ => "" }}";

    public async Task<IActionResult> OnGet(Guid id, string? file, int? tu, int? den, int? ba, string? cot, string? loc, int trang = 1)
    {
        if (file is not null)
        {
            return await Paper(id, file, tu ?? 0, den ?? 0);
        }

        (SideBySide, Third) = (cot == "hai", ba);
        Show = loc switch { "so-lieu" => ChangeFilter.Figures, "bo-dau" => ChangeFilter.NoTones, _ => ChangeFilter.All };
        View = await Ask(new ReadComparison(id, tu, den, Show, trang));
        if (View is null)
        {
            return NotFound();
        }

        await Keep(new MarkRead(Guid.CreateVersion7(), id, View.To));
        Three = ba is { } third ? await Ask(new ReadThreeWay(id, View.From, View.To, third, trang)) : null;
        return Page();
    }

    private async Task<IActionResult> Paper(Guid id, string file, int from, int to) => file switch
    {
        "so-sanh.docx" => Download(await Ask(new ReadRedlinePaper(id, from, to))),
        "ba-cot.docx" => Download(await Ask(new ReadComparisonPaper(id, from, to))),
        _ => NotFound(),
    };
}
