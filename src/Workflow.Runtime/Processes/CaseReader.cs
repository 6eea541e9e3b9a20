using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>What kind of thing happened in a case.</summary>
public enum HappenedKind
{
    Started, Completed, Failed, TimerFired, MessageArrived, SignalArrived, CallReturned, CallEscalated, Continued, Migrated, Cancelled,
}

/// <summary>One journalled trigger, for people to read.</summary>
/// <param name="Position">Place in the journal, from 1.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who caused it; empty for the machine.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Step">Name of the element it concerns; empty when it concerns the whole case.</param>
/// <param name="Detail">Outcome, error code or reason.</param>
public sealed record Happened(int Position, DateTimeOffset At, Guid ActorId, HappenedKind Kind, string Step, string Detail);

/// <summary>A timer of a case, for people to read.</summary>
public sealed record Alarm(string Step, DateTimeOffset Due, TimerState State);

/// <summary>The story of a case, and whether the stored state is what the journal tells.</summary>
public sealed record CaseStory(IReadOnlyList<Happened> Events, IReadOnlyList<Alarm> Alarms, bool JournalGivesState);

/// <summary>Reads cases for operators.</summary>
public sealed class CaseReader(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>Replays the journal of a case; null when there is no such case in this organization.</summary>
    public async Task<CaseStory?> Read(Guid instanceId, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == instanceId, ct);
        if (instance is null)
        {
            return null;
        }

        var journal = await db.Set<JournalEntry>().AsNoTracking().Where(row => row.InstanceId == instanceId).OrderBy(row => row.Position).ToListAsync(ct);
        var triggers = journal.ConvertAll(row => Trigger.FromJson(row.Trigger));
        // A case may have been on several versions.
        var definitions = new Dictionary<string, ProcessDefinition>(StringComparer.Ordinal);
        foreach (var hash in triggers.OfType<Trigger.Migrated>().SelectMany(migrated => new[] { migrated.ToHash, migrated.FromHash }).Prepend(instance.DefinitionHash))
        {
            definitions[hash] = await catalog.Of(db, hash, ct);
        }

        var places = await Places(instanceId, ct);
        string Name(string element) => definitions.Values.Select(definition => definition.NameOf(element)).FirstOrDefault(name => name is not null) ?? element;
        string Step(string token) => places.TryGetValue(token, out var element) ? Name(element) : token;
        var events = journal.Zip(triggers, (row, trigger) =>
        {
            var (kind, step, detail) = trigger switch
            {
                Trigger.Started => (HappenedKind.Started, "", ""),
                Trigger.WorkCompleted done => (HappenedKind.Completed, Step(done.Token), done.Outcome),
                Trigger.WorkFailed failed => (HappenedKind.Failed, Step(failed.Token), failed.ErrorCode),
                Trigger.TimerFired fired => (HappenedKind.TimerFired, Step(fired.Token), ""),
                Trigger.Migrated => (HappenedKind.Migrated, "", ""),
                Trigger.Cancelled cancelled => (HappenedKind.Cancelled, "", cancelled.Reason),
                Trigger.MessageArrived message => (HappenedKind.MessageArrived, Step(message.Token), ""),
                Trigger.SignalArrived signal => (HappenedKind.SignalArrived, "", signal.Name),
                Trigger.CallReturned returned => (HappenedKind.CallReturned, Step(returned.Token), ""),
                Trigger.CallEscalated escalated => (HappenedKind.CallEscalated, Step(escalated.Token), escalated.EscalationCode),
                Trigger.Continued told => (HappenedKind.Continued, Step(told.Token), ""),
                _ => throw new InvalidOperationException($"unknown trigger {trigger.GetType().Name}"),
            };
            return new Happened(row.Position, row.At, row.ActorId, kind, step, detail);
        });
        var timers = await db.Set<ProcessTimer>().AsNoTracking().Where(row => row.InstanceId == instanceId).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToListAsync(ct);
        return new([.. events], timers.ConvertAll(timer => new Alarm(Name(timer.ElementId), timer.DueAt, timer.State)), Interpreter.Replay(hash => definitions[hash], instance.DefinitionHash, triggers).ToJson() == InstanceState.FromJson(instance.State).ToJson());
    }

    // Where each token stood, by the rows that it left.
    private async Task<Dictionary<string, string>> Places(Guid instanceId, CancellationToken ct) =>
        (await db.Set<OpenTask>().AsNoTracking().Where(row => row.InstanceId == instanceId).Select(row => new { row.Token, row.ElementId }).ToListAsync(ct))
        .Concat(await db.Set<OutboxMessage>().AsNoTracking().Where(row => row.InstanceId == instanceId).Select(row => new { row.Token, row.ElementId }).ToListAsync(ct))
        .Concat(await db.Set<ProcessTimer>().AsNoTracking().Where(row => row.InstanceId == instanceId).Select(row => new { row.Token, row.ElementId }).ToListAsync(ct))
        .GroupBy(row => row.Token).ToDictionary(group => group.Key, group => group.First().ElementId);
}
