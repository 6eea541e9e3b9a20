using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>
/// Stages of a draft that are office work: they are taken and given back, and a substitute may do them. The others are not in the list on purpose: an
/// opinion, a vote, a signature and a receipt are each one's own, whoever is away.
/// </summary>
internal static class StageWork
{
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        TaskKeys.Drafting, TaskKeys.Appraisal, TaskKeys.RoundOpening, TaskKeys.Conclusion, TaskKeys.Revision, TaskKeys.SigningProblem, TaskKeys.Sealing, TaskKeys.SealingProblem, TaskKeys.FollowUp,
    };

    /// <summary>The same, for statements.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Keys];

    /// <summary>Whether one may take it, or stand in for who would do it: office work of a stage, and every task of the general page.</summary>
    public static bool Passes(string taskKey) => taskKey.Length == 0 || Keys.Contains(taskKey);

    /// <summary>Who besides the candidates may help with a stage, without taking it from them.</summary>
    public static IReadOnlyList<string> Helpers(string taskKey) => taskKey switch
    {
        TaskKeys.Drafting => [CandidateWords.Desk],
        TaskKeys.SigningProblem or TaskKeys.SealingProblem => [CandidateWords.Of(Domain.Organizations.Office.RegistryClerk)],
        _ => [],
    };

    /// <summary>
    /// Asks whether the actor may work on the open task of a stage; remembers in whose place. None open is no refusal here: who completes it is told so
    /// by the runner.
    /// </summary>
    /// <param name="completes">The coming act ends the stage.</param>
    public static async Task<Refusal?> Refused(WorkflowDbContext db, Actor actor, Guid subject, string taskKey, bool completes, CancellationToken ct)
    {
        var task = await db.Set<OpenTask>().SingleOrDefaultAsync(row => row.SubjectId == subject && row.TaskKey == taskKey && row.ClosedAt == null, ct);
        if (task is null)
        {
            return null;
        }

        var judged = await new TaskRights(db, actor).Judge(task, ct, helps: true);
        if (judged.Refusal is not null)
        {
            return judged.Refusal.Code == "task.held" ? await Held(db, task, ct) : judged.Refusal;
        }

        actor.InPlaceOf = await TaskChange.InPlaceOf(db, judged.ForId, ct);
        if (completes)
        {
            task.ForId = judged.ForId;
        }

        return null;
    }

    /// <summary>Who has it, since when, and what to do now.</summary>
    public static async Task<Refusal> Held(WorkflowDbContext db, OpenTask task, CancellationToken ct) => new("task.held",
        $"Đ/c {await TaskChange.NameOf(db, task.HolderId, ct)} đã nhận việc “{task.Name}” lúc {TaskChange.Moment(task.HeldAt!.Value)}, nên lần này chưa ghi nhận gì. Đồng chí để đồng chí ấy làm, hoặc đề nghị đồng chí ấy trả lại việc; Chánh Văn phòng thu lại được, có ghi lý do.");
}
