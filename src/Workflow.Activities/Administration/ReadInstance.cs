using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Administration;

/// <summary>Work that waits for a person.</summary>
public sealed record OpenWorkRow(string Name, string Whom, DateTimeOffset Since, DateTimeOffset? Due);

/// <summary>A timer of a case.</summary>
public sealed record TimerRow(string Step, DateTimeOffset Due, string State);

/// <summary>Work that waits for the machine; with an error it is an incident. <paramref name="Outcomes"/> are the answers that a person may give in its place.</summary>
public sealed record MachineWorkRow(Guid Id, string Name, int Attempts, DateTimeOffset NotBefore, string Error, bool GaveUp, IReadOnlyList<string> Outcomes);

/// <summary>A line of the case's story.</summary>
public sealed record StoryRow(int Position, DateTimeOffset At, string Sentence);

/// <summary>A place that an operator may move the case from, and the steps it may go to.</summary>
public sealed record PlaceRow(string Token, string Step, IReadOnlyList<(string ElementId, string Name)> Targets);

/// <summary>One case as an operator sees it.</summary>
public sealed record InstanceView(
    Guid Id, Guid SubjectId, string Title, string Process, string DefinitionHash, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? SuspendedAt, string Xml, IReadOnlyList<string> Present, IReadOnlyList<string> Passed,
    IReadOnlyList<OpenWorkRow> Open, IReadOnlyList<MachineWorkRow> Machine, IReadOnlyList<TimerRow> Timers, IReadOnlyList<StoryRow> Story, IReadOnlyList<PlaceRow> Places, bool IsStuck, bool JournalGivesState, bool MayStop);

/// <summary>One case: where it stands, its story, its timers and incidents.</summary>
[Allow(Office.Administrator)]
public sealed record ReadInstance(Guid Id) : IQuery<InstanceView?>;

internal sealed class ReadInstanceHandler(WorkflowDbContext db, CaseReader cases) : IRequestHandler<ReadInstance, InstanceView?>
{
    public async Task<InstanceView?> Handle(ReadInstance request, CancellationToken cancellationToken)
    {
        var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (instance is null)
        {
            return null;
        }

        var definition = await db.Set<StoredDefinition>().AsNoTracking().SingleAsync(row => row.Hash == instance.DefinitionHash, cancellationToken);
        var tasks = await db.Set<OpenTask>().AsNoTracking().Where(task => task.InstanceId == instance.Id).OrderBy(task => task.OpenedAt).ToListAsync(cancellationToken);
        var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(message => message.InstanceId == instance.Id).OrderBy(message => message.CreatedAt).ToListAsync(cancellationToken);
        var story = (await cases.Read(instance.Id, cancellationToken))!;
        var actors = story.Events.Select(one => one.ActorId).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => actors.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return new(
            instance.Id, instance.SubjectId, (await CaseFiles.Subjects.Titles(db, [instance.SubjectId], cancellationToken)).GetValueOrDefault(instance.SubjectId, ""), definition.Name, definition.Hash, instance.StartedAt, instance.EndedAt, instance.SuspendedAt, definition.Xml,
            [.. tasks.Where(task => task.ClosedAt is null).Select(task => task.ElementId), .. messages.Where(message => message.DoneAt is null).Select(message => message.ElementId), .. story.Places.Select(place => place.ElementId)],
            [.. tasks.Where(task => task.ClosedAt is not null).Select(task => task.ElementId), .. messages.Where(message => message.DoneAt is not null).Select(message => message.ElementId)],
            [.. tasks.Where(task => task.ClosedAt is null).Select(task => new OpenWorkRow(task.Name, CandidateWords.Of(task.Candidates), task.OpenedAt, task.DueAt))],
            [.. messages.Where(message => message.DoneAt is null).Select(message => new MachineWorkRow(message.Id, message.Name, message.Attempts, message.NotBefore, message.LastError, message.FailedAt is not null, ActivityKeys.All.First(one => one.Key == message.ActivityKey).Outcomes))],
            [.. story.Alarms.Select(alarm => new TimerRow(alarm.Step, alarm.Due, alarm.State switch { TimerState.Waiting => "đang chờ", TimerState.Held => "tạm dừng", TimerState.Fired => "đã báo", _ => "đã bỏ" }))], [.. story.Events.Select(one => new StoryRow(one.Position, one.At, StoryWords.Sentence(one, names.GetValueOrDefault(one.ActorId, "Hệ thống"))))], [.. story.Places.Select(place => new PlaceRow(place.Token, place.Step, [.. place.Targets.Select(target => (target.ElementId, target.Name))]))], story.IsStuck, story.JournalGivesState,
            instance.EndedAt is null && !await db.Set<IssuedDocument>().AnyAsync(document => document.DraftId == instance.SubjectId, cancellationToken));
    }
}
