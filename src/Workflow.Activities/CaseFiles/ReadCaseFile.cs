using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Tasks;
using Workflow.Domain.CaseFiles;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.CaseFiles;

/// <summary>Open work of a matter.</summary>
public sealed record CaseWorkRow(Guid? TaskId, string Name, string Whom, DateTimeOffset Since, DateTimeOffset? Due);

/// <summary>A matter, as those who took part see it.</summary>
public sealed record CaseFileView(Guid Id, string Title, string Process, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? SuspendedAt, IReadOnlyList<CaseWorkRow> Open, IReadOnlyList<HistoryRow> History);

/// <summary>One matter, for those who took part in it and for the office.</summary>
[Allow(Everyone = true)]
public sealed record ReadCaseFile(Guid Id) : IQuery<CaseFileView?>;

internal sealed class ReadCaseFileHandler(WorkflowDbContext db, TaskRights rights, Actor actor) : IRequestHandler<ReadCaseFile, CaseFileView?>
{
    public async Task<CaseFileView?> Handle(ReadCaseFile request, CancellationToken cancellationToken)
    {
        var file = await db.Set<CaseFile>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        var tasks = file is null ? [] : await db.Set<OpenTask>().AsNoTracking().Where(task => task.SubjectId == file.Id).OrderBy(task => task.OpenedAt).ThenBy(task => task.Id).ToListAsync(cancellationToken);
        if (file is null || !await MayRead(file, tasks, cancellationToken))
        {
            return null;
        }

        var case_ = await db.Set<ProcessInstance>().AsNoTracking().Where(row => row.Id == file.ProcessInstanceId).Join(db.Set<StoredDefinition>(), row => row.DefinitionHash, definition => definition.Hash, (row, definition) => new { definition.Name, row.EndedAt, row.SuspendedAt }).SingleAsync(cancellationToken);
        var machine = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.SubjectId == file.Id && message.DoneAt == null).ToListAsync(cancellationToken);
        var history = await db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == file.Id).OrderByDescending(entry => entry.Position).Take(200).Select(entry => new HistoryRow(entry.Position, entry.At, entry.ActorName, entry.Text)).ToListAsync(cancellationToken);
        var people = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var said = await TaskWords.Of(db, actor.OrganizationId, cancellationToken);
        return new(
            file.Id, file.Title, case_.Name, people.GetValueOrDefault(file.StartedById, ""), file.StartedAt, case_.EndedAt, case_.SuspendedAt,
            [.. tasks.Where(task => task.ClosedAt is null).Select(task => new CaseWorkRow(task.Id, task.Name, task.HolderId is { } holder ? $"đ/c {people.GetValueOrDefault(holder, "")}" : task.Candidates == CandidateWords.Drafter ? $"đ/c {people.GetValueOrDefault(file.StartedById, "")}" : said.Say(task.Candidates), task.OpenedAt, task.DueAt)),
             .. machine.Select(message => new CaseWorkRow(null, message.Name, message.FailedAt is null ? "Hệ thống" : "Hệ thống gặp sự cố, người quản trị cần xem", message.CreatedAt, null))],
            history);
    }

    private async Task<bool> MayRead(CaseFile file, List<OpenTask> tasks, CancellationToken ct)
    {
        var mine = actor.PersonId;
        if (file.StartedById == mine || Offices.OfDesk.Any((await actor.OfficesHeld(ct)).Contains) || tasks.Exists(task => task.ClosedById == mine || task.HolderId == mine || task.GivenById == mine || task.ForId == mine))
        {
            return true;
        }

        var me = await rights.Me(ct);
        return (await rights.Facts([.. tasks.Where(task => task.ClosedAt is null)], ct)).Any(facts => TaskRights.Judge(me, facts) is var judged && judged.Refusal is null or { Code: "task.held" } && (judged.ForId is not null || facts.Words.Any(me.Words.Contains)));
    }
}
