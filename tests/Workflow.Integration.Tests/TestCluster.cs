using Npgsql;
using Workflow.Documents.Import;
using Workflow.Domain.Texts;
using Workflow.Host.Commands;
using Workflow.Host.EmbeddedPostgres;
using Xunit;

// Two clusters side by side: most tests wait for a disk or a clock half of their time.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Workflow.Integration.Tests;

/// <summary>One real PostgreSQL for the tests of a collection; each test works on a copy of a database that was migrated and filled once.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "workflow-test-" + Guid.NewGuid().ToString("N")[..12]);
    private PrivateCluster? cluster;
    private int copies;

    internal PrivateCluster Cluster => cluster!;

    internal ImportedDraft Sample { get; private set; } = null!;

    internal byte[] SampleBytes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        cluster = PrivateCluster.Open(folder, durable: false);
        SampleBytes = await File.ReadAllBytesAsync(Path.Combine(Root, "samples", "nghi-quyet-mau.txt"));
        Sample = DraftImporter.Read("nghi-quyet-mau.txt", SampleBytes, TrackedChanges.Accept).Draft!;
        await using var world = await DemoWorld.Create(Sample, cluster, "template");
    }

    public Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        cluster!.Dispose();
        Directory.Delete(folder, true);
        return Task.CompletedTask;
    }

    /// <summary>A fresh copy of the filled database, or of another that nobody uses now; answers its name.</summary>
    internal async Task<string> Copy(string from = "template")
    {
        NpgsqlConnection.ClearAllPools();
        var name = $"copy{++copies}";
        await using var connection = new NpgsqlConnection(Cluster.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {from}", connection);
        await command.ExecuteNonQueryAsync();
        return name;
    }

    internal static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Workflow.sln")))
            {
                at = at.Parent;
            }

            return at?.FullName ?? Environment.GetEnvironmentVariable("WORKFLOW_ROOT") ?? throw new InvalidOperationException("the project's root was not found");
        }
    }
}

[CollectionDefinition("cluster")]
public sealed class ClusterCollection : ICollectionFixture<TestCluster>;

/// <summary>The long stories: deaths, races, the walk of the roles.</summary>
[CollectionDefinition("another cluster")]
public sealed class AnotherClusterCollection : ICollectionFixture<TestCluster>;
