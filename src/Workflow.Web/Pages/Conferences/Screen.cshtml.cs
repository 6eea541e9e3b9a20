using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>What the room sees on the wall: the item, the vote with the changes it is about, the result. No names of who voted what.</summary>
public sealed class ScreenModel : WorkflowPage
{
    public ConferenceView? View { get; private set; }

    /// <summary>What the running vote changes, as sentences.</summary>
    public IReadOnlyList<string> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        View = await Ask(new ReadConference(id));
        if (View is null)
        {
            return NotFound();
        }

        var running = View.Items.SelectMany(item => item.Votes.Select(row => (item, row.Vote))).FirstOrDefault(one => one.Vote.IsUndecided);
        Changes = running.Vote is null ? [] :
        [
            .. running.item.Amendments.Select(one => one.Amendment).Where(one => running.Vote.AmendmentId == one.Id || (running.Vote.Subject == VoteSubject.Whole && one.Stands))
                .Select(one => $"{one.ClauseTitle}: " + (one.Old.Length == 0 ? $"thêm “{one.New}”" : one.New.Length == 0 ? $"bỏ “{one.Old}”" : $"“{one.Old}” → “{one.New}”")),
        ];
        return Page();
    }
}
