using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Who has an open stage of office work, and what the reader may do about that.</summary>
/// <param name="Holder">Who has taken it, and in whose place; empty while nobody has.</param>
/// <param name="Substitutes">"đ/c B xử lý thay đ/c A đến hết 30/11/2026", a sentence each.</param>
/// <param name="MayWork">The reader may do the work of the stage now.</param>
public sealed record StageHold(Guid TaskId, string TaskKey, string Name, string Holder, DateTimeOffset? HeldAt, bool IsMine, IReadOnlyList<string> Substitutes, bool MayWork, bool MayClaim, bool MayRelease, bool MayTakeBack);

/// <summary>Reads them for the pages of the stages.</summary>
internal sealed class StageHolds(WorkflowDbContext db, TaskRights rights, Actor actor)
{
    /// <summary>Of these open tasks those that are office work, in their order.</summary>
    public async Task<IReadOnlyList<StageHold>> Of(IEnumerable<OpenTask> open, CancellationToken ct)
    {
        var work = open.Where(task => task.TaskKey.Length > 0 && task.ClosedAt is null && StageWork.Passes(task.TaskKey)).ToList();
        if (work.Count == 0)
        {
            return [];
        }

        var me = await rights.Me(ct);
        var isHead = (await actor.OfficesHeld(ct)).Contains(Office.ChiefOfOffice);
        var facts = await rights.Facts(work, ct);
        var people = work.SelectMany(task => new[] { task.HolderId, task.ForId }).OfType<Guid>().Concat(facts.SelectMany(one => one.Substitutes).SelectMany(row => new[] { row.AbsentId, row.SubstituteId })).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        string Name(Guid id) => $"đ/c {names.GetValueOrDefault(id, "")}";
        Roll? roll = null;
        var holds = new List<StageHold>();
        foreach (var one in facts)
        {
            var task = one.Task;
            var mayTake = task.HolderId is null && TaskRights.Judge(me, one).Refusal is null;

            // What only one can do is not taken first: nobody would learn anything by it.
            if (mayTake)
            {
                roll ??= await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, null, ct);
                mayTake = one.Words.SelectMany(roll.Bearing).Concat(one.Substitutes.Select(row => row.SubstituteId)).Distinct().Skip(1).Any();
            }

            var holder = task.HolderId is { } held ? Name(held) + (task.ForId is { } absent ? $" (thay {Name(absent)})" : "") : "";
            holds.Add(new(
                task.Id, task.TaskKey, task.Name, holder, task.HeldAt, task.HolderId == actor.PersonId,
                [.. one.Substitutes.Select(row => $"{Name(row.SubstituteId)} xử lý thay {Name(row.AbsentId)} đến {TaskChange.Moment(row.Until)}").Distinct()],
                TaskRights.Judge(me, one, helps: true).Refusal is null, mayTake, task.HolderId == actor.PersonId, isHead && task.HolderId is { } other && other != actor.PersonId));
        }

        return holds;
    }
}
