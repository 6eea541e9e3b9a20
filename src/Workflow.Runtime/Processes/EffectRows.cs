using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>Turns what the engine wants in one step into rows, and knows the rows that the step may close.</summary>
internal sealed class EffectRows(WorkflowDbContext db, ProcessInstance instance, DateTimeOffset at, Guid actorId)
{
    private readonly List<OpenTask> tasks = [];
    private readonly List<ProcessTimer> timers = [];
    private readonly List<OutboxMessage> messages = [];

    /// <summary>Reads the rows that these effects close, and no other: a case may have hundreds of open tasks.</summary>
    public async Task Load(IReadOnlyList<Effect> effects, InstanceState before, CancellationToken ct)
    {
        var work = effects.OfType<Effect.CloseWork>().Select(close => close.Token).ToList();
        if (work.Count > 0)
        {
            var people = before.Tokens.Where(token => token.Wait == Wait.Task).Select(token => token.Id).ToHashSet(StringComparer.Ordinal);
            var tasksClosed = work.Where(people.Contains).ToList();
            var activitiesClosed = work.Where(token => !people.Contains(token)).ToList();
            if (tasksClosed.Count > 0)
            {
                tasks.AddRange(await db.Set<OpenTask>().Where(task => task.InstanceId == instance.Id && tasksClosed.Contains(task.Token) && task.ClosedAt == null).ToListAsync(ct));
            }

            if (activitiesClosed.Count > 0)
            {
                messages.AddRange(await db.Set<OutboxMessage>().Where(message => message.InstanceId == instance.Id && activitiesClosed.Contains(message.Token) && message.DoneAt == null).ToListAsync(ct));
            }
        }

        var timersClosed = effects.OfType<Effect.CloseTimer>().Select(close => close.Token).ToList();
        if (timersClosed.Count > 0)
        {
            timers.AddRange(await db.Set<ProcessTimer>().Where(timer => timer.InstanceId == instance.Id && timersClosed.Contains(timer.Token) && (timer.State == TimerState.Waiting || timer.State == TimerState.Held)).ToListAsync(ct));
        }
    }

    public void Write(Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                Add(tasks, new OpenTask
                {
                    Id = Guid.CreateVersion7(at),
                    OrganizationId = instance.OrganizationId,
                    InstanceId = instance.Id,
                    SubjectId = instance.SubjectId,
                    Token = open.Token,
                    ElementId = open.ElementId,
                    TaskKey = open.TaskKey,
                    Name = open.Name,
                    Candidates = open.Candidates,
                    OpenedAt = at,
                    OpenedById = actorId,
                });
                break;
            case Effect.RunActivity run:
                Add(messages, new OutboxMessage
                {
                    Id = Guid.CreateVersion7(at),
                    OrganizationId = instance.OrganizationId,
                    InstanceId = instance.Id,
                    SubjectId = instance.SubjectId,
                    Token = run.Token,
                    ElementId = run.ElementId,
                    ActivityKey = run.ActivityKey,
                    Name = run.Name,
                    CreatedAt = at,
                    NotBefore = instance.SuspendedAt is null ? at : Suspension.Never,
                });
                break;
            case Effect.SetTimer timer:
                Arm(timer);
                break;
            case Effect.CloseWork close:
                tasks.FindAll(task => task.Token == close.Token && task.ClosedAt is null).ForEach(task => task.ClosedAt = at);
                messages.FindAll(message => message.Token == close.Token && message.DoneAt is null).ForEach(message => message.DoneAt = at);
                break;
            case Effect.CloseTimer close:
                timers.FindAll(timer => timer.Token == close.Token && timer.State is (TimerState.Waiting or TimerState.Held)).ForEach(timer => timer.State = TimerState.Withdrawn);
                break;
            case Effect.Finish:
                // The end stands in the instance's row already.
                break;
            default:
                throw new InvalidOperationException($"unknown effect {effect.GetType().Name}");
        }
    }

    // A cycle arms the timer that has just fired once more; its row is in memory then.
    private void Arm(Effect.SetTimer timer)
    {
        if (db.Set<ProcessTimer>().Local.FirstOrDefault(row => row.InstanceId == instance.Id && row.Token == timer.Token) is { } again)
        {
            (again.State, again.DueAt, again.LeasedUntil) = (Armed, timer.Due, null);
            timers.Add(again);
            return;
        }

        Add(timers, new ProcessTimer
        {
            Id = Guid.CreateVersion7(at),
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Token = timer.Token,
            ElementId = timer.ElementId,
            DueAt = timer.Due,
            State = Armed,
        });
    }

    // What a held case arms waits with it.
    private TimerState Armed => instance.SuspendedAt is null ? TimerState.Waiting : TimerState.Held;

    // Opened and withdrawn in one step happens too.
    private void Add<T>(List<T> rows, T row)
        where T : class
    {
        rows.Add(row);
        db.Add(row);
    }
}
