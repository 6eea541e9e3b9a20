using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Conformance;

/// <summary>The real runtime on a throw-away PostgreSQL, for all cases one after the other; each begins on empty tables.</summary>
internal sealed class DurableHome : ILoggerProvider, ILogger
{
    private const string Empty =
        """
        TRUNCATE "StoredDefinition", "LatestDefinition", "StartPoint", "ProcessInstance", "JournalEntry", "OpenTask", "ProcessTimer", "OutboxMessage",
          "ProcessSubscription", "KeptMessage", "AuditEntry", "AuditHead" CASCADE
        """;

    private readonly string folder = Path.Combine(Path.GetTempPath(), "workflow-conformance-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly PrivateCluster cluster;
    private readonly ServiceProvider services;

    private DurableHome()
    {
        cluster = PrivateCluster.Open(folder, durable: false);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddProvider(this));
        collection.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version2);
        collection.AddRuntime(new DatabaseSettings(DatabaseProvider.PostgreSql, cluster.ConnectionString("conformance")));

        // What differs from one case to the next.
        collection.AddTransient(_ => Catalog);
        collection.AddTransient<IActivity>(_ => Machine!);
        collection.AddSingleton<TimeProvider>(Time);
        services = collection.BuildServiceProvider();
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Database.Migrate();
    }

    public Clock Time { get; } = new();

    public Guid Organization { get; } = Guid.CreateVersion7();

    public DefinitionCatalog Catalog { get; private set; } = null!;

    public IActivity Machine { get; private set; } = null!;

    /// <summary>What went wrong in the machine's own work since somebody asked.</summary>
    public Exception? Failure { get; private set; }

    public static DurableHome Open() => new();

    public void Begin(IActivity machine, DateTimeOffset start)
    {
        (Machine, Time.Now, Failure) = (machine, start, null);
        Catalog = new DefinitionCatalog([], [machine], [], new CatalogSettings(PlainTasks: true, TimeSpan.Zero));
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        db.Database.ExecuteSqlRaw(Empty);
        db.Add(new AuditHead { OrganizationId = Organization });
        db.SaveChanges();
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Someone of the organization does something.</summary>
    public async Task<T> In<T>(Func<IServiceProvider, WorkflowDbContext, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = Organization;
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    public Exception? TakeFailure()
    {
        var failure = Failure;
        Failure = null;
        return failure;
    }

    public void Dispose()
    {
        services?.Dispose();
        NpgsqlConnection.ClearAllPools();
        cluster.Dispose();
        Directory.Delete(folder, true);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    // A conflict is no failure: the work is done again.
    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Failure = exception is null || Conflicts.IsConflict(exception) ? Failure : exception;

    internal sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
