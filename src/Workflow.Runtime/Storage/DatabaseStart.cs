using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Processes;

namespace Workflow.Runtime.Storage;

/// <summary>Brings a database up to the program: one host at a time migrates, deploys definitions and fills an empty database.</summary>
public static class DatabaseStart
{
    // Any name of the lock does, as long as every host uses the same.
    private static readonly (string Take, string Give) OnPostgreSql = ("SELECT pg_advisory_lock(7412001)", "SELECT pg_advisory_unlock(7412001)");

    private static readonly (string Take, string Give) OnSqlServer = (
        "EXEC sp_getapplock @Resource = 'workflow-start', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = -1",
        "EXEC sp_releaseapplock @Resource = 'workflow-start', @LockOwner = 'Session'");

    // A host that waits for another one's migration waits this long.
    private static readonly TimeSpan LongestMigration = TimeSpan.FromMinutes(10);

    /// <summary>Migrates under a lock held on a connection of its own, then runs <paramref name="seed"/>.</summary>
    public static async Task Run(
        WorkflowDbContext db, WorkflowDbContext lockHolder, DefinitionCatalog catalog, DateTimeOffset now, Func<Task> seed, CancellationToken ct)
    {
        await EnsureDatabase(db, ct);
        await lockHolder.Database.OpenConnectionAsync(ct);
        lockHolder.Database.SetCommandTimeout(LongestMigration);
        var (take, give) = lockHolder.Database.IsNpgsql() ? OnPostgreSql : OnSqlServer;
        await lockHolder.Database.ExecuteSqlRawAsync(take, ct);
        try
        {
            await db.Database.MigrateAsync(ct);
            await catalog.Deploy(db, now, ct);
            await seed();
        }
        finally
        {
            // Closing alone gives the connection back to the pool with the lock still held, until someone happens to use it again.
            await lockHolder.Database.ExecuteSqlRawAsync(give, CancellationToken.None);
            await lockHolder.Database.CloseConnectionAsync();
        }
    }

    private static async Task EnsureDatabase(WorkflowDbContext db, CancellationToken ct)
    {
        var creator = Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator>(db.Database);
        if (!await creator.ExistsAsync(ct))
        {
            await creator.CreateAsync(ct);
        }
    }
}
