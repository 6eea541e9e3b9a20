using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>
/// Follows sessions for open pages: however many pages there are, a host asks the database once a second for each session that somebody watches, and
/// not at all for the others.
/// </summary>
public sealed class LiveSessions(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(Guid Organization, Guid Id), Watched> watched = new();

    /// <summary>Waits until the session differs from what the page shows; answers at once when it does already. After <paramref name="atMost"/> it answers what there is.</summary>
    /// <param name="since">What was read before this is older than what the page shows.</param>
    public async Task<Pulse?> Next(Guid organization, Guid id, Pulse? shown, DateTimeOffset since, TimeSpan atMost, CancellationToken ct)
    {
        var until = DateTimeOffset.UtcNow + atMost;
        while (true)
        {
            var now = await watched.GetOrAdd((organization, id), key => new Watched(key.Organization, key.Id)).Read(scopes, since, ct);
            if (now is null || now != shown || DateTimeOffset.UtcNow >= until)
            {
                return now;
            }

            await Task.Delay(Between, ct);
        }
    }

    private sealed class Watched(Guid organization, Guid id)
    {
        private readonly Lock gate = new();
        private Task<Pulse?> last = Task.FromResult<Pulse?>(null);
        private DateTimeOffset readAt;

        // Who comes while it is asked waits for the same answer.
        public Task<Pulse?> Read(IServiceScopeFactory scopes, DateTimeOffset since, CancellationToken ct)
        {
            lock (gate)
            {
                if ((last.IsCompleted && DateTimeOffset.UtcNow - readAt >= Between) || readAt < since)
                {
                    (last, readAt) = (Ask(scopes), DateTimeOffset.UtcNow);
                }

                return last.WaitAsync(ct);
            }
        }

        private async Task<Pulse?> Ask(IServiceScopeFactory scopes)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organization;
            return await Pulses.Of(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>(), id, CancellationToken.None);
        }
    }
}
