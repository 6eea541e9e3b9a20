using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>What the result of a vote follows from, worked out again while the page is drawn.</summary>
public sealed class ProofModel : WorkflowPage
{
    public Guid ConferenceId { get; private set; }

    public AdoptionProof? Proof { get; private set; }

    /// <summary>Where the proof does not agree with the stored result.</summary>
    public IReadOnlyList<string> Disagreements { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id, Guid voteId)
    {
        (ConferenceId, Proof) = (id, await Ask(new ReadProof(voteId)));
        if (Proof is null)
        {
            return NotFound();
        }

        Disagreements = ProofCheck.Disagreements(Proof);
        return Page();
    }
}
