using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>What the room sees on the wall: the item, the vote with the changes it is about, the result. No names of who voted what.</summary>
public sealed class ScreenModel : WorkflowPage
{
    public ConferenceView? View { get; private set; }

    /// <summary>What the text in hand changes against the one sent before.</summary>
    public SessionChanges? Changes { get; private set; }

    /// <summary>Amendments that the running vote is about, or that belong to its text.</summary>
    public IReadOnlyList<Amendment> Amended { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadConference(id));
        if (View is null)
        {
            return NotFound();
        }

        var (item, vote) = View.Items.SelectMany(item => item.Votes.Select(row => (item, row.Vote))).FirstOrDefault(one => one.Vote.IsUndecided);
        if (vote is null)
        {
            return Page();
        }

        Changes = await Ask(new ReadSessionChanges(id));
        Amended = [.. item.Amendments.Select(one => one.Amendment).Where(one => vote.AmendmentId == one.Id || (vote.Subject == VoteSubject.Whole && one.Stands))];
        return Page();
    }
}
