using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Someone whose work a person may do as well, with the words that are the absent one's today: who holds an office no more has nothing to pass on.</summary>
internal sealed record StandIn(Guid AbsentId, IReadOnlySet<string> Words);

/// <summary>A person, as far as tasks are concerned: the words of today, and for whom the person stands in.</summary>
internal sealed record Who(Guid Id, IReadOnlySet<string> Words, IReadOnlyList<StandIn> StandsIn);

/// <summary>
/// A task with what the decision needs: its words (a drafter by name), who stands in on it now, and who is barred by the rule of four eyes.
/// </summary>
internal sealed record TaskFacts(OpenTask Task, IReadOnlyList<string> Words, bool IsForSigner, IReadOnlyList<TaskSubstitute> Substitutes, IReadOnlySet<Guid> Barred);

/// <summary>The decision: a refusal, or in whose place (null: in their own right) the person may do the task.</summary>
internal sealed record Judged(Refusal? Refusal, Guid? ForId);

/// <summary>The one place that decides who may do a task, of the general page or of a stage that is office work. Offices and memberships are those of today, never the session's.</summary>
internal sealed class TaskRights(WorkflowDbContext db, Actor actor)
{
    // Tasks that opened during absences long ago are done long since.
    private const int MostStandIns = 30;

    private Who? me;

    /// <summary>May this person do this task?</summary>
    /// <param name="helps">Asked for an act on a stage, where others than the candidates may help as well; they never take it.</param>
    public static Judged Judge(Who who, TaskFacts facts, bool helps = false)
    {
        var task = facts.Task;
        if (task.ClosedAt is not null)
        {
            return new(new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất."), null);
        }

        if (!StageWork.Passes(task.TaskKey))
        {
            return new(new("task.own-page", "Việc này có trang riêng; đồng chí làm ở trang của dự thảo."), null);
        }

        if (task.HolderId is { } holder && holder != who.Id)
        {
            return new(new("task.held", "Việc này đã có đồng chí khác nhận. Đồng chí tải lại trang để xem ai đang làm."), null);
        }

        // In the own right first; then for whom one stands in.
        IEnumerable<Guid?> ways = task is { HolderId: not null, GivenById: not null } ? [task.ForId]
            : [.. facts.Words.Any(who.Words.Contains) || (helps && StageWork.Helpers(task.TaskKey).Any(who.Words.Contains)) ? new Guid?[] { null } : [], .. facts.Substitutes.Where(row => row.SubstituteId == who.Id && StandsIn(who, row, facts)).Select(row => (Guid?)row.AbsentId)];
        var all = ways.ToList();
        if (all.Count == 0)
        {
            return new(new("task.not-yours", "Việc này không giao cho đồng chí, hoặc đồng chí không còn giữ chức vụ được giao. Nếu cần, đồng chí liên hệ Văn phòng Đảng ủy."), null);
        }

        var open = all.FindIndex(way => !facts.Barred.Contains(who.Id) && !(way is { } absent && facts.Barred.Contains(absent)));
        return open >= 0 ? new(null, all[open])
            : new(new("task.four-eyes", $"“{task.Name}” phải do người khác làm: đồng chí, hoặc đồng chí được làm thay, đã làm bước trước của hồ sơ này. Đồng chí để người khác nhận việc."), null);
    }

    /// <summary>Decides for the actor.</summary>
    public async Task<Judged> Judge(OpenTask task, CancellationToken ct, bool helps = false) => Judge(await Me(ct), (await Facts([task], ct))[0], helps);

    /// <summary>The actor.</summary>
    public async Task<Who> Me(CancellationToken ct) => me ??= await Read(actor.PersonId, ct);

    /// <summary>Someone else.</summary>
    public async Task<Who> Read(Guid person, CancellationToken ct)
    {
        var absences = await db.Set<Absence>().AsNoTracking().Where(row => row.SubstituteId == person).OrderByDescending(row => row.To).Take(MostStandIns).ToListAsync(ct);
        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, [person, .. absences.Select(row => row.PersonId)], ct);
        return new(person, roll.Of(person), [.. absences.Select(row => row.PersonId).Distinct().Select(absent => new StandIn(absent, roll.Of(absent)))]);
    }

    /// <summary>What the decision needs to know of these tasks, in their order.</summary>
    public async Task<IReadOnlyList<TaskFacts>> Facts(IReadOnlyList<OpenTask> tasks, CancellationToken ct)
    {
        var several = tasks.Where(task => task.Candidates.Contains(',', StringComparison.Ordinal)).Select(task => task.Id).ToList();
        var rows = several.Count == 0 ? null : (await db.Set<TaskCandidate>().AsNoTracking().Where(row => several.Contains(row.TaskId)).ToListAsync(ct)).ToLookup(row => row.TaskId, row => row.Word);
        var (now, ids) = (actor.Now.ToUniversalTime(), tasks.Select(task => task.Id).ToList());
        var substitutes = (await db.Set<TaskSubstitute>().AsNoTracking().Where(row => ids.Contains(row.TaskId)).OrderBy(row => row.Since).ToListAsync(ct)).ToLookup(row => row.TaskId);
        IReadOnlyList<string> Stored(OpenTask task) => rows?[task.Id].ToList() is { Count: > 0 } some ? some : [task.Candidates];
        var drafters = await Substitutes.Drafters(db, [.. tasks.Where(task => Stored(task).Contains(CandidateWords.Drafter)).Select(task => task.SubjectId).Distinct()], ct);
        var facts = new List<TaskFacts>();
        foreach (var task in tasks)
        {
            var stored = Stored(task);
            IReadOnlyList<string> words = stored.Contains(CandidateWords.Drafter) && drafters.TryGetValue(task.SubjectId, out var drafter) ? [.. stored, CandidateWords.Of(drafter)] : stored;
            var isForSigner = words.Contains(CandidateWords.Signer);

            // Whoever took it in somebody's place goes on with it, though the absence is over.
            var inForce = substitutes[task.Id].Where(row => (row.Since <= now && now < row.Until) || (task.HolderId == row.SubstituteId && task.ForId == row.AbsentId)).ToList();

            // A matter of the office's own is signed by the secretary; a draft has its own page and rule.
            facts.Add(new(task, isForSigner ? [.. words, CandidateWords.Of(Office.Secretary)] : words, isForSigner, inForce, await FourEyes.Of(db, task, ct)));
        }

        return facts;
    }

    private static bool StandsIn(Who who, TaskSubstitute row, TaskFacts facts) =>
        !facts.IsForSigner && who.StandsIn.Any(one => one.AbsentId == row.AbsentId && Substitutes.IsFor(one.Words, facts.Words));
}
