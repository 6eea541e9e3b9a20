using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Timers;

namespace Workflow.Runtime.Outbox;

/// <summary>
/// Wakes the processors: the outbox at once after a commit that left work, both every second for what fell due meanwhile. Each has its
/// own loop: a long activity does not keep timers waiting.
/// </summary>
public sealed class BackgroundWorker(OutboxProcessor outbox, TimerProcessor timers, CommandRecordPurge purge, StagedUploadSweep uploads, TextDraftSweep texts, KeptMessageSweep messages, SubstituteSweep substitutes, IEnumerable<IDueWork> others, WorkSignal signal, ILogger<BackgroundWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll([
        Loop(
            async ct =>
            {
                await outbox.RunDue(ct);
                await signal.Wait(Pause, ct);
            },
            stoppingToken),
        Loop(
            async ct =>
            {
                if (await timers.FireDue(ct) + await messages.RunDue(ct) > 0)
                {
                    signal.Set();
                }

                await purge.RunDue(ct);
                await uploads.RunDue(ct);
                await substitutes.RunDue(ct);
                await texts.RunDue(ct);
                await Task.Delay(Pause, ct);
            },
            stoppingToken),
        .. others.Select(work => Loop(
            async ct =>
            {
                await work.RunDue(ct);
                await Task.Delay(Pause, ct);
            },
            stoppingToken))]);

    private async Task Loop(Func<CancellationToken, Task> round, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await round(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "background work failed; it goes on in five seconds");
                await Task.Delay(TimeSpan.FromSeconds(5), ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}

/// <summary>Tells the worker that there is something to do. However many tell it before it looks, it looks once.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0);
    private int told;

    /// <summary>Whether the coming save leaves work for the machine.</summary>
    public static bool IsLeftIn(WorkflowDbContext db) =>
        db.ChangeTracker.Entries().Any(entry => entry is { State: EntityState.Added, Entity: OutboxMessage });

    /// <summary>There is work.</summary>
    public void Set()
    {
        if (Interlocked.Exchange(ref told, 1) == 0)
        {
            semaphore.Release();
        }
    }

    internal async Task Wait(TimeSpan atMost, CancellationToken ct)
    {
        if (await semaphore.WaitAsync(atMost, ct))
        {
            // From here on a new telling is a new look.
            Volatile.Write(ref told, 0);
        }
    }

    /// <inheritdoc />
    public void Dispose() => semaphore.Dispose();
}
