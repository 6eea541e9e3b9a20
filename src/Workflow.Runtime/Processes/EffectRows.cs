using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Turns what the engine wants into rows, and knows the rows that a step may close. It remembers them for the whole act: a later step
/// closes what an earlier one opened, and the database knows nothing of it yet.
/// </summary>
internal sealed class EffectRows(WorkflowDbContext db)
{
    private readonly Dictionary<(Guid Instance, string Token), OpenTask> tasks = [];
    private readonly Dictionary<(Guid Instance, string Token), ProcessTimer> timers = [];
    private readonly Dictionary<(Guid Instance, string Token), OutboxMessage> messages = [];

    /// <summary>Tasks that the step and what followed from it have opened.</summary>
    public List<OpenTask> Opened { get; } = [];

    /// <summary>What cases listen to.</summary>
    public Subscriptions Subscriptions { get; } = new(db);

    /// <summary>Reads the rows that these effects close, and no other: a case may have hundreds of open tasks.</summary>
    public async Task Load(ProcessInstance instance, IReadOnlyList<Effect> effects, InstanceState before, CancellationToken ct)
    {
        var id = instance.Id;
        var work = effects.OfType<Effect.CloseWork>().Select(close => close.Token).ToHashSet(StringComparer.Ordinal);
        if (work.Count > 0)
        {
            var tasksClosed = before.Tokens.Where(token => token.Wait == Wait.Task && work.Contains(token.Id) && !tasks.ContainsKey((id, token.Id))).Select(token => token.Id).ToList();
            var activitiesClosed = before.Tokens.Where(token => token.Wait == Wait.Activity && work.Contains(token.Id) && !messages.ContainsKey((id, token.Id))).Select(token => token.Id).ToList();
            if (tasksClosed.Count > 0)
            {
                (await db.Set<OpenTask>().Where(task => task.InstanceId == id && tasksClosed.Contains(task.Token) && task.ClosedAt == null).ToListAsync(ct)).ForEach(task => tasks[(id, task.Token)] = task);
                await TaskClosing.LoadCandidates(db, [.. tasksClosed.Select(token => tasks.GetValueOrDefault((id, token))).OfType<OpenTask>()], ct);
            }

            if (activitiesClosed.Count > 0)
            {
                (await db.Set<OutboxMessage>().Where(message => message.InstanceId == id && activitiesClosed.Contains(message.Token) && message.DoneAt == null).ToListAsync(ct)).ForEach(message => messages[(id, message.Token)] = message);
            }
        }

        var timersClosed = effects.OfType<Effect.CloseTimer>().Select(close => close.Token).Where(token => !timers.ContainsKey((id, token))).ToList();
        if (timersClosed.Count > 0)
        {
            (await db.Set<ProcessTimer>().Where(timer => timer.InstanceId == id && timersClosed.Contains(timer.Token) && (timer.State == TimerState.Waiting || timer.State == TimerState.Held)).ToListAsync(ct))
                .ForEach(timer => timers[(id, timer.Token)] = timer);
        }

        var unheard = effects.OfType<Effect.Unsubscribe>().Select(close => close.Token).ToList();
        if (unheard.Count > 0)
        {
            await Subscriptions.Load(id, unheard, ct);
        }
    }

