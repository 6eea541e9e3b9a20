using System.Collections.Concurrent;

namespace Workflow.Runtime.Audit;

/// <summary>
/// Where the acts of one host wait for the head of their organization's chain. The head has one order, so all but one wait anyway: here they
/// wait in line without cost, in the database each of them would be woken, look again and wait anew. A courtesy, not a lock: the
/// database keeps the order, between hosts too, and who has waited too long goes on without.
/// </summary>
public sealed class ChainLine
{
    // One writes and the next stands ready in the database: its turn comes with the commit of the first, without a way through the program.
    private const int AtOnce = 2;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> places = new();

    /// <summary>Waits for a place at the head; the answer gives it back.</summary>
    internal async ValueTask<Place> Enter(Guid organizationId, CancellationToken ct)
    {
        var place = places.GetOrAdd(organizationId, _ => new SemaphoreSlim(AtOnce));
        return new(await place.WaitAsync(Patience, ct) ? place : null);
    }

    /// <summary>A place at the head of a chain.</summary>
    internal readonly struct Place(SemaphoreSlim? place) : IDisposable
    {
        public void Dispose() => place?.Release();
    }
}
