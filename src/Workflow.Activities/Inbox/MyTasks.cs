using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Authority;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Inbox;

/// <summary>The last task of a page: the next page goes on behind it.</summary>
internal sealed record TaskKey(DateTimeOffset UrgentAt, Guid Id);

/// <summary>
/// Finds the tasks that wait for a person, most urgent first, a page at a time. Each way in which a task may be somebody's is one short look into
/// an index that ends after a page; together they are one statement. However much waits for others, it is not read.
/// </summary>
internal sealed class MyTasks(WorkflowDbContext db, TaskRights rights, Actor actor)
{
    private const int MostToSign = 50;
    private const int FewOfMine = 200;

    // Members set by name: what a constructor takes cannot be ordered by in a statement.
    private sealed record Place
    {
        public DateTimeOffset UrgentAt { get; init; }

        public Guid Id { get; init; }
    }

    /// <summary>A page behind a key; one more than <paramref name="size"/> when there is a further page.</summary>
    public async Task<IReadOnlyList<OpenTask>> Page(TaskKey? after, int size, CancellationToken ct)
    {
        var me = await rights.Me(ct);
        IQueryable<Place> Cut(IQueryable<OpenTask> tasks) => Ordered(Behind(tasks, after).Select(task => new Place { UrgentAt = task.UrgentAt, Id = task.Id })).Take(size + 1);
        var ways = new List<IQueryable<Place>>();
        foreach (var word in me.Words)
        {
            ways.Add(Cut(Offered(Open().Where(task => task.Candidates == word && task.TaskKey != TaskKeys.Review), actor.PersonId)));
            ways.Add(Cut(Offered(Several(word), actor.PersonId)));
        }

        ways.Add(Cut(Offered(await Drafted(actor.PersonId, ct), actor.PersonId)));
        ways.Add(Cut(Open().Where(task => task.HolderId == actor.PersonId)));
        ways.Add(Cut(Open().Where(task => task.GivenById == actor.PersonId)));
        foreach (var body in Enum.GetValues<BodyKind>().Select(CandidateWords.Of).Where(body => me.Words.Contains(body) || body == CandidateWords.Of(BodyKind.StandingCommittee)))
        {
            ways.Add(Cut(Open().Where(task => task.Candidates == body && task.TaskKey == TaskKeys.Review
                && db.Set<ReviewRound>().Any(round => round.DraftId == task.SubjectId && round.ClosedAt == null && db.Set<OpinionSheet>().Any(sheet => sheet.RoundId == round.Id && sheet.PersonId == actor.PersonId && sheet.Answer == null)))));
        }

        if (await ToSign(me, ct) is { Count: > 0 } toSign)
        {
            ways.Add(Cut(Open().Where(task => toSign.Contains(task.Id))));
        }

        if (me.StandsIn.Count > 0)
        {
            ways.Add(Cut(Offered(Substituted(actor.Now.ToUniversalTime()), actor.PersonId)));
        }

        var places = await Ordered(ways.Aggregate((all, way) => all.Union(way))).Take(size + 1).ToListAsync(ct);
        var ids = places.ConvertAll(place => place.Id);
        var rows = await db.Set<OpenTask>().AsNoTracking().Where(task => ids.Contains(task.Id)).ToDictionaryAsync(task => task.Id, ct);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    // What I may do in somebody's place now, unless that one is barred by the rule of four eyes.
    private IQueryable<OpenTask> Substituted(DateTimeOffset now) => db.Set<TaskSubstitute>().Where(row => row.SubstituteId == actor.PersonId && row.Since <= now && row.Until > now)
        .Join(Open(), row => row.TaskId, task => task.Id, (row, task) => new { row.AbsentId, Task = task })
        .Where(one => one.Task.NotSameAs == "" || !db.Set<OpenTask>().Any(done => done.InstanceId == one.Task.InstanceId && done.ElementId == one.Task.NotSameAs && done.ClosedAt != null && (done.ClosedById == one.AbsentId || done.ForId == one.AbsentId)))
        .Select(one => one.Task);

    private IQueryable<OpenTask> Open() => db.Set<OpenTask>().AsNoTracking().Where(task => task.ClosedAt == null);

    private IQueryable<OpenTask> Several(string word) => db.Set<TaskCandidate>().Where(row => row.Word == word).Join(Open(), row => row.TaskId, task => task.Id, (_, task) => task);

    // Not to one who is barred by the rule of four eyes.
    private IQueryable<OpenTask> Offered(IQueryable<OpenTask> tasks, Guid person) => tasks.Where(task => task.NotSameAs == "" || !db.Set<OpenTask>().Any(done =>
        done.InstanceId == task.InstanceId && done.ElementId == task.NotSameAs && done.ClosedAt != null && (done.ClosedById == person || done.ForId == person)));

    // What waits for whoever drew it up. Who drew up few things finds their tasks by these, however many others wait; who drew up many comes upon them soon
    // among all, looked up one by one: what compares the ids keeps the database from collecting all that are mine before it looks at the first.
    private async Task<IQueryable<OpenTask>> Drafted(Guid person, CancellationToken ct)
    {
        var tasks = Open().Where(task => task.Candidates == CandidateWords.Drafter);
        var mine = await db.Set<CaseFile>().Where(file => file.StartedById == person).OrderBy(file => file.StartedById).Select(file => file.Id).Take(FewOfMine + 1)
            .Concat(db.Set<Draft>().Where(draft => draft.DrafterId == person).OrderBy(draft => draft.DrafterId).Select(draft => draft.Id).Take(FewOfMine + 1)).ToListAsync(ct);
        return mine.Count <= FewOfMine ? tasks.Where(task => mine.Contains(task.SubjectId))
            : tasks.Where(task => db.Set<Draft>().Any(draft => draft.Id == task.SubjectId && draft.DrafterId == person && draft.Id != task.Id) || db.Set<CaseFile>().Any(file => file.Id == task.SubjectId && file.StartedById == person && file.Id != task.Id));
    }

    private static IQueryable<OpenTask> Behind(IQueryable<OpenTask> tasks, TaskKey? after) => after is null ? tasks
        : tasks.Where(task => task.UrgentAt > after.UrgentAt || (task.UrgentAt == after.UrgentAt && task.Id > after.Id));

    private static IQueryable<Place> Ordered(IQueryable<Place> places) => places.OrderBy(place => place.UrgentAt).ThenBy(place => place.Id);

    // Whose signature it is stands in the text, so only texts can tell; few wait for a signature at a time.
    private async Task<List<Guid>> ToSign(Who me, CancellationToken ct)
    {
        var offices = await actor.OfficesHeld(ct);
        if (!offices.Overlaps(AuthorityRules.Signers))
        {
            return [];
        }

        var waiting = await Open().Where(task => task.Candidates == CandidateWords.Signer).OrderBy(task => task.UrgentAt).Take(MostToSign).ToListAsync(ct);
        var subjects = waiting.Where(task => task.TaskKey.Length > 0).Select(task => task.SubjectId).ToList();
        var drafts = await db.Set<Draft>().AsNoTracking().Where(draft => subjects.Contains(draft.Id)).ToDictionaryAsync(draft => draft.Id, ct);
        var authority = await AuthorityOn.Day(db, actor.Today, ct);
        var mine = new List<Guid>();
        foreach (var task in waiting)
        {
            if (task.TaskKey.Length == 0 ? me.Words.Contains(CandidateWords.Of(Office.Secretary))
                : drafts.TryGetValue(task.SubjectId, out var draft) && authority.MaySign(await DraftToChange.CurrentText(db, draft, ct), draft.CurrentHash, draft.CurrentHash, actor.Name, [.. offices]) is null)
            {
                mine.Add(task.Id);
            }
        }

        return mine;
    }
}
