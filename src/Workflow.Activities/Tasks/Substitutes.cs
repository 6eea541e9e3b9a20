using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>
/// Resolves who stands in for whom on tasks: when they open, and by the act that records or withdraws an absence. Never on an opinion, a vote, a seat in
/// a body or a signature.
/// </summary>
internal static class Substitutes
{
    // A statement of SQL Server takes 2,100 parameters, an entry of the log nine.
    private const int MostTold = 200;
    private const int MostNamed = 5;

    /// <summary>When tasks open; see <see cref="ResolveSubstitutes"/>.</summary>
    public static async Task AtOpening(WorkflowDbContext db, IReadOnlyList<OpenTask> opened, IReadOnlyList<Absence> absences, CancellationToken ct)
    {
        var of = opened.Where(task => StageWork.Passes(task.TaskKey)).ToList();
        if (of.Count == 0)
        {
            return;
        }

        var at = of[0].OpenedAt;
        var roll = await Roll.Read(db, of[0].OrganizationId, VietnamTime.DayOf(at), at, [.. absences.Select(row => row.PersonId).Distinct()], ct);
        foreach (var task in of)
        {
            // Nothing of this act is in the database yet.
            var rows = db.Set<TaskCandidate>().Local.Where(row => row.TaskId == task.Id).Select(row => row.Word).ToList();
            var words = await Words(db, task, rows, ct);
            db.AddRange(absences.Where(absence => absence.Ends > at && IsFor(roll.Of(absence.PersonId), words)).Select(absence => Row(task, absence)));
        }
    }

    /// <summary>The open tasks that an absent person could do; tracked.</summary>
    public static async Task<IReadOnlyList<OpenTask>> OpenOf(WorkflowDbContext db, Guid person, IReadOnlySet<string> words, CancellationToken ct)
    {
        var borne = words.Where(word => !word.StartsWith(CandidateWords.OfBody, StringComparison.Ordinal)).ToList();
        var open = db.Set<OpenTask>().Where(task => task.ClosedAt == null && (task.TaskKey == "" || StageWork.All.Contains(task.TaskKey)));
        var found = await open.Where(task => borne.Contains(task.Candidates) || db.Set<TaskCandidate>().Any(row => row.TaskId == task.Id && borne.Contains(row.Word))
            || (task.Candidates.Contains(CandidateWords.Drafter) && (db.Set<Draft>().Any(draft => draft.Id == task.SubjectId && draft.DrafterId == person) || db.Set<CaseFile>().Any(file => file.Id == task.SubjectId && file.StartedById == person))))
            .OrderBy(task => task.Id).ToListAsync(ct);
        var several = found.Where(task => task.Candidates.Contains(',', StringComparison.Ordinal)).Select(task => task.Id).ToList();
        var rows = (await db.Set<TaskCandidate>().AsNoTracking().Where(row => several.Contains(row.TaskId)).ToListAsync(ct)).ToLookup(row => row.TaskId, row => row.Word);
        var passing = new List<OpenTask>();
        foreach (var task in found)
        {
            if (IsFor(words, await Words(db, task, [.. rows[task.Id]], ct)))
            {
                passing.Add(task);
            }
        }

        return passing;
    }

    /// <summary>From the beginning of the absence, or from now on, to its end.</summary>
    public static TaskSubstitute Row(OpenTask task, Absence absence) => new()
    {
        TaskId = task.Id,
        AbsenceId = absence.Id,
        OrganizationId = task.OrganizationId,
        AbsentId = absence.PersonId,
        SubstituteId = absence.SubstituteId,
        Since = absence.Begins.ToUniversalTime(),
        Until = absence.Ends.ToUniversalTime(),
    };

    /// <summary>A line for the story of each matter of these tasks; of a great many only for the first, since each is a place in the log.</summary>
    public static IReadOnlyList<(Guid SubjectId, string Text)> Told(IReadOnlyList<OpenTask> tasks, Func<string, string> line) =>
        [.. tasks.GroupBy(task => task.SubjectId).Take(MostTold).Select(group => (group.Key, line(string.Join(", ", group.Select(task => $"“{task.Name}”").Distinct().Take(MostNamed)))))];

    /// <summary>The words of a task, its drafter by name.</summary>
    public static async Task<IReadOnlyList<string>> Words(WorkflowDbContext db, OpenTask task, IReadOnlyList<string> several, CancellationToken ct)
    {
        IReadOnlyList<string> words = several.Count > 0 ? several : [task.Candidates];
        return words.Contains(CandidateWords.Drafter) && await DrafterOf(db, task.SubjectId, ct) is { } drafter ? [.. words, CandidateWords.Of(drafter)] : words;
    }

    /// <summary>A seat in a body is the member's own, and so is the pen: neither passes to who stands in.</summary>
    public static bool IsFor(IReadOnlySet<string> absent, IReadOnlyList<string> words) =>
        !words.Contains(CandidateWords.Signer) && words.Any(word => !word.StartsWith(CandidateWords.OfBody, StringComparison.Ordinal) && absent.Contains(word));

    /// <summary>Who began or drew up each of these matters, in one trip for all of them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> Drafters(WorkflowDbContext db, IReadOnlyCollection<Guid> subjects, CancellationToken ct) => subjects.Count == 0 ? new Dictionary<Guid, Guid>()
        : await db.Set<CaseFile>().Where(file => subjects.Contains(file.Id)).Select(file => new { file.Id, By = file.StartedById })
            .Concat(db.Set<Draft>().Where(draft => subjects.Contains(draft.Id)).Select(draft => new { draft.Id, By = draft.DrafterId })).ToDictionaryAsync(one => one.Id, one => one.By, ct);

    private static async Task<Guid?> DrafterOf(WorkflowDbContext db, Guid subject, CancellationToken ct) =>
        db.Set<CaseFile>().Local.FirstOrDefault(file => file.Id == subject)?.StartedById ?? db.Set<Draft>().Local.FirstOrDefault(draft => draft.Id == subject)?.DrafterId
        ?? await db.Set<CaseFile>().Where(file => file.Id == subject).Select(file => (Guid?)file.StartedById).SingleOrDefaultAsync(ct)
        ?? await db.Set<Draft>().Where(draft => draft.Id == subject).Select(draft => (Guid?)draft.DrafterId).SingleOrDefaultAsync(ct);
}
