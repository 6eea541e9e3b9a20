using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflow.Integration.Tests.Interleaving;

/// <summary>Where a host can be made to stand still.</summary>
internal enum Stop
{
    /// <summary>It has read everything and decided; nothing is written yet.</summary>
    AfterReading,

    /// <summary>Its rows are written and locked; the log entry and the commit are about to be sent.</summary>
    BeforeCommit,
}

/// <summary>Makes a host stand still once at a named place until it is let go.</summary>
internal sealed class Gate : DbCommandInterceptor, ISaveChangesInterceptor
{
    private TaskCompletionSource reached = new();
    private TaskCompletionSource go = new();
    private Stop? at;

    /// <summary>The next act that comes to this place stands still; answers when it does.</summary>
    public Task Hold(Stop place)
    {
        (reached, go) = (new(TaskCreationOptions.RunContinuationsAsynchronously), new(TaskCreationOptions.RunContinuationsAsynchronously));
        at = place;
        return reached.Task;
    }

    public void LetGo()
    {
        at = null;
        go.TrySetResult();
    }

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Pass(Stop.AfterReading);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.EndsWith("COMMIT", StringComparison.Ordinal))
        {
            await Pass(Stop.BeforeCommit);
        }

        return result;
    }

    private async Task Pass(Stop place)
    {
        if (at == place)
        {
            at = null;
            reached.TrySetResult();
            await go.Task;
        }
    }
}
