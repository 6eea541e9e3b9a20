using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>How many tokens of how many cases rest at an element.</summary>
/// <param name="IsAll">False when there are more cases than were looked at.</param>
public sealed record Resting(string ElementId, int Tokens, int Cases, bool IsAll);

/// <summary>
/// Counts where cases wait for nothing that has a row of its own: a called case, other tokens at a join, or to be told to go on. That stands in their
/// states alone.
/// </summary>
public static class RestingPlaces
{
    /// <summary>Cases looked at, the oldest first; of more it is said that there are more.</summary>
    public const int MostCases = 2_000;

    private static readonly Wait[] Counted = [Wait.Call, Wait.Join, Wait.Inclusive, Wait.Receive];

    /// <summary>Of the running cases of a version, or of one of them, in one statement.</summary>
    public static async Task<IReadOnlyList<Resting>> Of(WorkflowDbContext db, string hash, Guid? instanceId, CancellationToken ct, int most = MostCases)
    {
        // The database does not read what is in a state, but it can leave out those in which no such token can be. A quotation mark within a text is
        // written otherwise, so no text looks like one.
        var states = await db.Set<ProcessInstance>().Where(one => one.DefinitionHash == hash && one.EndedAt == null && (instanceId == null || one.Id == instanceId))
            .Where(one => one.State.Contains("\"wait\":\"call\"") || one.State.Contains("\"wait\":\"join\"") || one.State.Contains("\"wait\":\"inclusive\"") || one.State.Contains("\"wait\":\"receive\""))
            .OrderBy(one => one.Id).Select(one => one.State).Take(most + 1).ToListAsync(ct);
        return [.. states.Take(most).SelectMany((state, at) => InstanceState.FromJson(state).Tokens.Where(token => Counted.Contains(token.Wait)).Select(token => (token.ElementId, Case: at)))
            .GroupBy(one => one.ElementId, StringComparer.Ordinal).Select(group => new Resting(group.Key, group.Count(), group.Select(one => one.Case).Distinct().Count(), states.Count <= most))];
    }
}
