using System.Diagnostics;
using Npgsql;

namespace Workflow.Bench;

/// <summary>What plain Npgsql reaches on the same server: no engine can be faster. Statements are prepared; each caller has a row of its own.</summary>
internal sealed class Ceilings(NpgsqlDataSource source)
{
    private const string Update = "UPDATE bench_state SET v = v + 1, s = $2 WHERE id = $1";
    private const string Event = "INSERT INTO bench_event VALUES ($1, 'x')";
    private const string Task = "INSERT INTO bench_task VALUES ($1, 'x')";
    private const string Out = "INSERT INTO bench_out VALUES ($1, 'x')";

    // The size of the small state.
    private static readonly string State = new('x', 200);

    public async Task Prepare()
    {
        await using var command = source.CreateCommand(
            """
            CREATE TABLE bench_state (id int PRIMARY KEY, v int, s text);
            CREATE TABLE bench_event (id uuid PRIMARY KEY, s text);
            CREATE TABLE bench_task (id uuid PRIMARY KEY, s text);
            CREATE TABLE bench_out (id uuid PRIMARY KEY, s text);
            INSERT INTO bench_state SELECT g, 0, repeat('x', 200) FROM generate_series(0, 63) g
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Update by id, insert an event and an outbox row: one trip, one commit.</summary>
    public async Task OneTrip(int caller, Action<double> acted)
    {
        var from = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Do(Update, caller, State), Do(Event, Guid.CreateVersion7()), Do(Out, Guid.CreateVersion7()) } };
        await batch.ExecuteNonQueryAsync();
        acted(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
    }

    /// <summary>What an engine needs at least: lock and read the state; write state, task, event and outbox; commit. Three trips.</summary>
    public async Task ReadModifyWrite(int caller, Action<double> acted)
    {
        var from = Stopwatch.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var read = new NpgsqlCommand("SELECT v, s FROM bench_state WHERE id = $1 FOR UPDATE", connection, transaction) { Parameters = { new() { Value = caller } } })
        {
            await using var reader = await read.ExecuteReaderAsync();
            await reader.ReadAsync();
        }

        await using (var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { Do(Update, caller, State), Do(Task, Guid.CreateVersion7()), Do(Event, Guid.CreateVersion7()), Do(Out, Guid.CreateVersion7()) } })
        {
            await batch.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        acted(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
    }

    private static NpgsqlBatchCommand Do(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
