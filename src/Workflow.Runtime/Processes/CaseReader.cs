using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Engine.Migrating;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>What kind of thing happened in a case.</summary>
public enum HappenedKind
{
    Started, Completed, Failed, TimerFired, MessageArrived, SignalArrived, CallReturned, CallEscalated, Continued, Migrated, Moved, Cancelled,
}

/// <summary>One journalled trigger, for people to read.</summary>
/// <param name="Position">Place in the journal, from 1.</param>
/// <param name="At">When.</param>
/// <param name="ActorId">Who caused it; empty for the machine.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Step">Name of the element it concerns; empty when it concerns the whole case.</param>
/// <param name="Detail">Outcome, error code or reason.</param>
/// <param name="To">Of a move: the name of the element it went to.</param>
public sealed record Happened(int Position, DateTimeOffset At, Guid ActorId, HappenedKind Kind, string Step, string Detail, string To = "");

/// <summary>An element that an operator may move a case to; the key is that of its task or activity, empty for anything else.</summary>
public sealed record PlaceTarget(string ElementId, string Name, string Key);

/// <summary>A place where a case stands and from which an operator may move it.</summary>
public sealed record Place(string Token, string ElementId, string Step, IReadOnlyList<PlaceTarget> Targets);

/// <summary>A timer of a case, for people to read.</summary>
public sealed record Alarm(string Step, DateTimeOffset Due, TimerState State);

/// <summary>The story of a case, and whether the stored state is what the journal tells.</summary>
/// <param name="Events">What happened, oldest first.</param>
/// <param name="Alarms">Its timers.</param>
/// <param name="Places">Where it stands.</param>
/// <param name="IsStuck">Nothing from outside can move it any more, though it has not ended.</param>
/// <param name="JournalGivesState">Whether replaying the journal gives what is stored.</param>
public sealed record CaseStory(IReadOnlyList<Happened> Events, IReadOnlyList<Alarm> Alarms, IReadOnlyList<Place> Places, bool IsStuck, bool JournalGivesState);

/// <summary>Reads cases for operators.</summary>
public sealed class CaseReader(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>Where a case stands and where an operator may move it; nothing when it has ended or is not there.</summary>
    public async Task<IReadOnlyList<Place>> Places(Guid instanceId, CancellationToken ct) =>
        await db.Set<ProcessInstance>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == instanceId, ct) is { } instance
            ? Places(await catalog.Of(db, instance.DefinitionHash, ct), InstanceState.FromJson(instance.State))
            : [];

    /// <summary>The work to which a case may come next from one of its tasks: with this outcome, or (null) with any. Nearest first.</summary>
    public async Task<IReadOnlyList<DescribedWork>> After(OpenTask task, string? outcome, CancellationToken ct) =>
        DescribedProcess.Of(await Definition(task.InstanceId, ct), definition => definition.WorkAfter(task.ElementId, outcome));

    /// <summary>The work of a case's definition in the order in which the case can first come to it.</summary>
    public async Task<IReadOnlyList<DescribedWork>> OnTheWay(Guid instanceId, CancellationToken ct) => DescribedProcess.Of(await Definition(instanceId, ct), definition => definition.WorkOnTheWay());

    /// <summary>The same from one of its tasks on.</summary>
    public async Task<IReadOnlyList<DescribedWork>> OnTheWay(OpenTask task, CancellationToken ct) => DescribedProcess.Of(await Definition(task.InstanceId, ct), definition => definition.WorkOnTheWay(task.ElementId));

    private async Task<ProcessDefinition> Definition(Guid instanceId, CancellationToken ct) =>
        await catalog.Of(db, await db.Set<ProcessInstance>().Where(row => row.Id == instanceId).Select(row => row.DefinitionHash).SingleAsync(ct), ct);

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

        string Name(string element) => definitions.Values.Select(definition => definition.NameOf(element)).FirstOrDefault(name => name is not null) ?? element;
        var states = Interpreter.States(hash => definitions[hash], instance.DefinitionHash, triggers).Prepend(InstanceState.Empty).ToList();
        var events = journal.Select((row, at) =>
        {
            var trigger = triggers[at];
            string Step(string token) => states[at].Tokens.FirstOrDefault(one => one.Id == token) is { } rested ? Name(rested.ElementId) : token;
            var (kind, step, detail) = trigger switch
            {
                Trigger.Started => (HappenedKind.Started, "", ""),
                Trigger.WorkCompleted done => (HappenedKind.Completed, Step(done.Token), done.Outcome),
                Trigger.WorkFailed failed => (HappenedKind.Failed, Step(failed.Token), failed.ErrorCode),
                Trigger.TimerFired fired => (HappenedKind.TimerFired, Step(fired.Token), ""),
                Trigger.Migrated => (HappenedKind.Migrated, "", ""),
                Trigger.Moved moved => (HappenedKind.Moved, Step(moved.Token), moved.Reason),
                Trigger.Cancelled cancelled => (HappenedKind.Cancelled, "", cancelled.Reason),
                Trigger.MessageArrived message => (HappenedKind.MessageArrived, Step(message.Token), ""),
                Trigger.SignalArrived signal => (HappenedKind.SignalArrived, "", signal.Name),
                Trigger.CallReturned returned => (HappenedKind.CallReturned, Step(returned.Token), ""),
                Trigger.CallEscalated escalated => (HappenedKind.CallEscalated, Step(escalated.Token), escalated.EscalationCode),
                Trigger.Continued told => (HappenedKind.Continued, Step(told.Token), ""),
                _ => throw new InvalidOperationException($"unknown trigger {trigger.GetType().Name}"),
            };
            return new Happened(row.Position, row.At, row.ActorId, kind, step, detail, trigger is Trigger.Moved { ElementId: var to } ? Name(to) : "");
        });
        var timers = await db.Set<ProcessTimer>().AsNoTracking().Where(row => row.InstanceId == instanceId).OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToListAsync(ct);
        var stored = InstanceState.FromJson(instance.State);
        return new(
            [.. events], timers.ConvertAll(timer => new Alarm(Name(timer.ElementId), timer.DueAt, timer.State)),
            Places(definitions[instance.DefinitionHash], stored),
            stored.IsStuck, states[^1].ToJson() == stored.ToJson());
    }

    private static List<Place> Places(ProcessDefinition definition, InstanceState state) =>
        [.. Override.Tokens(definition, state).Select(one => new Place(one.Token, one.ElementId, definition.NameOf(one.ElementId)!, [.. one.Targets.Select(target => new PlaceTarget(target.ElementId, target.Name, target.Key))]))];
}
