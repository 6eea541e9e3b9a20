using Workflow.Activities.Distribution;
using Workflow.Activities.InForce;
using Workflow.Domain.Issuing;
using Workflow.Web.Shared;

namespace Workflow.Web.Pages.Distribution;

/// <summary>What was sent to my unit.</summary>
public sealed class IncomingModel : WorkflowPage
{
    public IncomingPage View { get; private set; } = new(new([], 1, 1), 0);

    /// <summary>What became of the documents since, by document.</summary>
    public IReadOnlyDictionary<Guid, DocumentStanding> Standings { get; private set; } = new Dictionary<Guid, DocumentStanding>();

    public bool Waiting { get; private set; }

    public async Task OnGet(string? loc, int trang = 1)
    {
        Waiting = loc == "cho";
        View = await Ask(new ReadIncoming(Waiting, trang));
        Standings = await Ask(new ReadStandings([.. View.Copies.Rows.Select(row => row.IssuedId)]));
    }
}
