using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Engine;
using Workflow.Engine.Migrating;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>A place of a case and where it would go; <paramref name="TargetId"/> is empty where nothing was found.</summary>
public sealed record MigrationPlace(string ElementId, string Name, string TargetId);

/// <summary>An element of the other version, to choose from.</summary>
public sealed record MigrationTarget(string ElementId, string Name);

/// <summary>What a migration would do: where each place goes, and what stands against it. Nothing is changed by asking.</summary>
public sealed record MigrationPreview(IReadOnlyList<MigrationPlace> Places, IReadOnlyList<MigrationTarget> Targets, IReadOnlyList<string> Problems)
{
    /// <summary>Whether it can be done as it is.</summary>
    public bool IsPossible => Problems.Count == 0;
}

/// <summary>Puts running cases onto another version of their definition: tried first, then done in one act.</summary>
public sealed class CaseMigration(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>Tries it; null when there is no such case or version. <paramref name="chosen"/> goes before what is proposed.</summary>
    public async Task<MigrationPreview?> Preview(Guid instanceId, string toHash, IReadOnlyDictionary<string, string> chosen, CancellationToken ct)
    {
        if (await Find(instanceId, toHash, ct) is not var (instance, from, to))
        {
            return null;
        }

        var state = InstanceState.FromJson(instance.State);
        var plan = Plan(from, to, chosen);
        var places = state.Tokens.Select(token => token.ElementId).Distinct(StringComparer.Ordinal).Select(id => new MigrationPlace(id, from.NameOf(id)!, plan.GetValueOrDefault(id, "")));
        return new([.. places], [.. to.ElementIds.Select(id => new MigrationTarget(id, to.NameOf(id)!)).OrderBy(target => target.Name, StringComparer.Ordinal)], [.. Migration.Move(from, to, state, plan).Findings.Select(finding => finding.Message)]);
    }

    /// <summary>Does it. Refused when it cannot be done, or the case has moved on meanwhile.</summary>
    public async Task<Refusal?> Move(Guid instanceId, string toHash, IReadOnlyDictionary<string, string> chosen, Guid actorId, DateTimeOffset at, CancellationToken ct)
    {
        if (await Find(instanceId, toHash, ct) is not var (instance, from, to))
        {
            return new("migration.not-found", "Không thấy hồ sơ hoặc bản quy trình này.");
        }

        var plan = Plan(from, to, chosen);
        var result = Migration.Move(from, to, InstanceState.FromJson(instance.State), plan);
        if (result.State is not { } state)
        {
            return new(result.Findings[0].Code, string.Join(' ', result.Findings.Select(finding => finding.Message)));
        }

        await MoveRows(instance.Id, result.Moved, ct);
        instance.Position++;
        instance.State = state.ToJson();
        db.Entry(instance).Property(row => row.DefinitionHash).CurrentValue = to.Hash;
        db.Add(new JournalEntry
        {
            OrganizationId = instance.OrganizationId,
            InstanceId = instance.Id,
            Position = instance.Position,
            Trigger = new Trigger.Migrated(at, from.Hash, to.Hash, plan).ToJson(),
            At = at,
            ActorId = actorId,
        });
        return null;
    }

    // What a person chose goes before what is proposed; an empty choice means "nowhere".
    private static SortedDictionary<string, string> Plan(ProcessDefinition from, ProcessDefinition to, IReadOnlyDictionary<string, string> chosen)
    {
        var plan = new SortedDictionary<string, string>(MigrationPlan.Propose(from, to).ToDictionary(), StringComparer.Ordinal);
        foreach (var (element, target) in chosen)
        {
            if (target.Length == 0)
            {
                plan.Remove(element);
            }
            else
            {
                plan[element] = target;
            }
        }

        return plan;
    }

    private async Task<(ProcessInstance Instance, ProcessDefinition From, ProcessDefinition To)?> Find(Guid instanceId, string toHash, CancellationToken ct)
    {
        var instance = await db.Set<ProcessInstance>().SingleOrDefaultAsync(row => row.Id == instanceId, ct);
        return instance is null || !await db.Set<StoredDefinition>().AnyAsync(row => row.Hash == toHash, ct)
            ? null
            : (instance, await catalog.Of(db, instance.DefinitionHash, ct), await catalog.Of(db, toHash, ct));
    }

    private async Task MoveRows(Guid instanceId, IReadOnlyList<MovedToken> moved, CancellationToken ct)
    {
        var byToken = moved.ToDictionary(one => one.Token, StringComparer.Ordinal);
        foreach (var task in await db.Set<OpenTask>().Where(row => row.InstanceId == instanceId && row.ClosedAt == null).ToListAsync(ct))
        {
            if (byToken.TryGetValue(task.Token, out var to))
            {
                var row = db.Entry(task);
                row.Property(one => one.ElementId).CurrentValue = to.ElementId;
                row.Property(one => one.Name).CurrentValue = to.Name;
                row.Property(one => one.TaskKey).CurrentValue = to.TaskKey;
            }
        }

        foreach (var message in await db.Set<OutboxMessage>().Where(row => row.InstanceId == instanceId && row.DoneAt == null).ToListAsync(ct))
        {
            if (byToken.TryGetValue(message.Token, out var to))
            {
                var row = db.Entry(message);
                row.Property(one => one.ElementId).CurrentValue = to.ElementId;
                row.Property(one => one.Name).CurrentValue = to.Name;
            }
        }

        foreach (var timer in await db.Set<ProcessTimer>().Where(row => row.InstanceId == instanceId && (row.State == TimerState.Waiting || row.State == TimerState.Held)).ToListAsync(ct))
        {
            if (byToken.TryGetValue(timer.Token, out var to))
            {
                db.Entry(timer).Property(one => one.ElementId).CurrentValue = to.ElementId;
            }
        }

        foreach (var subscription in await db.Set<ProcessSubscription>().Where(row => row.InstanceId == instanceId).ToListAsync(ct))
        {
            if (byToken.TryGetValue(subscription.Token, out var to))
            {
                db.Entry(subscription).Property(one => one.ElementId).CurrentValue = to.ElementId;
            }
        }
    }
}
