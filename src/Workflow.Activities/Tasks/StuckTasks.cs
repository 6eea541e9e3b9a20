using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Finds the tasks that nobody can do today: an office is vacant, an account closed, the only one is barred by the rule of four eyes.</summary>
internal sealed class StuckTasks(WorkflowDbContext db, TaskRights rights, Actor actor)
{
    private const int Most = 200;

    private Roll? everyone;

    /// <summary>Why nobody can do a task; null when somebody can.</summary>
    public async Task<string?> Why(OpenTask task, CancellationToken ct) => Why(await Everyone(ct), await StandIns(ct), (await rights.Facts([task], ct))[0]);

    /// <summary>Those found, at most 200, with the reason. Looks at the words that tasks wait for, not at each task.</summary>
    public async Task<IReadOnlyList<(OpenTask Task, string Why)>> Find(CancellationToken ct)
    {
        var roll = await Everyone(ct);
        var open = db.Set<OpenTask>().AsNoTracking().Where(task => task.ClosedAt == null);
        string[] others = [CandidateWords.Drafter, CandidateWords.Signer, CandidateWords.Units];
        var alive = roll.Alive.Concat(others).ToHashSet(StringComparer.Ordinal);
        var waited = await open.Select(task => task.Candidates).Distinct().ToListAsync(ct);
        var dead = waited.FindAll(words => !words.Contains(',', StringComparison.Ordinal) && !alive.Contains(words));
        var wordsOfSeveral = (await db.Set<TaskCandidate>().Select(row => row.Word).Distinct().ToListAsync(ct)).FindAll(alive.Contains);
        var suspects = new List<OpenTask>();
        suspects.AddRange(await open.Where(task => dead.Contains(task.Candidates)).OrderBy(task => task.UrgentAt).Take(Most).ToListAsync(ct));
        suspects.AddRange(await open.Where(task => db.Set<TaskCandidate>().Any(row => row.TaskId == task.Id) && !db.Set<TaskCandidate>().Any(row => row.TaskId == task.Id && wordsOfSeveral.Contains(row.Word))).OrderBy(task => task.UrgentAt).Take(Most).ToListAsync(ct));
        suspects.AddRange(await open.Where(task => (task.TaskKey == "" || StageWork.All.Contains(task.TaskKey)) && (task.HolderId != null || task.NotSameAs != "" || others.Contains(task.Candidates))).OrderBy(task => task.UrgentAt).Take(Most).ToListAsync(ct));
        suspects = [.. suspects.DistinctBy(task => task.Id).OrderBy(task => task.UrgentAt).Take(Most)];
        var standIns = await StandIns(ct);
        return [.. (await rights.Facts(suspects, ct)).Select(facts => (facts.Task, Why: Why(roll, standIns, facts))).Where(one => one.Why is not null).Select(one => (one.Task, one.Why!))];
    }

    private static string? Why(Roll roll, ILookup<Guid, StandIn> standIns, TaskFacts facts)
    {
        var task = facts.Task;
        if (!StageWork.Passes(task.TaskKey))
        {
            return facts.Words.Any(word => word is CandidateWords.Signer or CandidateWords.Units || roll.Bearing(word).Any()) ? null : "Chưa ai giữ chức vụ được giao; cần cử người giữ chức vụ đó.";
        }

        if (roll.Acting.Any(person => TaskRights.Judge(new(person, roll.Of(person), [.. standIns[person]]), facts, helps: true).Refusal is null))
        {
            return null;
        }

        return task.HolderId is not null ? "Người đã nhận không còn làm được (thôi chức vụ hoặc đã đóng tài khoản, hoặc đã làm bước trước); cần thu lại hoặc chỉ định người khác."
            : facts.Words.Any(word => roll.Bearing(word).Any()) ? "Những người được giao đều đã làm bước trước của hồ sơ này, nên không được làm bước này; cần chỉ định người khác."
            : "Không ai giữ chức vụ hoặc mang tên được giao; cần cử người giữ chức vụ đó hoặc chỉ định người làm.";
    }

    private async Task<Roll> Everyone(CancellationToken ct) => everyone ??= await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, null, ct);

    private async Task<ILookup<Guid, StandIn>> StandIns(CancellationToken ct)
    {
        var roll = await Everyone(ct);
        return (await db.Set<Absence>().AsNoTracking().OrderByDescending(row => row.To).Take(1_000).ToListAsync(ct)).ToLookup(row => row.SubstituteId, row => new StandIn(row.PersonId, roll.Of(row.PersonId)));
    }
}
