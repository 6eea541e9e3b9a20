using Npgsql;

namespace Workflow.Runtime.Storage.PostgreSql;

/// <summary>
/// One server process that flushes for acts. An act takes hold of the line before it commits: the server ends all its processes when one of
/// them crashes and memory is lost, so a flush by a process that was there before the commit proves that the commit is on disk. A line that has failed
/// is never mended, for a new process would prove nothing about acts before it.
/// </summary>
internal sealed class FlushLine : IDisposable, IAsyncDisposable
{
    // Writes to the server's log of changes and nowhere else; its commit flushes everything written before it, on a standby too where commits wait for one.
    internal const string Statement = "SELECT pg_logical_emit_message(true, 'workflow', '')";

    private static long flushes;

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;
    private readonly Lock turn = new();
    private TaskCompletionSource? next;
    private bool running;

    /// <summary>Flushes of all lines of this program: transactions that are no act's.</summary>
    internal static long Flushes => Interlocked.Read(ref flushes);

    /// <summary>Those of this line.</summary>
    internal int Count { get; private set; }

    private FlushLine(NpgsqlConnection connection) => (this.connection, command) = (connection, new NpgsqlCommand(Statement, connection));

    /// <summary>It failed once; who waits on it is told so, and does not know whether the act is on disk.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A line of its own connection; null when that is not one server process but a pool of them, or may not flush.</summary>
    public static async Task<FlushLine?> Open(NpgsqlDataSource source)
    {
        var connection = await source.OpenConnectionAsync();
        var line = new FlushLine(connection);
        try
        {
            await using var who = new NpgsqlCommand("SELECT pg_backend_pid()", connection);
            if (await who.ExecuteScalarAsync() is int process && process == connection.ProcessID)
            {
                await line.command.ExecuteNonQueryAsync();
                return line;
            }
        }
        catch (PostgresException)
        {
            // Not allowed to, or no such function: then each act flushes for itself.
        }

        await line.DisposeAsync();
        return null;
    }

    /// <summary>Done when everything committed before the call is on disk; fails when that cannot be known.</summary>
    public Task Flushed()
    {
        lock (turn)
        {
            if (IsBroken)
            {
                return Task.FromException(new FlushLostException(null));
            }

            // Not the one under way: what it began with may be older than this act.
            next ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!running)
            {
                running = true;
                _ = Task.Run(Run);
            }

            return next.Task;
        }
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task Run()
    {
        while (Next() is { } group)
        {
            try
            {
                await command.ExecuteNonQueryAsync();
                Interlocked.Increment(ref flushes);
                Count++;
                group.SetResult();
            }
            catch (Exception error)
            {
                // Whatever it was: who waits must be told.
                Break(group, error);
                return;
            }
        }
    }

    private TaskCompletionSource? Next()
    {
        lock (turn)
        {
            var group = next;
            next = null;
            running = group is not null;
            return group;
        }
    }

    private void Break(TaskCompletionSource group, Exception error)
    {
        TaskCompletionSource? after;
        lock (turn)
        {
            (IsBroken, after, next) = (true, next, null);
        }

        group.SetException(new FlushLostException(error));
        after?.SetException(new FlushLostException(error));
        Dispose();
    }
}
