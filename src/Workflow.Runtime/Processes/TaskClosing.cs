using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>Closes tasks; those with several candidates leave none of them behind, so that finding what waits never grows with the archive.</summary>
internal static class TaskClosing
{
    /// <summary>Reads the candidates that closing these will remove; a trip only when one of them has several.</summary>
    public static async Task LoadCandidates(WorkflowDbContext db, IReadOnlyList<OpenTask> tasks, CancellationToken ct)
    {
        var several = tasks.Where(task => Candidates.AreSeveral(task.Candidates)).Select(task => task.Id).ToList();
        if (several.Count > 0)
        {
            await db.Set<TaskCandidate>().Where(row => several.Contains(row.TaskId)).LoadAsync(ct);
        }
    }

    public static void Close(WorkflowDbContext db, OpenTask task, DateTimeOffset at)
    {
        task.Close(at);
        if (Candidates.AreSeveral(task.Candidates))
        {
            db.RemoveRange(db.Set<TaskCandidate>().Local.Where(row => row.TaskId == task.Id).ToList());
        }
    }
}
