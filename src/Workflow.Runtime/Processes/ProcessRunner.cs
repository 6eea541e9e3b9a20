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
        Record(instance, trigger, Interpreter.Start(definition, trigger), actorId, new EffectRows(db, instance, at, actorId));
        return instance;
    }

    /// <summary>The open task of this kind on a subject, or null.</summary>
    public Task<OpenTask?> FindTask(Guid subjectId, string taskKey, CancellationToken ct) => db.Set<OpenTask>()
        .SingleOrDefaultAsync(task => task.SubjectId == subjectId && task.TaskKey == taskKey && task.ClosedAt == null, ct);

    /// <summary>
    /// Completes the open task of this kind on a subject. Refused when none is open: someone else was faster, or the case has moved on.
    /// </summary>
    public async Task<Refusal?> Complete(
        Guid subjectId, string taskKey, string outcome, Guid actorId, DateTimeOffset at, CancellationToken ct, IReadOnlyDictionary<string, string>? variables = null) =>
        await Complete(await BySubject.For(db)(db, subjectId, taskKey, ct), outcome, actorId, at, variables, ct);

    /// <summary>Completes one open task, by its id.</summary>
    public async Task<Refusal?> CompleteTask(
        Guid taskId, string outcome, Guid actorId, DateTimeOffset at, CancellationToken ct, IReadOnlyDictionary<string, string>? variables = null) =>
        await Complete(await ById.For(db)(db, taskId, ct), outcome, actorId, at, variables, ct);

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

    /// <summary>Applies a trigger to an instance.</summary>
    internal async Task<StepVerdict> Apply(Guid instanceId, Trigger trigger, Guid actorId, CancellationToken ct) =>
        await Apply(await db.Set<ProcessInstance>().SingleAsync(row => row.Id == instanceId, ct), trigger, actorId, ct);

    /// <summary>Applies a trigger to an instance that the context holds.</summary>
    internal async Task<StepVerdict> Apply(ProcessInstance instance, Trigger trigger, Guid actorId, CancellationToken ct)
    {
        var definition = await catalog.Of(db, instance.DefinitionHash, ct);
        var before = InstanceState.FromJson(instance.State);
        var result = Interpreter.Step(definition, before, trigger);
        if (result.Verdict is StepVerdict.Taken)
        {
            var rows = new EffectRows(db, instance, trigger.At, actorId);
            await rows.Load(result.Effects, before, ct);
            Record(instance, trigger, result, actorId, rows);
        }

        return result.Verdict;
    }

    private async Task<Refusal?> Complete(Waiting? waiting, string outcome, Guid actorId, DateTimeOffset at, IReadOnlyDictionary<string, string>? variables, CancellationToken ct)
    {
        if (waiting?.Instance.SuspendedAt is not null)
        {
            return new("process.suspended", "Hồ sơ này đang tạm dừng theo quyết định của người quản trị nên chưa ghi nhận được. Đồng chí liên hệ Văn phòng Đảng ủy.");
        }

        // Between the page and now another act may have closed the task, or moved the case past it: the engine then ignores the answer.
        switch (waiting is null or { Task.ClosedAt: not null } ? new StepVerdict.Ignored() : await Apply(waiting.Instance, new Trigger.WorkCompleted(at, waiting.Task.Token, outcome, Value.From(variables)), actorId, ct))
        {
            case StepVerdict.Taken:
                waiting!.Task.ClosedAt = at;
                waiting.Task.ClosedById = actorId;
                waiting.Task.Outcome = outcome;
                return null;
            case StepVerdict.Ignored:
                return new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất.");
            case var verdict:
                throw new InvalidOperationException($"task {waiting!.Task.TaskKey} cannot answer {outcome}: {verdict}");
        }
    }

    private void Record(ProcessInstance instance, Trigger trigger, StepResult result, Guid actorId, EffectRows rows)
    {
        instance.Position++;
        instance.State = result.State.ToJson();
        instance.EndedAt = result.State.IsEnded ? trigger.At : null;
        instance.End = result.State.End is { } end ? Enum.Parse<CaseEnd>(end.ToString()) : null;
        db.Add(new JournalEntry
        {
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Position = instance.Position,
            Trigger = trigger.ToJson(),
            At = trigger.At,
            ActorId = actorId,
        });
        foreach (var effect in result.Effects)
        {
            rows.Write(effect);
        }
    }

    private sealed record Waiting(OpenTask Task, ProcessInstance Instance);

    // A task and its case are one trip.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, string, CancellationToken, Task<Waiting?>>> BySubject = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid subjectId, string taskKey, CancellationToken ct) => db.Set<OpenTask>()
            .Where(task => task.SubjectId == subjectId && task.TaskKey == taskKey && task.ClosedAt == null)
            .Join(db.Set<ProcessInstance>(), task => task.InstanceId, instance => instance.Id, (task, instance) => new Waiting(task, instance)).SingleOrDefault()));

    // That it is open is looked at afterwards: asked for here, a planner may go through all open tasks instead of to this one.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, CancellationToken, Task<Waiting?>>> ById = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid taskId, CancellationToken ct) => db.Set<OpenTask>()
            .Where(task => task.Id == taskId)
            .Join(db.Set<ProcessInstance>(), task => task.InstanceId, instance => instance.Id, (task, instance) => new Waiting(task, instance)).SingleOrDefault()));
}
