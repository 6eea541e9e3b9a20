using Microsoft.EntityFrameworkCore;
using Workflow.Engine;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>What cases listen to and the messages that are kept, as they are in the middle of an act: the database's rows, with what the act has added and taken.</summary>
internal sealed class Subscriptions(WorkflowDbContext db)
{
    // A message that nobody has waited for until then was meant for a case that never came.
    internal static readonly TimeSpan TimeToLive = TimeSpan.FromDays(30);

    private readonly Dictionary<(Guid Instance, string Token), ProcessSubscription> known = [];
    private readonly HashSet<Guid> gone = [];
    private readonly List<ProcessSubscription> added = [];
    private readonly List<KeptMessage> kept = [];

    public async Task Load(Guid instanceId, IReadOnlyList<string> tokens, CancellationToken ct)
    {
        var unknown = tokens.Where(token => !known.ContainsKey((instanceId, token))).ToList();
        if (unknown.Count > 0)
        {
            Know(await db.Set<ProcessSubscription>().Where(row => row.InstanceId == instanceId && unknown.Contains(row.Token)).ToListAsync(ct));
        }
    }

    public void Add(ProcessInstance instance, Effect.Subscribe subscribe, DateTimeOffset at)
    {
        var row = new ProcessSubscription
        {
            Id = RowId.At(at),
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Token = subscribe.Token,
            ElementId = subscribe.ElementId,
            Kind = subscribe.Kind == Subscription.Message ? ListensTo.Message : ListensTo.Signal,
            Name = subscribe.Name,
            Key = subscribe.Key,
        };
        known[(instance.Id, subscribe.Token)] = row;
        added.Add(row);
        db.Add(row);
    }

    public void Remove(Guid instanceId, string token)
    {
        if (known.Remove((instanceId, token), out var row))
        {
            gone.Add(row.Id);
            added.Remove(row);
            db.Remove(row);
        }
    }

    /// <summary>Who waits for this now, the longest waiting first. Without a key: whatever the key.</summary>
    public async Task<List<ProcessSubscription>> Of(Guid organizationId, ListensTo kind, string name, string? key, CancellationToken ct)
    {
        var stored = await db.Set<ProcessSubscription>().Where(row => row.Name == name && row.Kind == kind && (key == null || row.Key == key)).ToListAsync(ct);
        stored.RemoveAll(row => gone.Contains(row.Id));
        Know(stored);
        return [.. stored.Concat(added.Where(row => row.OrganizationId == organizationId && row.Kind == kind && row.Name == name && (key is null || row.Key == key))).DistinctBy(row => row.Id).OrderBy(row => row.Id)];
    }

    public void Keep(Guid organizationId, Effect.PublishMessage message, DateTimeOffset at, TimeSpan timeToLive)
    {
        var row = new KeptMessage
        {
            Id = RowId.At(at),
            OrganizationId = organizationId,
            Name = message.Name,
            Key = message.Key,
            Variables = CaseVariables.Write(message.Variables),
            KeptAt = at,
            ExpiresAt = at + timeToLive,
        };
        kept.Add(row);
        db.Add(row);
    }

    /// <summary>Takes the oldest message that was kept for this subscription; null when there is none, or it listens no longer.</summary>
    public async Task<KeptMessage?> TakeKept(Guid instanceId, string token, DateTimeOffset at, CancellationToken ct)
    {
        if (known.GetValueOrDefault((instanceId, token)) is not { Kind: ListensTo.Message } row)
        {
            return null;
        }

        var stored = await db.Set<KeptMessage>().Where(message => message.Name == row.Name && message.Key == row.Key && message.ExpiresAt > at).OrderBy(message => message.Id).ToListAsync(ct);
        var first = stored.Concat(kept.Where(message => message.OrganizationId == row.OrganizationId && message.Name == row.Name && message.Key == row.Key && message.ExpiresAt > at))
            .FirstOrDefault(message => !gone.Contains(message.Id));
        if (first is not null)
        {
            gone.Add(first.Id);
            db.Remove(first);
        }

        return first;
    }

    private void Know(List<ProcessSubscription> rows) => rows.ForEach(row => known[(row.InstanceId, row.Token)] = row);
}
