using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Activities.Drafting;
using Workflow.Activities.Signing;
using Workflow.Domain.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>A conference: what is being dealt with and voted on, agenda, attendance, papers. The last part of the address is the act asked for.</summary>
public sealed class ConferenceModel : WorkflowPage
{
    // What the act of this very request leaves to be undone.
    private string? arranged;

    public ConferenceView? View { get; private set; }

    /// <summary>By item not yet voted on: what the checks found.</summary>
    public Dictionary<Guid, IReadOnlyList<FindingRow>> Findings { get; } = [];

    /// <summary>By item: technical corrections of what this conference adopted.</summary>
    public Dictionary<Guid, CorrectionsView> Corrections { get; } = [];

    /// <summary>What the text that is dealt with changes; null when none is.</summary>
    public SessionChanges? Changes { get; private set; }

    /// <summary>Address of this conference.</summary>
    public string Here => $"/hoi-nghi/{View!.Conference.Id}";

    public async Task<IActionResult> OnGet(Guid id, string? act, Guid? muc)
    {
        if (PaperName.Read(act) is ("bien-ban", var format))
        {
            return Download(await Ask(new ReadMinutesPaper(id, format, muc)));
        }

        View = await Ask(new ReadConference(id));
        if (View is null || act is not null)
        {
            return NotFound();
        }

        return await Show();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, ConferenceForm form)
    {
        if (form.Command(id, act) is not { } command)
        {
            return NotFound();
        }

        var before = command is ArrangeAgenda ? await Ask(new ReadConference(id)) : null;
        var result = await Act(command, _ => $"/hoi-nghi/{id}{(form.ItemId == Guid.Empty ? "" : $"#nd-{form.ItemId:N}")}", async () =>
        {
            View = await Ask(new ReadConference(id));
            return View is null ? NotFound() : await Show();
        });
        if (before is not null && Problem is null && await Ask(new ReadConference(id)) is { } after)
        {
            AgendaUndo.Keep(Response, before, after);
            arranged = $"{AgendaUndo.Word(before)}-{AgendaUndo.Word(after)}";
        }

        return result;
    }

    /// <summary>The agenda as it stood before this browser arranged it last; null when there is nothing to give back.</summary>
    public IReadOnlyList<(AgendaItem Item, bool Under)>? OrderBefore() => AgendaUndo.Read(arranged ?? AgendaUndo.Of(Request), View!);

    private async Task<IActionResult> Show()
    {
        Changes = await Ask(new ReadSessionChanges(View!.Conference.Id));
        foreach (var item in View.Items.Where(item => item.Item is { Decision: null, DraftId: not null } && item.IsCurrent && View.Leads))
        {
            Findings[item.Id] = await Ask(new ReadFindings(item.Item.DraftId!.Value)) ?? [];
        }

        foreach (var item in View.Items.Where(item => item.Item.Decision is ItemDecision.Adopted or ItemDecision.AdoptedWithAmendments && item.AwaitsFinal == 0))
        {
            if (await Ask(new ReadCorrections(item.Item.DraftId!.Value)) is { } corrections && corrections.VoteId == item.Whole?.Id)
            {
                Corrections[item.Id] = corrections;
            }
        }

        return Page();
    }
}
