using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Moves cases: loads the state, asks the engine for one step, and turns its effects into rows of the context. It never saves:
/// the caller's one save writes state, journal, tasks, timers and outbox together with what caused them.
/// </summary>
public sealed class ProcessRunner(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>Starts a case of a shipped process about a subject.</summary>
    public ProcessInstance Start(string processId, Guid organizationId, Guid subjectId, Guid actorId, DateTimeOffset at)
    {
        var definition = catalog.Newest(processId);
        var instance = new ProcessInstance
        {
            Id = Guid.CreateVersion7(at),
            OrganizationId = organizationId,
            DefinitionHash = definition.Hash,
            SubjectId = subjectId,
            StartedAt = at,
        };
        db.Add(instance);
        var trigger = new Trigger.Started(at);
        Record(instance, trigger, Interpreter.Start(definition, trigger), actorId, []);
        return instance;
    }

    /// <summary>The open task of this kind on a subject, or null.</summary>
    public Task<OpenTask?> FindTask(Guid subjectId, string taskKey, CancellationToken ct) => db.Set<OpenTask>()
        .SingleOrDefaultAsync(task => task.SubjectId == subjectId && task.TaskKey == taskKey && task.ClosedAt == null, ct);

    /// <summary>
    /// Completes the open task of this kind on a subject. Refused when none is open: someone else was faster, or the case has moved on.
    /// </summary>
    public async Task<Refusal?> Complete(
        Guid subjectId, string taskKey, string outcome, Guid actorId, DateTimeOffset at, CancellationToken ct, IReadOnlyDictionary<string, string>? variables = null)
    {
        var task = await FindTask(subjectId, taskKey, ct);
        // Between the two reads another act may have closed the task: the engine then ignores the late answer.
        switch (task is null ? new StepVerdict.Ignored() : await Apply(task.InstanceId, new Trigger.WorkCompleted(at, task.Token, outcome, Value.From(variables)), actorId, ct))
        {
            case StepVerdict.Taken:
                task!.ClosedAt = at;
                task.ClosedById = actorId;
                task.Outcome = outcome;
                return null;
            case StepVerdict.Ignored:
                return new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất.");
            case var verdict:
                throw new InvalidOperationException($"task {taskKey} cannot answer {outcome}: {verdict}");
        }
    }

    /// <summary>Takes a case back altogether: everything open is withdrawn. Refused when it has ended.</summary>
    public async Task<Refusal?> Cancel(Guid instanceId, string reason, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await Apply(instanceId, new Trigger.Cancelled(at, reason), actorId, ct) is StepVerdict.Taken
            ? null
            : new("process.ended", "Hồ sơ này đã kết thúc nên không dừng được nữa.");

    /// <summary>
    /// A person answers in the machine's place what the machine could not do. Refused when the work is done meanwhile or does not know
    /// such an outcome.
    /// </summary>
    public async Task<Refusal?> AnswerForMachine(OutboxMessage message, string outcome, Guid actorId, DateTimeOffset at, CancellationToken ct)
    {
        if (message.DoneAt is not null)
        {
            return new("incident.done", "Việc này đã được làm xong.");
        }

        switch (await Apply(message.InstanceId, new Trigger.WorkCompleted(at, message.Token, outcome), actorId, ct))
        {
            case StepVerdict.Taken:
                message.DoneAt = at;
                return null;
            case StepVerdict.Ignored:
                return new("incident.done", "Việc này đã được làm xong.");
            default:
                return new("incident.unknown-outcome", $"Bước “{message.Name}” không có kết quả “{outcome}”.");
        }
    }

    /// <summary>Applies a trigger to an instance; false when it came too late and was ignored.</summary>
    internal async Task<StepVerdict> Apply(Guid instanceId, Trigger trigger, Guid actorId, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().SingleAsync(row => row.Id == instanceId, ct);
        var definition = await catalog.Of(db, instance.DefinitionHash, ct);
        var result = Interpreter.Step(definition, InstanceState.FromJson(instance.State), trigger);
        if (result.Verdict is StepVerdict.Taken)
        {
            // Rows that a step may close are loaded here, so that the effects below work on memory alone.
            await db.Set<OpenTask>().Where(task => task.InstanceId == instanceId && task.ClosedAt == null).LoadAsync(ct);
            await db.Set<ProcessTimer>().Where(timer => timer.InstanceId == instanceId && timer.State == TimerState.Waiting).LoadAsync(ct);
            await db.Set<OutboxMessage>().Where(message => message.InstanceId == instanceId && message.DoneAt == null).LoadAsync(ct);
            Record(instance, trigger, result, actorId, db.ChangeTracker.Entries<OpenTask>().Select(entry => entry.Entity).Where(task => task.InstanceId == instanceId));
        }

        return result.Verdict;
    }

    private void Record(ProcessInstance instance, Trigger trigger, StepResult result, Guid actorId, IEnumerable<OpenTask> openTasks)
    {
        instance.Position++;
        instance.State = result.State.ToJson();
        instance.EndedAt = result.State.IsEnded ? trigger.At : null;
        db.Add(new JournalEntry
        {
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Position = instance.Position,
            Trigger = trigger.ToJson(),
            At = trigger.At,
            ActorId = actorId,
        });
        var tasks = openTasks.ToList();
        foreach (var effect in result.Effects)
        {
            EffectRows.Write(db, instance, effect, trigger.At, actorId, tasks);
        }
    }
}
