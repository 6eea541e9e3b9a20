using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Workflow.Integration.Tests.Deaths;

/// <summary>
/// Sees every transaction that writes, right before its commit is sent and right after it is on disk, whichever way it is committed: with the
/// log entry in one trip, by the driver, or as a statement of its own.
/// </summary>
internal sealed class WriteWatch(Func<string, bool, Task> reached) : DbCommandInterceptor, IDbTransactionInterceptor
{
    private string what = "";

    private static bool Commits(DbCommand command) => command.CommandText.EndsWith("COMMIT", StringComparison.Ordinal);

    private static bool IsAlone(DbCommand command) => command.Transaction is null && !Commits(command) && IsWrite(command);

    private static bool IsWrite(DbCommand command) => command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal) || command.CommandText.StartsWith("INSERT", StringComparison.Ordinal) || command.CommandText.StartsWith("DELETE", StringComparison.Ordinal);

    // The name of the act that the log entry bears, or the table that is written.
    private static string Name(DbCommand command) => command.Parameters.Contains("act0") ? (string)command.Parameters["act0"].Value! : string.Join(' ', command.CommandText.Split(['\n', ' '], 3)[..2]);

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Before(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Before(command);
        return result;
    }

    public override async ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (IsAlone(command) && result > 0)
        {
            await reached(Name(command), true);
        }

        return result;
    }

    // The reader of a commit is put away when all is on disk.
    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Read(command, eventData.ReadCount).GetAwaiter().GetResult();
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (what.Length > 0)
        {
            await reached(what, false);
        }

        return result;
    }

    public async Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (what.Length > 0)
        {
            var written = what;
            what = "";
            await reached(written, true);
        }
    }

    private Task Before(DbCommand command) => Commits(command) || IsAlone(command) ? reached(Name(command), false) : Task.CompletedTask;

    private async Task Read(DbCommand command, int rows)
    {
        if (Commits(command) || (IsAlone(command) && rows > 0))
        {
            what = "";
            await reached(Name(command), true);
        }
        else if (command.Transaction is not null && IsWrite(command) && rows > 1)
        {
            // A claim that found nothing has written nothing.
            what = Name(command);
        }
    }
}
