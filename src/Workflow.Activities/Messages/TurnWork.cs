using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Messages;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>
/// Notices what has begun to wait for people who want to be told at once. It compares what their page shows with what they were told of; so a message is about a turn and not
/// about an event, what is over again within seconds is not told, and several things at once are one message. A host that dies here has told nothing; the next one looks again.
/// </summary>
public sealed class TurnWork(IServiceScopeFactory scopes, TimeProvider clock, MailSettings settings, ILogger<TurnWork> log) : IDueWork
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);

    // Some turns begin without an act: offices and absences begin by date.
    private static readonly TimeSpan Anyway = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Guid, (long Position, DateTimeOffset At)> looked = [];
    private DateTimeOffset next;

    /// <inheritdoc />
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!settings.Leaves || (now < next && next <= now + Between))
        {
            return 0;
        }

        next = now + Between;
        return await Run(ct);
    }

    /// <summary>Looks now; answers how many messages were written.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var written = 0;
        foreach (var recipient in await Concerned(ct))
        {
            try
            {
                written += await Look(recipient, ct);
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // Another host has told it.
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "what waits for {Person} could not be read", recipient.PersonId);
            }
        }

        return written;
    }

    // Nothing has happened in an organization since the last look: nothing new waits there.
    private async Task<List<Recipients.Recipient>> Concerned(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        var heads = await db.Set<AuditHead>().IgnoreQueryFilters().AsNoTracking().Select(head => new { head.OrganizationId, head.Position }).ToListAsync(ct);
        var stirred = heads.Where(head => !looked.TryGetValue(head.OrganizationId, out var last) || last.Position != head.Position || last.At > now || now - last.At >= Anyway).ToList();
        stirred.ForEach(head => looked[head.OrganizationId] = (head.Position, now));
        return stirred.Count == 0 ? [] : (await Recipients.Wanting(db, MessageMode.AtOnce, now, null, ct)).FindAll(one => stirred.Exists(head => head.OrganizationId == one.OrganizationId));
    }

    private async Task<int> Look(Recipients.Recipient recipient, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(recipient.OrganizationId, recipient.PersonId, recipient.Name);
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        var items = await Waiting.Of(scope.ServiceProvider.GetRequiredService<IMediator>(), ct);
        var keys = items.ConvertAll(item => item.Key);
        var told = await db.Set<ToldTurn>().Where(turn => turn.PersonId == recipient.PersonId && keys.Contains(turn.Key)).Select(turn => turn.Key).ToListAsync(ct);
        var fresh = items.Where(item => !told.Contains(item.Key)).DistinctBy(item => item.Key).ToList();
        if (fresh.Count == 0)
        {
            return 0;
        }

        // Not of what one has begun oneself, nor of what stood there when one asked to be told.
        var news = fresh.Where(item => item.FromId != recipient.PersonId && item.Since >= recipient.SetAt).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        var mail = Guid.CreateVersion7(now);
        db.AddRange(fresh.Select(item => new ToldTurn { PersonId = recipient.PersonId, Key = item.Key, OrganizationId = recipient.OrganizationId, At = now, MailId = news.Contains(item.Key) ? mail : Guid.Empty }));
        if (news.Count > 0)
        {
            db.Add(new MailMessage { Id = mail, OrganizationId = recipient.OrganizationId, PersonId = recipient.PersonId, Kind = MailKind.Turn, Key = $"turn:{mail:N}", CreatedAt = now, NotBefore = now });
        }

        await CommitSave.Quietly(db, ct);
        return Math.Min(1, news.Count);
    }
}
