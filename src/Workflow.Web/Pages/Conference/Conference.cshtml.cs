using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conference;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Register;
using Workflow.Activities.Signing;
using Workflow.Domain.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conference;

/// <summary>A conference: quorum, votes, attendance. The last part of the address is the act asked for.</summary>
public sealed class ConferenceModel : WorkflowPage
{
    public ConferenceView? View { get; private set; }

    /// <summary>By item not yet voted on: what the checks found.</summary>
    public Dictionary<Guid, IReadOnlyList<FindingRow>> Findings { get; } = [];

    /// <summary>By item: technical corrections of what this conference adopted.</summary>
    public Dictionary<Guid, CorrectionsView> Corrections { get; } = [];

    public async Task<IActionResult> OnGet(Guid id, string? act)
    {
        if (PaperName.Read(act) is ("bien-ban", var format))
        {
            return Download(await Ask(new ReadMinutesPaper(id, format)));
        }

        View = await Ask(new ReadConference(id));
        if (View is null)
        {
            return NotFound();
        }

        foreach (var item in View.Items.Where(item => item.Vote is null && item.IsCurrent))
        {
            Findings[item.Id] = await Ask(new ReadFindings(item.DraftId)) ?? [];
        }

        foreach (var item in View.Items.Where(item => item.Vote?.Adopted == true))
        {
            if (await Ask(new ReadCorrections(item.DraftId)) is { } corrections && corrections.VoteId == item.Vote!.Id)
            {
                Corrections[item.Id] = corrections;
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id, string? act, ConferenceForm form)
    {
        ICommand? command = act switch
        {
            "diem-danh" => new RecordAttendance(form.CommandId, id, [.. form.Entries.Select(entry => new PresenceEntry(entry.PersonId, entry.Presence, entry.Reason ?? ""))], form.Discussion ?? ""),
            "mo-bieu-quyet" => new OpenVote(form.CommandId, form.ItemId, form.Mode),
            "bo-phieu" => new CastBallot(form.CommandId, form.VoteId, form.Choice),
            "khoa" => new CloseVote(form.CommandId, form.VoteId, form.InFavour, form.Against, form.Abstained),
            _ => null,
        };
        return command is null ? NotFound() : await Act(command, _ => $"/hoi-nghi/{id}", () => OnGet(id, null));
    }
}

/// <summary>Every field that a form on a conference's page may send.</summary>
public sealed class ConferenceForm
{
    public Guid CommandId { get; set; }

    public List<PresenceField> Entries { get; set; } = [];

    public string? Discussion { get; set; }

    public Guid ItemId { get; set; }

    public VoteMode Mode { get; set; }

    public Guid VoteId { get; set; }

    public Choice Choice { get; set; }

    public int InFavour { get; set; }

    public int Against { get; set; }

    public int Abstained { get; set; }
}

/// <summary>One member's line in the attendance form.</summary>
public sealed class PresenceField
{
    public Guid PersonId { get; set; }

    public Presence Presence { get; set; }

    public string? Reason { get; set; }
}
