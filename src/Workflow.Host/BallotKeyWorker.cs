using Workflow.Activities.Conferences;

namespace Workflow.Host;

/// <summary>Looks every few minutes for keys of secret votes that are over.</summary>
internal sealed class BallotKeyWorker(BallotKeySweep sweep, ILogger<BallotKeyWorker> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        do
        {
            try
            {
                await sweep.Run(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The database is away for a moment; the keys wait for the next look.
                Log.Failed(log, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static class Log
    {
        private static readonly Action<ILogger, Exception?> Message = LoggerMessage.Define(LogLevel.Warning, new EventId(1), "keys of ended votes were not looked for");

        public static void Failed(ILogger log, Exception error) => Message(log, error);
    }
}
