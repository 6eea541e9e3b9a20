using Npgsql;

namespace Workflow.Runtime.Storage.PostgreSql;

/// <summary>
/// Brings to disk what several acts have committed, once for all of them. Where many act at the same moment each commits without waiting for the disk,
/// so that it gives back the head of its organization's log at once, and is answered when the flush that they share is done: nobody is told
/// "đã ghi nhận" of what is not on disk. With few at work an act flushes for itself, which costs a trip less.
/// </summary>
internal sealed class SharedFlush : IAsyncDisposable, IDisposable
{
    /// <summary>Up to so many acts under way in this host each flushes for itself; measured in docs/performance.md.</summary>
    internal const int Few = 4;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly NpgsqlDataSource source;
    private readonly Lock turn = new();
    private bool possible;
    private FlushLine? line;
    private Task<FlushLine?>? opening;
    private bool closed;
    private long restsUntil;
    private int acts;

    /// <param name="connectionString">That of the acts, as it is used.</param>
    public SharedFlush(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);

        // Behind PgBouncer, where statements are not prepared, a connection is not one server process and proves nothing; see FlushLine.
        possible = builder.MaxAutoPrepare > 0;
        builder.Pooling = false;
        builder.ApplicationName = "workflow flush";
        source = NpgsqlDataSource.Create(builder);
    }

    /// <summary>Flushes by the line that is open.</summary>
    internal int Flushes => line?.Count ?? 0;

    /// <summary>An act is under way, or waits for the disk.</summary>
    public void Enter() => Interlocked.Increment(ref acts);

    /// <summary>It is no longer.</summary>
    public void Leave() => Interlocked.Decrement(ref acts);

    /// <summary>What an act that is about to commit may wait for instead of flushing itself; null when it must do so.</summary>
    public FlushLine? Join()
    {
        if (!possible || Volatile.Read(ref acts) <= Few)
        {
            return null;
        }

        if (line is { IsBroken: false } open)
        {
            return open;
        }

        // Nobody waits until the line is there: meanwhile acts flush for themselves. A server that has no connection left is not asked with every act.
        if (Environment.TickCount64 >= Volatile.Read(ref restsUntil))
        {
            _ = Ready();
        }

        return null;
    }

    /// <summary>Done when everything that anybody committed before the call, and that is still there, is on disk.</summary>
    public async Task Everything(CancellationToken ct)
    {
        if (possible && await Ready().WaitAsync(ct) is { } open)
        {
            await open.Flushed();
        }
    }

    public void Dispose()
    {
        Close()?.Dispose();
        source.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (Close() is { } open)
        {
            await open.DisposeAsync();
        }

        await source.DisposeAsync();
    }

    private Task<FlushLine?> Ready()
    {
        lock (turn)
        {
            return line is { IsBroken: false } || closed ? Task.FromResult(line) : opening ??= Task.Run(Open);
        }
    }

    private async Task<FlushLine?> Open()
    {
        FlushLine? opened = null;
        try
        {
            opened = await FlushLine.Open(source);
            possible = opened is not null;
        }
        finally
        {
            lock (turn)
            {
                (opening, line) = (null, closed ? null : opened);
                restsUntil = opened is null ? Environment.TickCount64 + (long)Rest.TotalMilliseconds : 0;
            }
        }

        if (line is null && opened is not null)
        {
            await opened.DisposeAsync();
        }

        return line;
    }

    private FlushLine? Close()
    {
        lock (turn)
        {
            closed = true;
            var open = line;
            line = null;
            return open;
        }
    }
}
