using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflow.Runtime.Timers;

namespace Workflow.Runtime.Outbox;

/// <summary>Wakes the processors: at once after a commit that left work, and every second for what fell due meanwhile.</summary>
public sealed class BackgroundWorker(OutboxProcessor outbox, TimerProcessor timers, CommandRecordPurge purge, WorkSignal signal, ILogger<BackgroundWorker> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await timers.FireDue(stoppingToken);
                await outbox.RunDue(stoppingToken);
                await purge.RunDue(stoppingToken);
                await signal.Wait(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                log.LogError(error, "background work failed; it goes on in five seconds");
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}

/// <summary>Tells the worker that there is something to do.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0);

    /// <summary>There is work.</summary>
    public void Set() => semaphore.Release();

    internal Task Wait(TimeSpan atMost, CancellationToken ct) => semaphore.WaitAsync(atMost, ct);

    /// <inheritdoc />
    public void Dispose() => semaphore.Dispose();
}
