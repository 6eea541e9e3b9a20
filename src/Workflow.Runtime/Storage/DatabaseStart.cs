using Microsoft.EntityFrameworkCore;
using Workflow.Runtime.Processes;

namespace Workflow.Runtime.Storage;

/// <summary>Brings a database up to the program: one host at a time migrates, deploys definitions and fills an empty database.</summary>
public static class DatabaseStart
{
    // Any number does, as long as every host uses the same.
    private const long LockKey = 7_412_001;

    /// <summary>Migrates under a lock held on a connection of its own, then runs <paramref name="seed"/>.</summary>
    public static async Task Run(
        WorkflowDbContext db, WorkflowDbContext lockHolder, DefinitionCatalog catalog, DateTimeOffset now, Func<Task> seed, CancellationToken ct)
    {
        await EnsureDatabase(db, ct);
        await lockHolder.Database.OpenConnectionAsync(ct);
        try
        {
            if (lockHolder.Database.IsNpgsql())
            {
                await lockHolder.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockKey})", ct);
            }
            else
            {
                await lockHolder.Database.ExecuteSqlAsync($"EXEC sp_getapplock @Resource = 'workflow-start', @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 120000", ct);
            }

            await db.Database.MigrateAsync(ct);
            await catalog.Deploy(db, now, ct);
            await seed();
        }
        finally
        {
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
