using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Moves cases: loads the state, asks the engine for one step, and turns its effects into rows of the context. It never saves:
/// the caller's one save writes state, journal, tasks, timers and outbox together with what caused them. What completes or starts keeps its connection until then.
/// </summary>
public sealed partial class ProcessRunner
{
    private readonly WorkflowDbContext db;
    private readonly Substitution substitution;
    private readonly CaseAct act;

    /// <summary>A runner for one scope. Without <paramref name="substitutes"/> nobody stands in for anybody.</summary>
    public ProcessRunner(WorkflowDbContext db, DefinitionCatalog catalog, ResolveSubstitutes? substitutes = null)
    {
        this.db = db;
        substitution = new(db, substitutes);
        act = new(db, catalog, substitution);
    }

    /// <summary>Starts a case about a subject, on the latest definition of a process. Throws when there is no such process.</summary>
    public async Task<ProcessInstance> Start(
        string processId, Guid organizationId, Guid subjectId, Guid actorId, DateTimeOffset at, CancellationToken ct, CaseVariables? variables = null, string businessKey = "", string? by = null)
    {
        await db.HoldConnection(ct);
        return await act.Start(processId, new NewCase(organizationId, subjectId, businessKey), new Trigger.Started(at, variables?.Values) { By = by }, actorId, ct)
            ?? throw new ExecutionException("engine.no-such-process", "", $"Không có quy trình “{processId}”.");
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
        await db.HoldConnection(ct);
        return await Complete(await BySubject.For(db)(db, subjectId, taskKey, VietnamTime.DayOf(at), ct), outcome, actorId, at, Value.From(variables), ct);
    }

    /// <summary>Completes one open task, by its id.</summary>
    public async Task<Refusal?> CompleteTask(
        Guid taskId, string outcome, Guid actorId, DateTimeOffset at, CancellationToken ct, IReadOnlyDictionary<string, string>? variables = null)
    {
        await db.HoldConnection(ct);
        return await Complete(await ById.For(db)(db, taskId, VietnamTime.DayOf(at), ct), outcome, actorId, at, Value.From(variables), ct);
    }

    /// <summary>Takes a case back altogether: everything open is withdrawn. Refused when it has ended.</summary>
    public async Task<Refusal?> Cancel(Guid instanceId, string reason, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await Apply(instanceId, new Trigger.Cancelled(at, reason), actorId, ct) is StepVerdict.Taken
            ? null
            : new("process.ended", "Hồ sơ này đã kết thúc nên không dừng được nữa.");

    /// <summary>
    /// An operator moves a case against the drawing: what waits at the token is withdrawn, and the target opens. Refused when the case has moved on or
    /// the target is in another scope.
    /// </summary>
    public async Task<Refusal?> Move(Guid instanceId, string token, string elementId, string reason, Guid actorId, DateTimeOffset at, CancellationToken ct) =>
        await Apply(instanceId, new Trigger.Moved(at, token, elementId, reason), actorId, ct) switch
        {
            StepVerdict.Taken => null,
            StepVerdict.Refused refused => new(refused.Code, refused.Text),
            _ => new("process.not-waiting", "Hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất."),
        };

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

    /// <summary>Applies a trigger to an instance that the context holds, and carries to other cases what follows.</summary>
    internal Task<StepVerdict> Apply(ProcessInstance instance, Trigger trigger, Guid actorId, CancellationToken ct) => act.Apply(instance, trigger, actorId, ct);

    private async Task<Refusal?> Complete(Waiting? waiting, string outcome, Guid actorId, DateTimeOffset at, IReadOnlyDictionary<string, Value>? variables, CancellationToken ct)
    {
        if (waiting?.Instance.SuspendedAt is not null)
        {
            return new("process.suspended", "Hồ sơ này đang tạm dừng theo quyết định của người quản trị nên chưa ghi nhận được. Đồng chí liên hệ Văn phòng Đảng ủy.");
        }

        if (waiting is { Task.ClosedAt: null } && actorId != Guid.Empty && await Barred(waiting.Task, actorId, ct) is { } barred)
        {
            return barred;
        }

        if (waiting is { IsSomebodyAway: false })
        {
            substitution.NobodyIsAway(waiting.Instance.OrganizationId, at);
        }

        // Between the page and now another act may have closed the task, or moved the case past it: the engine then ignores the answer.
        switch (waiting is null or { Task.ClosedAt: not null } ? new StepVerdict.Ignored() : await Apply(waiting.Instance, new Trigger.WorkCompleted(at, waiting.Task.Token, outcome, variables), actorId, ct))
        {
            case StepVerdict.Taken:
                TaskClosing.Close(db, waiting!.Task, at);
                waiting.Task.ClosedById = actorId;
                waiting.Task.Outcome = outcome;
                return null;
            case StepVerdict.Ignored:
                return new("process.not-waiting", "Việc này đã được làm xong hoặc hồ sơ đã chuyển sang bước khác. Đồng chí tải lại trang để xem tình trạng mới nhất.");
            case var verdict:
                throw new InvalidOperationException($"task {waiting!.Task.TaskKey} cannot answer {outcome}: {verdict}");
        }
    }

    // Whatever page or command it came from. None of this is a trip for a task that has a single candidate and no rule of four eyes.
    private async Task<Refusal?> Barred(OpenTask task, Guid actorId, CancellationToken ct)
    {
        if (task.HolderId is { } holder && holder != actorId)
        {
            return new("task.held", $"“{task.Name}” đã có đồng chí khác nhận. Đồng chí tải lại trang để xem ai đang làm.");
        }

        await TaskClosing.LoadCandidates(db, [task], ct);
        return await FourEyes.Bars(db, task, ct, actorId, task.ForId) ? FourEyes.Refusal(task) : null;
    }

    private sealed record Waiting(OpenTask Task, ProcessInstance Instance, bool IsSomebodyAway);

    // A task, its case, and whether anybody is away while the next one opens: one trip.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, string, DateOnly, CancellationToken, Task<Waiting?>>> BySubject = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid subjectId, string taskKey, DateOnly today, CancellationToken ct) => db.Set<OpenTask>()
            .Where(task => task.SubjectId == subjectId && task.TaskKey == taskKey && task.ClosedAt == null)
            .Join(db.Set<ProcessInstance>(), task => task.InstanceId, instance => instance.Id, (task, instance) => new Waiting(task, instance, db.Set<Absence>().Any(absence => absence.WithdrawnAt == null && absence.To >= today))).SingleOrDefault()));

    // That it is open is looked at afterwards: asked for here, a planner may go through all open tasks instead of to this one.
    private static readonly PerModel<Func<WorkflowDbContext, Guid, DateOnly, CancellationToken, Task<Waiting?>>> ById = new(() =>
        EF.CompileAsyncQuery((WorkflowDbContext db, Guid taskId, DateOnly today, CancellationToken ct) => db.Set<OpenTask>()
            .Where(task => task.Id == taskId)
            .Join(db.Set<ProcessInstance>(), task => task.InstanceId, instance => instance.Id, (task, instance) => new Waiting(task, instance, db.Set<Absence>().Any(absence => absence.WithdrawnAt == null && absence.To >= today))).SingleOrDefault()));
}
