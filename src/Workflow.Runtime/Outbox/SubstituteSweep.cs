using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Outbox;

/// <summary>
/// An absence recorded or withdrawn in the very moment in which a task opens: neither of the two acts sees the other. What both missed is made good
/// here, soon after; letting them wait for each other would cost every act that opens a task.
/// </summary>
public sealed class SubstituteSweep(IServiceScopeFactory scopes, TimeProvider clock, ResolveSubstitutes? resolve = null)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LookedBack = TimeSpan.FromMinutes(10);

    // Longer than any act lasts.
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(2);

    private DateTimeOffset next;

    /// <summary>Looks when it is time to; answers how many tasks were missed.</summary>
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < next)
        {
            return 0;
        }

        next = now + Between;
        return await Run(ct);
    }

    /// <summary>Looks now.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        var since = now - LookedBack;
        var fresh = await db.Set<Absence>().IgnoreQueryFilters().AsNoTracking().Where(row => row.DecidedAt >= since || row.WithdrawnAt >= since).ToListAsync(ct);
        var found = 0;
        foreach (var absence in fresh)
        {
            scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = absence.OrganizationId;
            found += absence.WithdrawnAt is { } withdrawn ? await End(db, absence.Id, withdrawn, ct) : await Begin(db, absence, now, ct);
        }

        return found;
    }

    private static Task<int> End(WorkflowDbContext db, Guid absence, DateTimeOffset withdrawn, CancellationToken ct) =>
        db.Set<TaskSubstitute>().Where(row => row.AbsenceId == absence && row.Until > withdrawn).ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, withdrawn), ct);

    private async Task<int> Begin(WorkflowDbContext db, Absence absence, DateTimeOffset now, CancellationToken ct)
    {
        var (from, to, id) = ((absence.DecidedAt - Moment).ToUniversalTime(), (absence.DecidedAt + Moment).ToUniversalTime(), absence.Id);
        var tasks = await db.Set<OpenTask>().Where(task => task.ClosedAt == null && task.OpenedAt >= from && task.OpenedAt <= to && !db.Set<TaskSubstitute>().Any(row => row.TaskId == task.Id && row.AbsenceId == id)).ToListAsync(ct);
        if (resolve is null || tasks.Count == 0)
        {
            return 0;
        }

        var ids = tasks.ConvertAll(task => task.Id);
        await db.Set<TaskCandidate>().Where(row => ids.Contains(row.TaskId)).LoadAsync(ct);
        await resolve(db, tasks, [absence], ct);
        var missed = db.ChangeTracker.Entries<TaskSubstitute>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.TaskId).ToHashSet();
        try
        {
            if (missed.Count > 0)
            {
                var people = await db.Set<Person>().AsNoTracking().Where(person => person.Id == absence.PersonId || person.Id == absence.SubstituteId).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
                await CommitSave.Run(db, absence.OrganizationId, [.. tasks.Where(task => missed.Contains(task.Id)).Select(task => new AuditNote(
                    Guid.Empty, "Hệ thống", "substitute", task.SubjectId, $"Việc “{task.Name}” mở đúng lúc ghi vắng mặt: đ/c {people[absence.SubstituteId]} làm thay được cho đ/c {people[absence.PersonId]}. Lý do vắng: {absence.Reason.TrimEnd('.')}."))], now, ct);
            }
        }
        catch (Exception error) when (Conflicts.IsConflict(error))
        {
            // Another host was faster.
            missed.Clear();
        }

        db.ChangeTracker.Clear();
        return missed.Count;
    }
}