    public void Write(ProcessInstance instance, Effect effect, Trigger trigger, Guid actorId)
    {
        var at = trigger.At;
        switch (effect)
        {
            case Effect.OpenTask open:
                var opened = Task(instance, open, at, actorId);
                Add(tasks, instance, open.Token, opened);
                Opened.Add(opened);
                if (Candidates.AreSeveral(opened.Candidates))
                {
                    db.AddRange(Candidates.Words(open.Candidates, open.Assignee).Select(word => new TaskCandidate { TaskId = opened.Id, OrganizationId = opened.OrganizationId, Word = word, UrgentAt = opened.UrgentAt }));
                }

                break;
            case Effect.RunActivity run:
                Add(messages, instance, run.Token, Message(instance, run, at));
                break;
            case Effect.SetTimer timer:
                Arm(instance, timer, trigger);
                break;
            case Effect.Subscribe subscribe:
                Subscriptions.Add(instance, subscribe, at);
                break;
            case Effect.Unsubscribe close:
                Subscriptions.Remove(instance.Id, close.Token);
                break;
            case Effect.CloseWork close:
                if (tasks.GetValueOrDefault((instance.Id, close.Token)) is { ClosedAt: null } task)
                {
                    TaskClosing.Close(db, task, at);
                }

                if (messages.GetValueOrDefault((instance.Id, close.Token)) is { DoneAt: null } message)
                {
                    message.DoneAt = at;
                }

                break;
            case Effect.CloseTimer close:
                if (timers.GetValueOrDefault((instance.Id, close.Token)) is { State: TimerState.Waiting or TimerState.Held } withdrawn)
                {
                    withdrawn.State = TimerState.Withdrawn;
                }

                break;
            default:
                throw new InvalidOperationException($"unknown effect {effect.GetType().Name}");
        }
    }

    private static OpenTask Task(ProcessInstance instance, Effect.OpenTask open, DateTimeOffset at, Guid actorId) => new()
    {
        Id = RowId.At(at),
        OrganizationId = instance.OrganizationId,
        InstanceId = instance.Id,
        SubjectId = instance.SubjectId,
        Token = open.Token,
        ElementId = open.ElementId,
        TaskKey = open.TaskKey,
        Name = open.Name,
        Candidates = Candidates.Stored(open.Candidates, open.Assignee),
        Assignee = open.Assignee,
        DueAt = open.Due,
        Priority = open.Priority,
        UrgentAt = Urgency.Of(at, open.Due, open.Priority),
        Form = open.Form,
        NotSameAs = open.NotSameAs,
        Locals = CaseVariables.Write(open.Locals),
        OpenedAt = at,
        OpenedById = actorId,
    };

    private static OutboxMessage Message(ProcessInstance instance, Effect.RunActivity run, DateTimeOffset at) => new()
    {
        Id = RowId.At(at),
        OrganizationId = instance.OrganizationId,
        InstanceId = instance.Id,
        SubjectId = instance.SubjectId,
        Token = run.Token,
        ElementId = run.ElementId,
        ActivityKey = run.ActivityKey,
        Name = run.Name,
        Locals = CaseVariables.Write(run.Locals),
        CreatedAt = at,
        NotBefore = instance.SuspendedAt is null ? at : Suspension.Never,
    };

    // A cycle arms the timer that has just fired once more; who fires it has read its row.
    private void Arm(ProcessInstance instance, Effect.SetTimer timer, Trigger trigger)
    {
        var armed = instance.SuspendedAt is null ? TimerState.Waiting : TimerState.Held;
        var again = timers.GetValueOrDefault((instance.Id, timer.Token));
        if (again is null && trigger is Trigger.TimerFired fired && fired.Token == timer.Token)
        {
            again = db.Set<ProcessTimer>().Local.FirstOrDefault(row => row.InstanceId == instance.Id && row.Token == timer.Token);
        }

        if (again is not null)
        {
            (again.State, again.DueAt, again.LeasedUntil) = (armed, timer.Due, null);
            timers[(instance.Id, timer.Token)] = again;
            return;
        }

        Add(timers, instance, timer.Token, new ProcessTimer
        {
            Id = RowId.At(trigger.At),
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Token = timer.Token,
            ElementId = timer.ElementId,
            DueAt = timer.Due,
            State = armed,
        });
    }

    private void Add<T>(Dictionary<(Guid Instance, string Token), T> rows, ProcessInstance instance, string token, T row)
        where T : class
    {
        rows[(instance.Id, token)] = row;
        db.Add(row);
    }
}
