using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Holds a case and lets it go again. What waits for the machine or for a time is set aside in its own row, so that nothing in the way of
/// other cases has to ask whether one is held.
/// </summary>
public sealed class Suspension(WorkflowDbContext db)
{
    /// <summary>When work of a held case is due: never, until it is let go.</summary>
    internal static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Holds a case that runs. Work that the machine has begun is finished; what follows from it waits.</summary>
    public async Task<Refusal?> Hold(Guid instanceId, DateTimeOffset at, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().SingleAsync(row => row.Id == instanceId, ct);
        if (instance.EndedAt is not null || instance.SuspendedAt is not null)
        {
            return new("process.not-running", "Hồ sơ này đã kết thúc hoặc đang tạm dừng sẵn.");
        }

        instance.SuspendedAt = at;
        foreach (var timer in await db.Set<ProcessTimer>().Where(row => row.InstanceId == instanceId && row.State == TimerState.Waiting).ToListAsync(ct))
        {
            timer.State = TimerState.Held;
        }

        foreach (var message in await db.Set<OutboxMessage>().Where(row => row.InstanceId == instanceId && row.DoneAt == null).ToListAsync(ct))
        {
            message.NotBefore = Never;
        }

        return null;
    }

    /// <summary>Lets a held case go on: what fell due meanwhile is due at once.</summary>
    public async Task<Refusal?> Release(Guid instanceId, DateTimeOffset at, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().SingleAsync(row => row.Id == instanceId, ct);
        if (instance.SuspendedAt is null)
        {
            return new("process.not-suspended", "Hồ sơ này không tạm dừng.");
        }

        instance.SuspendedAt = null;
        foreach (var timer in await db.Set<ProcessTimer>().Where(row => row.InstanceId == instanceId && row.State == TimerState.Held).ToListAsync(ct))
        {
            timer.State = TimerState.Waiting;
        }

        foreach (var message in await db.Set<OutboxMessage>().Where(row => row.InstanceId == instanceId && row.DoneAt == null).ToListAsync(ct))
        {
            message.NotBefore = at;
        }

        return null;
    }
}
