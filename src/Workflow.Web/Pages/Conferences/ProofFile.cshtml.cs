using Microsoft.AspNetCore.Mvc;
using Workflow.Activities.Conferences;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Conferences;

/// <summary>The proof as a file that anyone can work out again.</summary>
public sealed class ProofFileModel : WorkflowPage
{
    public async Task<IActionResult> OnGet(Guid id, Guid voteId) =>
        await Ask(new ReadProof(voteId)) is { } proof ? File(ProofJson.Write(proof), "application/json", $"chung-cu-{voteId:N}.json") : NotFound();
}
