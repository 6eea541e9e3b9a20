using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>Conferences, and calling the next one.</summary>
public sealed class ConferencesModel : WorkflowPage
{
    public ConferencesView? View { get; private set; }

    public async Task<IActionResult> OnGet(int trang = 1)
    {
        View = await Ask(new ReadConferences(trang));
        return Page();
    }

    public Task<IActionResult> OnPost(Guid commandId, BodyKind body, DateOnly day, TimeOnly time, string? place, Guid chairId, Guid noteTakerId, Guid[] draftIds, SessionKind kind, string? ground, SessionAsker askedBy, int askers) => Act(
        new CallConference(commandId, body, day, time, place ?? "", chairId, noteTakerId, draftIds, null, kind, ground ?? "", askedBy, askers), answer => $"/hoi-nghi/{answer.Id}", () => OnGet());
}
