using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>Asks which tasks wait.</summary>
public static class OpenTasks
{
    /// <summary>The tasks on a subject that wait for a group of candidates, oldest first. For reading: rows are not tracked.</summary>
    public static async Task<IReadOnlyList<OpenTask>> Of(WorkflowDbContext db, Guid subjectId, string candidates, CancellationToken ct)
    {
        var tasks = new List<OpenTask>();
        await foreach (var task in Query.For(db)(db, subjectId, candidates).WithCancellation(ct))
        {
            tasks.Add(task);
        }

        return tasks;
    }

    private static readonly PerModel<Func<WorkflowDbContext, Guid, string, IAsyncEnumerable<OpenTask>>> Query = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid subjectId, string candidates) => db.Set<OpenTask>()
            .Where(task => task.SubjectId == subjectId && task.ClosedAt == null && task.Candidates == candidates).OrderBy(task => task.Id).AsNoTracking()));
}
