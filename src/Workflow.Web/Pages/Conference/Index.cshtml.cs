using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conference;
using Workflow.Domain.Texts;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conference;

/// <summary>Conferences, and calling the next one.</summary>
public sealed class ConferencesModel : WorkflowPage
{
    public ConferencesView? View { get; private set; }

    public async Task<IActionResult> OnGet()
    {
        View = await Ask(new ReadConferences());
        return Page();
    }

    public Task<IActionResult> OnPost(Guid commandId, BodyKind body, DateOnly day, TimeOnly time, string? place, Guid chairId, Guid noteTakerId, Guid[] draftIds) => Act(
        new CallConference(commandId, body, day, time, place ?? "", chairId, noteTakerId, draftIds), answer => $"/hoi-nghi/{answer.Id}", OnGet);
}
