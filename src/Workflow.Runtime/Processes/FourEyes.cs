using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// <c>wf:notSameAs</c>: who did that element in this case, or in whose place it was done, has no part in this one: neither as who does it nor as
/// the one in whose place it is done.
/// </summary>
public static class FourEyes
{
    /// <summary>Whether one of these people is barred; a trip only when the task has such a rule.</summary>
    public static async Task<bool> Bars(WorkflowDbContext db, OpenTask task, CancellationToken ct, params IEnumerable<Guid?> people)
    {
        if (task.NotSameAs.Length == 0)
        {
            return false;
        }

        var barred = await Of(db, task, ct);
        return people.Any(person => person is { } one && barred.Contains(one));
    }

    /// <summary>Everyone who is barred.</summary>
    public static async Task<IReadOnlySet<Guid>> Of(WorkflowDbContext db, OpenTask task, CancellationToken ct) => task.NotSameAs.Length == 0 ? new HashSet<Guid>() : [..
        (await db.Set<OpenTask>().AsNoTracking().Where(done => done.InstanceId == task.InstanceId && done.ElementId == task.NotSameAs && done.ClosedAt != null && done.ClosedById != null)
            .Select(done => new { done.ClosedById, done.ForId }).ToListAsync(ct)).SelectMany(done => new[] { done.ClosedById, done.ForId }).OfType<Guid>()];

    internal static Refusal Refusal(OpenTask task) =>
        new("task.four-eyes", $"“{task.Name}” phải do người khác làm: đồng chí, hoặc đồng chí được làm thay, đã làm bước trước của hồ sơ này. Đồng chí để người khác nhận việc.");
}
