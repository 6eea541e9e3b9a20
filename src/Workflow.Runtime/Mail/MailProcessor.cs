using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Mail;

/// <summary>Words a message at the moment in which it goes out; null when there is nothing left to say, or nobody who wants it.</summary>
public delegate Task<Letter?> WordMail(IServiceProvider scope, MailMessage message, CancellationToken ct);

/// <summary>
/// Sends messages: each is claimed by one host, worded, handed over outside a transaction, and marked. A host that dies between the two lets its lease run out,
/// and the message goes out again with the same id: once in most cases, twice at the worst, never not at all.
/// </summary>
public sealed class MailProcessor(IServiceScopeFactory scopes, TimeProvider clock, LeaseSettings leases, MailSettings settings, MailPost post, ILogger<MailProcessor> log, WordMail? word = null) : IDueWork
{
    private const int Batch = 50;

    /// <summary>Pauses after a failure; after the last one an operator must look.</summary>
    public static readonly IReadOnlyList<TimeSpan> Backoff = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2)];

    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);
    private static readonly TimeSpan BetweenPurges = TimeSpan.FromHours(1);

    private readonly Guid worker = Guid.NewGuid();
    private DateTimeOffset nextPurge;

    /// <inheritdoc />
    public async Task<int> RunDue(CancellationToken ct)
    {
        if (!settings.Leaves || word is null)
        {
            return 0;
        }

        var done = 0;
        foreach (var id in await Due(ct))
        {
            done += await Claim(id, ct) && await Send(id, ct) ? 1 : 0;
        }

        await Purge(ct);
        return done;
    }

    private async Task<List<Guid>> Due(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
        return await Rows(scope).Where(row => row.State == MailState.Waiting && row.NotBefore <= now && (row.LeasedUntil == null || row.LeasedUntil <= now))
            .OrderBy(row => row.NotBefore).ThenBy(row => row.Id).Take(Batch).Select(row => row.Id).ToListAsync(ct);
    }

    // One statement that holds of one host only, in either database.
    private async Task<bool> Claim(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (now, me) = (clock.GetUtcNow(), (Guid?)worker);
        var until = (DateTimeOffset?)(now + leases.Messages);
        return await Rows(scope).Where(row => row.Id == id && row.State == MailState.Waiting && row.NotBefore <= now && (row.LeasedUntil == null || row.LeasedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, until).SetProperty(row => row.LeasedBy, me).SetProperty(row => row.Attempts, row => row.Attempts + 1), ct) == 1;
    }

    private async Task<bool> Send(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var message = await Rows(scope).AsNoTracking().SingleAsync(row => row.Id == id, ct);
        try
        {
            scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = message.OrganizationId;
            if (await word!(scope.ServiceProvider, message, ct) is not { } letter)
            {
                await Settle(message, MailState.Withdrawn, "", "", "", ct);
                return false;
            }

            var organization = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<Domain.Organizations.Organization>().Where(one => one.Id == message.OrganizationId).Select(one => one.Name).SingleAsync(ct);
            await post.Send(message.Id, letter, organization, ct);
            await Settle(message, MailState.Sent, letter.To, letter.Subject, "", ct);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            if (log.IsEnabled(LogLevel.Warning))
            {
                log.LogWarning("message {Message} did not go out: {Reason}", id, error.Message);
            }

            await PutBack(message, error, ct);
            return false;
        }
    }

    private async Task PutBack(MailMessage message, Exception error, CancellationToken ct)
    {
        var text = error.InnerException is { } inner && error is System.Net.Mail.SmtpException ? $"{error.Message} {inner.Message}" : error.Message;
        text = text.Length <= 1_000 ? text : text[..1_000];
        if (error is RefusedForGoodException || message.Attempts > Backoff.Count)
        {
            await Settle(message, MailState.Failed, "", "", text, ct);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var again = clock.GetUtcNow() + Backoff[message.Attempts - 1];
        await Mine(scope, message.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.NotBefore, again).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null).SetProperty(row => row.LastError, text), ct);
    }

    private async Task Settle(MailMessage message, MailState state, string to, string subject, string error, CancellationToken ct)
    {
        // It is out: a host that is being stopped still writes that down.
        await using var scope = scopes.CreateAsyncScope();
        var now = (DateTimeOffset?)clock.GetUtcNow();
        await Mine(scope, message.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.SettledAt, now).SetProperty(row => row.LeasedUntil, (DateTimeOffset?)null)
                .SetProperty(row => row.SentTo, to).SetProperty(row => row.Subject, subject).SetProperty(row => row.LastError, error),
            state == MailState.Sent ? CancellationToken.None : ct);
    }

    private IQueryable<MailMessage> Mine(AsyncServiceScope scope, Guid id) => Rows(scope).Where(row => row.Id == id && row.State == MailState.Waiting && row.LeasedBy == worker);

    private static IQueryable<MailMessage> Rows(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<MailMessage>().IgnoreQueryFilters();

    // Which message went out is technical; what it told of stands in the log of its matter.
    private async Task Purge(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now < nextPurge)
        {
            return;
        }

        nextPurge = now + BetweenPurges;
        await using var scope = scopes.CreateAsyncScope();
        var limit = now - Kept;
        await Rows(scope).Where(row => row.CreatedAt < limit && row.State != MailState.Waiting).OrderBy(row => row.CreatedAt).Take(1_000).ExecuteDeleteAsync(ct);
        await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<ToldTurn>().IgnoreQueryFilters().Where(row => row.At < limit).OrderBy(row => row.At).Take(1_000).ExecuteDeleteAsync(ct);
    }
}
