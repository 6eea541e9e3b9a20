using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Holds a case and lets it go again, with every case that it called: who holds a matter means all of it. What waits for the machine or for a
/// time is set aside in its own row, so that nothing in the way of other cases has to ask whether one is held.
/// </summary>
public sealed class Suspension(WorkflowDbContext db)
{
    /// <summary>When work of a held case is due: never, until it is let go.</summary>
    internal static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Holds a case that runs, and what it called. Work that the machine has begun is finished; what follows from it waits. A called case that
    /// was held before stays held for its own reason.
    /// </summary>
    public async Task<Refusal?> Hold(Guid instanceId, DateTimeOffset at, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().SingleAsync(row => row.Id == instanceId, ct);
        if (instance.EndedAt is not null || instance.SuspendedAt is not null)
        {
            return new("process.not-running", "Hồ sơ này đã kết thúc hoặc đang tạm dừng sẵn.");
        }

        // What belongs to it bears the same instant: by it one knows later what was held with it.
        var held = await WithCalled(instance, null, ct);
        held.ForEach(one => one.SuspendedAt = at);
        await SetAside(held, TimerState.Waiting, TimerState.Held, Never, ct);
        return null;
    }

    /// <summary>Lets a held case go on, and what was held with it: what fell due meanwhile is due at once.</summary>
    public async Task<Refusal?> Release(Guid instanceId, DateTimeOffset at, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().SingleAsync(row => row.Id == instanceId, ct);
        if (instance.SuspendedAt is null)
        {
            return new("process.not-suspended", "Hồ sơ này không tạm dừng.");
        }

        if (instance.CallerInstanceId is { } caller && await db.Set<ProcessInstance>().AnyAsync(row => row.Id == caller && row.SuspendedAt != null, ct))
        {
            return new("process.caller-suspended", "Hồ sơ đã gọi hồ sơ này đang tạm dừng nên chưa cho tiếp tục riêng được. Đồng chí cho hồ sơ gọi tiếp tục trước.");
        }

        var released = await WithCalled(instance, instance.SuspendedAt, ct);
        released.ForEach(one => one.SuspendedAt = null);
        await SetAside(released, TimerState.Held, TimerState.Waiting, at, ct);
        return null;
    }

    // Level by level; a called case that is not as asked for keeps what it called to itself.
    private async Task<List<ProcessInstance>> WithCalled(ProcessInstance top, DateTimeOffset? heldAt, CancellationToken ct)
    {
        List<ProcessInstance> all = [top];
        for (List<Guid> callers = [top.Id]; callers.Count > 0;)
        {
            var called = await db.Set<ProcessInstance>().Where(row => row.CallerInstanceId != null && callers.Contains(row.CallerInstanceId.Value) && row.EndedAt == null && row.SuspendedAt == heldAt).ToListAsync(ct);
            all.AddRange(called);
            callers = called.ConvertAll(row => row.Id);
        }

        return all;
    }

    private async Task SetAside(List<ProcessInstance> cases, TimerState from, TimerState to, DateTimeOffset notBefore, CancellationToken ct)
    {
        var ids = cases.ConvertAll(one => one.Id);
        foreach (var timer in await db.Set<ProcessTimer>().Where(row => ids.Contains(row.InstanceId) && row.State == from).ToListAsync(ct))
        {
            timer.State = to;
        }

        foreach (var message in await db.Set<OutboxMessage>().Where(row => ids.Contains(row.InstanceId) && row.DoneAt == null).ToListAsync(ct))
        {
            message.NotBefore = notBefore;
        }
    }
}
