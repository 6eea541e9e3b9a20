using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.CaseFiles;
using Workflow.Activities.Pipeline;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Forms;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Tasks;

/// <summary>Someone to whom a task may be given.</summary>
public sealed record PersonChoice(Guid Id, string Name);

/// <summary>What one who sees a task may do with it.</summary>
public sealed record TaskActs(bool Complete, bool Claim, bool Release, bool Delegate, bool Recall, bool TakeBack, bool Assign);

/// <summary>A task of the general page; or a stage that is office work, which is taken and given back here and done on its own page.</summary>
/// <param name="State">One sentence: how it stands, whose turn it is.</param>
/// <param name="Known">What the case knows of the fields, by name: text, number, truth.</param>
/// <param name="InPlaceOf">Name of the one in whose place the reader does it; empty in the own right.</param>
public sealed record TaskView(
    Guid Id, string Name, string Subject, string CaseLink, string Process, string From, DateTimeOffset Since, DateTimeOffset? Due, int Priority, string Whom, string State, string InPlaceOf, string Note,
    DateTimeOffset? ClosedAt, TaskSheet Sheet, IReadOnlyDictionary<string, object?> Known, TaskActs May, IReadOnlyList<PersonChoice> People, string OwnPage, bool IsStage);

/// <summary>One task, for those who may do it, hold it, passed it on, did it, or look after it.</summary>
[Allow(Everyone = true)]
public sealed record ReadTask(Guid Id) : IQuery<TaskView?>;

