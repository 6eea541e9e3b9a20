using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Adds the rows of who stands in on tasks that have just opened, given the absences that are not over. Who knows what the words of candidates mean
/// registers it; called only when somebody is away.
/// </summary>
public delegate Task ResolveSubstitutes(WorkflowDbContext db, IReadOnlyList<OpenTask> opened, IReadOnlyList<Absence> absences, CancellationToken ct);

/// <summary>Resolves, at the end of an act, who stands in on the tasks that it opened.</summary>
internal sealed class Substitution(WorkflowDbContext db, ResolveSubstitutes? resolve)
{
    private (Guid Organization, DateTimeOffset At, List<Absence> Rows)? known;

    /// <summary>Whoever read the case saw in the same trip that nobody is away at this instant.</summary>
    public void NobodyIsAway(Guid organization, DateTimeOffset at) => known = (organization, at, []);

    public async Task Resolve(IReadOnlyCollection<OpenTask> opened, CancellationToken ct)
    {
        foreach (var group in opened.Where(task => task.ClosedAt is null).GroupBy(task => (task.OrganizationId, task.OpenedAt)).ToList())
        {
            if (resolve is not null && await Absences(group.Key.OrganizationId, group.Key.OpenedAt, ct) is { Count: > 0 } absences)
            {
                await resolve(db, [.. group], absences, ct);
            }
        }
    }

    // A timer that fires a hundred cases at one instant asks once.
    private async Task<List<Absence>> Absences(Guid organization, DateTimeOffset at, CancellationToken ct)
    {
        if (known is not { } one || one.Organization != organization || one.At != at)
        {
            var day = VietnamTime.DayOf(at);
            var rows = await db.Set<Absence>().AsNoTracking().Where(row => row.WithdrawnAt == null && row.To >= day).OrderBy(row => row.Id).ToListAsync(ct);
            known = one = (organization, at, rows);
        }

        return one.Rows;
    }
}
