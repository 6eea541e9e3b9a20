using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Someone whose work a person does as well, with the words that are the absent one's today.</summary>
internal sealed record StandIn(Absence Absence, IReadOnlySet<string> Words);

/// <summary>A person, as far as tasks are concerned: the words of today, and for whom the person stands in.</summary>
internal sealed record Who(Guid Id, IReadOnlySet<string> Words, IReadOnlyList<StandIn> StandsIn);

/// <summary>A task with what the decision needs: its words (a drafter by name), and who is barred by the rule of four eyes.</summary>
internal sealed record TaskFacts(OpenTask Task, IReadOnlyList<string> Words, bool IsForSigner, IReadOnlySet<Guid> Barred);

/// <summary>The decision: a refusal, or in whose place (null: in their own right) the person may do the task.</summary>
internal sealed record Judged(Refusal? Refusal, Guid? ForId);

/// <summary>The one place that decides who may do a task of the general page. Offices and memberships are those of today, never the session's.</summary>
internal sealed class TaskRights(WorkflowDbContext db, Actor actor)
{
    // Tasks that opened during absences long ago are done long since.
    private const int MostStandIns = 30;

    private Who? me;

    /// <summary>May this person do this task?</summary>
    public static Judged Judge(Who who, TaskFacts facts)
    {
        var task = facts.Task;
        if (task.ClosedAt is not null)
        {
            return new(new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất."), null);
        }

        if (task.TaskKey.Length > 0)
        {
            return new(new("task.own-page", "Việc này có trang riêng; đồng chí làm ở trang của dự thảo."), null);
        }

        if (task.HolderId is { } holder && holder != who.Id)
        {
            return new(new("task.held", "Việc này đã có đồng chí khác nhận. Đồng chí tải lại trang để xem ai đang làm."), null);
        }

        // In the own right first; then for whom one stands in.
        IEnumerable<Guid?> ways = task is { HolderId: not null, GivenById: not null } ? [task.ForId]
            : [.. facts.Words.Any(who.Words.Contains) ? new Guid?[] { null } : [], .. who.StandsIn.Where(one => StandsIn(one, facts)).Select(one => (Guid?)one.Absence.PersonId)];
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
    public async Task<Judged> Judge(OpenTask task, CancellationToken ct) => Judge(await Me(ct), (await Facts([task], ct))[0]);

    /// <summary>The actor.</summary>
    public async Task<Who> Me(CancellationToken ct) => me ??= await Read(actor.PersonId, ct);

    /// <summary>Someone else.</summary>
    public async Task<Who> Read(Guid person, CancellationToken ct)
    {
        var absences = await db.Set<Absence>().AsNoTracking().Where(row => row.SubstituteId == person).OrderByDescending(row => row.To).Take(MostStandIns).ToListAsync(ct);
        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, [person, .. absences.Select(row => row.PersonId)], ct);
        return new(person, roll.Of(person), [.. absences.Select(row => new StandIn(row, roll.Of(row.PersonId)))]);
    }

    /// <summary>What the decision needs to know of these tasks, in their order.</summary>
    public async Task<IReadOnlyList<TaskFacts>> Facts(IReadOnlyList<OpenTask> tasks, CancellationToken ct)
    {
        var several = tasks.Where(task => task.Candidates.Contains(',', StringComparison.Ordinal)).Select(task => task.Id).ToList();
        var rows = several.Count == 0 ? null : (await db.Set<TaskCandidate>().AsNoTracking().Where(row => several.Contains(row.TaskId)).ToListAsync(ct)).ToLookup(row => row.TaskId, row => row.Word);
        var facts = new List<TaskFacts>();
        foreach (var task in tasks)
        {
            var words = rows?[task.Id].ToList() is { Count: > 0 } all ? all : [task.Candidates];
            var isForSigner = words.Contains(CandidateWords.Signer);
            if (words.Contains(CandidateWords.Drafter) && await DrafterOf(task.SubjectId, ct) is { } drafter)
            {
                words = [.. words, CandidateWords.Of(drafter)];
            }

            // A matter of the office's own is signed by the secretary; a draft has its own page and rule.
            facts.Add(new(task, isForSigner ? [.. words, CandidateWords.Of(Office.Secretary)] : words, isForSigner, await FourEyes.Of(db, task, ct)));
        }

        return facts;
    }

    // A seat in a body is the member's own, and so is the pen: neither passes to who stands in.
    private static bool StandsIn(StandIn one, TaskFacts facts) => !facts.IsForSigner && one.Absence.Covers(facts.Task.OpenedAt)
        && facts.Words.Any(word => !word.StartsWith(CandidateWords.OfBody, StringComparison.Ordinal) && one.Words.Contains(word));

    private async Task<Guid?> DrafterOf(Guid subject, CancellationToken ct) =>
        await db.Set<CaseFile>().Where(file => file.Id == subject).Select(file => (Guid?)file.StartedById).SingleOrDefaultAsync(ct)
        ?? await db.Set<Draft>().Where(draft => draft.Id == subject).Select(draft => (Guid?)draft.DrafterId).SingleOrDefaultAsync(ct);
}