internal sealed class ReadTaskHandler(WorkflowDbContext db, TaskRights rights, TaskSheets sheets, StuckTasks stuck, Actor actor) : IRequestHandler<ReadTask, TaskView?>
{
    // Pages of our own that a definition may name in wf:form, to be looked at beside the task.
    private static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal) { ["drafts"] = "/du-thao", ["conferences"] = "/hoi-nghi", ["register"] = "/van-ban", ["follow-up"] = "/theo-doi" };

    public async Task<TaskView?> Handle(ReadTask request, CancellationToken cancellationToken)
    {
        var task = await db.Set<OpenTask>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (task is null || !StageWork.Passes(task.TaskKey))
        {
            return null;
        }

        var mine = actor.PersonId;
        var offices = await actor.OfficesHeld(cancellationToken);
        var (me, facts) = (await rights.Me(cancellationToken), (await rights.Facts([task], cancellationToken))[0]);
        var judged = TaskRights.Judge(me, facts);
        var isOffice = Offices.OfDesk.Any(offices.Contains);
        var took = task.HolderId == mine || task.GivenById == mine || task.ForId == mine || task.ClosedById == mine;
        if (judged.Refusal is not null && !took && !isOffice && !offices.Contains(Office.Administrator) && !facts.Words.Any(me.Words.Contains))
        {
            return null;
        }

        // Who looks after the machine sees that a task stands still, not what is in it.
        var seesContent = judged.Refusal is null || took || isOffice || facts.Words.Any(me.Words.Contains);
        var isStage = task.TaskKey.Length > 0;
        var (sheet, known) = isStage ? (NoSheet, CaseVariables.FromJson("")) : await sheets.Read(task, cancellationToken);
        var isHead = offices.Contains(Office.ChiefOfOffice) || offices.Contains(Office.Administrator);
        var why = task.ClosedAt is null && isHead ? await stuck.Why(task, cancellationToken) : null;
        var may = new TaskActs(
            Complete: judged.Refusal is null && !isStage,
            Claim: judged.Refusal is null && task.HolderId is null && facts.Words.Any(IsOfMany),
            Release: task.ClosedAt is null && task.HolderId == mine,
            Delegate: !isStage && judged is { Refusal: null, ForId: null } && task.GivenById is null && sheet.IsDelegable,
            Recall: !isStage && task.ClosedAt is null && task.GivenById == mine && task.HolderId != mine,
            TakeBack: task.ClosedAt is null && isHead && task.HolderId is { } holder && holder != mine,
            Assign: why is not null && !isStage);
        var said = await TaskWords.Of(db, actor.OrganizationId, cancellationToken);
        var names = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        string Name(Guid? id) => id is { } one ? names.GetValueOrDefault(one, "Hệ thống") : "";
        var isCase = await db.Set<CaseFile>().AnyAsync(file => file.Id == task.SubjectId, cancellationToken);
        return new(
            task.Id, task.Name, (await Subjects.Titles(db, [task.SubjectId], cancellationToken)).GetValueOrDefault(task.SubjectId, ""), seesContent ? isCase ? $"/ho-so/{task.SubjectId}" : $"/du-thao/{task.SubjectId}" : "",
            await db.Set<ProcessInstance>().Where(row => row.Id == task.InstanceId).Join(db.Set<StoredDefinition>(), row => row.DefinitionHash, row => row.Hash, (_, row) => row.Name).SingleAsync(cancellationToken),
            Name(task.OpenedById), task.OpenedAt, task.DueAt, task.Priority, said.Say(task.Candidates), State(task, judged, why, Name, said), Name(judged.ForId), seesContent ? task.Note : "", task.ClosedAt, sheet,
            seesContent ? sheet.Fields.ToDictionary(field => field.Name, field => known[field.Name], StringComparer.Ordinal) : new Dictionary<string, object?>(), may,
            may.Delegate || may.Assign ? await People(facts, cancellationToken) : [], isStage ? await StagePage(task, cancellationToken) : Pages.GetValueOrDefault(task.Form, ""), isStage);
    }

    private static TaskSheet NoSheet { get; } = new([], [], false);

    private async Task<string> StagePage(OpenTask task, CancellationToken ct) =>
        task.TaskKey == TaskKeys.FollowUp && await db.Set<IssuedDocument>().Where(document => document.DraftId == task.SubjectId).Select(document => (Guid?)document.Id).SingleOrDefaultAsync(ct) is { } issued ? $"/van-ban/{issued}" : $"/du-thao/{task.SubjectId}";

    // What is one person's alone need not be taken first.
    private static bool IsOfMany(string word) => word.StartsWith("role:", StringComparison.Ordinal) || word.StartsWith(CandidateWords.OfBody, StringComparison.Ordinal);

    private string State(OpenTask task, Judged judged, string? why, Func<Guid?, string> name, TaskWords said)
    {
        static string Moment(DateTimeOffset at) => Domain.VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
        var inPlace = task.ForId is null ? "" : $" thay đ/c {name(task.ForId)}";
        if (task.ClosedAt is { } closed)
        {
            return task.ClosedById is null ? $"Việc này đã được rút lại lúc {Moment(closed)}." : $"Đ/c {name(task.ClosedById)} đã làm xong{inPlace} lúc {Moment(closed)}.";
        }

        if (task.HolderId is { } holder)
        {
            return holder != actor.PersonId
                ? task.GivenById == actor.PersonId ? $"Đồng chí đã giao việc này cho đ/c {name(holder)} lúc {Moment(task.HeldAt!.Value)}." : $"Đ/c {name(holder)} đã nhận{inPlace} lúc {Moment(task.HeldAt!.Value)}{(why is null ? "" : ". " + why)}"
                : task.GivenById is { } giver ? $"Đ/c {name(giver)} giao cho đồng chí lúc {Moment(task.HeldAt!.Value)}." : $"Đồng chí đã nhận việc này{inPlace} lúc {Moment(task.HeldAt!.Value)}.";
        }

        return judged.Refusal is null ? judged.ForId is null ? "Đến lượt đồng chí." : $"Đến lượt đồng chí, thay đ/c {name(judged.ForId)} đang vắng."
            : why ?? (judged.Refusal.Code == "task.not-yours" ? $"Đang chờ {said.Say(task.Candidates)}." : judged.Refusal.Text);
    }

    private async Task<IReadOnlyList<PersonChoice>> People(TaskFacts facts, CancellationToken ct)
    {
        var roll = await Roll.Read(db, actor.OrganizationId, actor.Today, actor.Now, null, ct);
        var acting = roll.Acting.Except(facts.Barred).Where(person => person != actor.PersonId).ToList();
        return await db.Set<Person>().AsNoTracking().Where(person => acting.Contains(person.Id)).OrderBy(person => person.FullName).Select(person => new PersonChoice(person.Id, person.Position == "" ? person.FullName : $"{person.FullName} ({person.Position})")).ToListAsync(ct);
    }
}
