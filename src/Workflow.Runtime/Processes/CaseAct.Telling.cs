using Microsoft.EntityFrameworkCore;
using Workflow.Engine;

namespace Workflow.Runtime.Processes;

/// <summary>What came of a message.</summary>
internal enum Told
{
    /// <summary>A case that waited has it.</summary>
    Delivered,

    /// <summary>A case began with it.</summary>
    Began,

    /// <summary>Nobody waits yet.</summary>
    Kept,

    /// <summary>Nobody waits, and it was not to be kept.</summary>
    Nobody,
}

/// <summary>Signals to all, messages to one.</summary>
internal sealed partial class CaseAct
{
    /// <summary>A signal from outside, and what follows.</summary>
    public async Task<int> Signal(Guid organizationId, string name, IReadOnlyDictionary<string, Value>? variables, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var heard = await Broadcast(organizationId, name, variables, null, at, actorId, ct);
        await Settle(ct);
        return heard;
    }

    /// <summary>A message from outside, and what follows. Kept so long when nobody waits for it.</summary>
    public async Task<Told> Tell(Guid organizationId, Effect.PublishMessage message, string businessKey, TimeSpan timeToLive, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var told = await Publish(organizationId, message, businessKey, timeToLive, at, actorId, ct);
        await Settle(ct);
        return told;
    }

    /// <summary>Starts the process that begins with a message, whoever waits for it; false when there is none.</summary>
    public async Task<bool> StartByMessage(Guid organizationId, string name, IReadOnlyDictionary<string, Value>? variables, string businessKey, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var started = await StartBy(organizationId, BeginsBy.Message, name, variables, businessKey, at, actorId, ct);
        await Settle(ct);
        return started > 0;
    }

    private async Task<int> Broadcast(Guid organizationId, string name, IReadOnlyDictionary<string, Value>? variables, Guid? thrower, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var listeners = (await rows.Subscriptions.Of(organizationId, ListensTo.Signal, name, null, ct)).Select(row => row.InstanceId).Where(id => id != thrower).Distinct().ToList();
        foreach (var id in listeners)
        {
            await Step(await Case(id, ct), new Trigger.SignalArrived(at, name, variables), actorId, ct);
        }

        return listeners.Count + await StartBy(organizationId, BeginsBy.Signal, name, variables, "", at, actorId, ct);
    }

    private async Task<Told> Publish(Guid organizationId, Effect.PublishMessage message, string businessKey, TimeSpan timeToLive, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var receivers = await rows.Subscriptions.Of(organizationId, ListensTo.Message, message.Name, message.Key, ct);
        if (receivers.Count > 1)
        {
            throw new ExecutionException("engine.several-receivers", message.ElementId, $"Có {receivers.Count} nơi cùng chờ thông điệp “{message.Name}”{(message.Key.Length > 0 ? $" với khóa “{message.Key}”" : "")}; không rõ gửi cho nơi nào.");
        }

        // Ignored when another act has just moved the case on and its row went after ours was read: then nobody has it yet.
        if (receivers is [var only] && await Step(await Case(only.InstanceId, ct), new Trigger.MessageArrived(at, only.Token, message.Variables), actorId, ct) is StepVerdict.Taken)
        {
            return Told.Delivered;
        }

        if (await StartBy(organizationId, BeginsBy.Message, message.Name, message.Variables, businessKey, at, actorId, ct) > 0)
        {
            return Told.Began;
        }

        if (timeToLive <= TimeSpan.Zero)
        {
            return Told.Nobody;
        }

        rows.Subscriptions.Keep(organizationId, message, at, timeToLive);
        return Told.Kept;
    }

    private async Task TakeKept(ProcessInstance instance, string token, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        if (await rows.Subscriptions.TakeKept(instance.Id, token, at, ct) is { } kept)
        {
            await Step(instance, new Trigger.MessageArrived(at, token, CaseVariables.FromJson(kept.Variables).Values), actorId, ct);
        }
    }

    private async Task<int> StartBy(Guid organizationId, BeginsBy kind, string name, IReadOnlyDictionary<string, Value>? variables, string businessKey, DateTimeOffset at, Guid actorId, CancellationToken ct)
    {
        var starts = catalog.ShippedStarts(kind, name).Concat((await db.Set<StartPoint>().AsNoTracking().Where(row => row.Name == name && row.Kind == kind).OrderBy(row => row.Id).ToListAsync(ct)).Select(row => (Hash: row.DefinitionHash, row.ElementId))).ToList();
        if (kind == BeginsBy.Message && starts.Count > 1)
        {
            throw new ExecutionException("engine.several-receivers", "", $"Có {starts.Count} quy trình cùng bắt đầu bằng thông điệp “{name}”.");
        }

        foreach (var (hash, element) in starts)
        {
            await Begin(await catalog.Of(db, hash, ct), new NewCase(organizationId, BusinessKey: businessKey), new Trigger.Started(at, variables) { StartEvent = element }, actorId, ct);
        }

        return starts.Count;
    }
}
