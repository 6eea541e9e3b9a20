using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Storage.PostgreSql;
using Xunit;

namespace Workflow.Integration.Tests.Storage;

/// <summary>A server of its own that writes to disk, but of its own accord only every ten seconds instead of every 200 ms.</summary>
public sealed class LazyCluster : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-flush-").FullName;
    private PrivateCluster cluster = null!;

    internal DemoWorld Demo { get; private set; } = null!;

    internal byte[] Sample { get; private set; } = [];

    internal string Connection => cluster.ConnectionString("workflow");

    public async Task InitializeAsync()
    {
        cluster = PrivateCluster.Open(folder);
        Sample = await File.ReadAllBytesAsync(Path.Combine(TestCluster.Root, "samples", "nghi-quyet-mau.txt"));
        Demo = await DemoWorld.Create(DraftImporter.Read("nghi-quyet-mau.txt", Sample, TrackedChanges.Accept).Draft!, cluster);
        await Ask("ALTER SYSTEM SET wal_writer_delay = '10s'");
        await Ask("SELECT pg_reload_conf()");
    }

    public async Task DisposeAsync()
    {
        await Demo.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        cluster.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The numbers that a question answers, on a connection that nobody else uses.</summary>
    internal async Task<List<int>> Ask(string statement)
    {
        var numbers = new List<int>();
        await using var connection = new NpgsqlConnection(Connection + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            numbers.Add(reader.GetValue(0) as int? ?? 0);
        }

        return numbers;
    }

    internal void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    internal void StartAgain()
    {
        NpgsqlConnection.ClearAllPools();
        cluster.Dispose();
        cluster = PrivateCluster.Open(folder);
    }
}

/// <summary>Acts under way in a host, so that others share a flush; they end when this does.</summary>
internal sealed class Others : IAsyncDisposable
{
    private readonly TaskCompletionSource over = new();
    private Task all = Task.CompletedTask;

    public static Others Begin(DemoWorld world)
    {
        var others = new Others();
        others.all = Task.WhenAll(Enumerable.Range(0, 2 * SharedFlush.Few).Select(_ => world.Look(async db =>
        {
            db.BeginAct();
            await others.over.Task;
            return true;
        })));
        return others;
    }

    public async ValueTask DisposeAsync()
    {
        over.SetResult();
        await all;
    }
}

/// <summary>A process that does nothing until it is let go; a server with one that is never let go could not be started again.</summary>
internal sealed class Stopped : IDisposable
{
    private readonly int process;
    private bool goes;

    private Stopped(int process) => this.process = process;

    public static Stopped Process(int process)
    {
        Signal(process, "STOP");
        return new(process);
    }

    public void Dispose()
    {
        if (!goes)
        {
            goes = true;
            Signal(process, "CONT");
        }
    }

    private static void Signal(int process, string signal)
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
