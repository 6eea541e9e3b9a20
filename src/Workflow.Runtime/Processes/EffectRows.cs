using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>Turns what the engine wants into rows.</summary>
internal static class EffectRows
{
    public static void Write(WorkflowDbContext db, ProcessInstance instance, Effect effect, DateTimeOffset at, Guid actorId, List<OpenTask> tasks)
    {
        switch (effect)
        {
            case Effect.OpenTask open:
                db.Add(new OpenTask
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
                db.Add(new OutboxMessage
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
                    NotBefore = at,
                });
                break;
            case Effect.SetTimer timer:
                db.Add(new ProcessTimer
                {
                    Id = Guid.CreateVersion7(at),
                    OrganizationId = instance.OrganizationId,
                    InstanceId = instance.Id,
                    Token = timer.Token,
                    ElementId = timer.ElementId,
                    DueAt = timer.Due,
                });
                break;
            case Effect.CloseWork close:
                Withdraw(db, instance, close.Token, at, tasks);
                break;
            case Effect.CloseTimer close:
                foreach (var entry in db.ChangeTracker.Entries<ProcessTimer>())
                {
                    if (entry.Entity.InstanceId == instance.Id && entry.Entity.Token == close.Token && entry.Entity.State == TimerState.Waiting)
                    {
                        entry.Entity.State = TimerState.Withdrawn;
                    }
                }

                break;
            case Effect.Finish:
                // The end stands in the instance's row already.
                break;
            default:
                throw new InvalidOperationException($"unknown effect {effect.GetType().Name}");
        }
    }

    private static void Withdraw(WorkflowDbContext db, ProcessInstance instance, string token, DateTimeOffset at, List<OpenTask> tasks)
    {
        foreach (var task in tasks.Where(task => task.Token == token && task.ClosedAt is null))
        {
            task.ClosedAt = at;
        }

        foreach (var entry in db.ChangeTracker.Entries<OutboxMessage>())
        {
            if (entry.Entity.InstanceId == instance.Id && entry.Entity.Token == token && entry.Entity.DoneAt is null)
            {
                entry.Entity.DoneAt = at;
            }
        }
    }
}
