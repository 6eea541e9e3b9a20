using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Runtime;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Timers;

namespace Workflow.Bench;

/// <summary>The runtime alone on an empty database: cases run through the process runner with journal, tasks, timers, outbox and log.</summary>
internal sealed class EngineWorld : IAsyncDisposable
{
    private static readonly Guid Actor = Guid.CreateVersion7();

    // What an act of a form brings along.
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal) { ["ghiChu"] = "đã xem", ["so"] = "12", ["ngay"] = "2026-01-02" };

    private readonly ServiceProvider services;

    private EngineWorld(ServiceProvider services, Trips trips) => (this.services, Trips) = (services, trips);

    public Trips Trips { get; }

    /// <summary>Organizations with a log each; the first is the one that "one organization" means.</summary>
    public IReadOnlyList<Guid> Organizations { get; } = [.. Enumerable.Range(0, 16).Select(_ => Guid.CreateVersion7())];

    public static async Task<EngineWorld> Create(string connectionString)
    {
        var collection = new ServiceCollection();
        var trips = new Trips();
        collection.AddLogging();
        collection.AddSingleton<IInterceptor>(trips);
        collection.Configure<Microsoft.AspNetCore.Identity.IdentityOptions>(identity => identity.Stores.SchemaVersion = Microsoft.AspNetCore.Identity.IdentitySchemaVersions.Version2);
        collection.AddRuntime(new DatabaseSettings(DatabaseProvider.PostgreSql, connectionString));
        collection.AddSingleton(new DeclaredTask(Shapes.Key, Shapes.Done));
        collection.AddSingleton(new ShippedDefinition("small", Shapes.Small)).AddSingleton(new ShippedDefinition("whole", Shapes.Whole)).AddSingleton(new ShippedDefinition("timer", Shapes.Timer));
        var world = new EngineWorld(collection.BuildServiceProvider(), trips);
        await using var first = world.services.CreateAsyncScope();
        await using var second = world.services.CreateAsyncScope();
        var db = first.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        await DatabaseStart.Run(
            db,
            second.ServiceProvider.GetRequiredService<WorkflowDbContext>(),
            world.services.GetRequiredService<DefinitionCatalog>(),
            DateTimeOffset.UnixEpoch,
            async () =>
            {
                db.AddRange(world.Organizations.Select(id => new AuditHead { OrganizationId = id }));
                await db.SaveChangesAsync();
            },
            CancellationToken.None);
        return world;
    }

    /// <summary>One case from start to end; completed tasks are reported, the start is not.</summary>
    /// <param name="logged">False leaves the log entry out, to tell what it costs.</param>
    public async Task Case(string process, int stages, Guid organization, Action<double> completed, bool logged = true)
    {
        var subject = Guid.CreateVersion7();
        await Act(organization, logged, async (_, runner) => (await runner.Start(process, organization, subject, Actor, Now(), CancellationToken.None)).SubjectId);
        for (var stage = 0; stage < stages; stage++)
        {
            IReadOnlyList<OpenTask> open;
            await using (var scope = Scope(organization))
            {
                open = await OpenTasks.Of(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>(), subject, Shapes.Group(stage), CancellationToken.None);
            }

            foreach (var task in open)
            {
                var from = Stopwatch.GetTimestamp();
                await Act(organization, logged, async (_, runner) =>
                    await runner.CompleteTask(task.Id, Shapes.Done, Actor, Now(), CancellationToken.None, Variables) is null ? subject : throw new InvalidOperationException("the task was not open"));
                completed(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            }
        }
    }

    /// <summary>Starts cases that stay where they are, so many in one act.</summary>
    public async Task Park(string process, int cases, Guid organization, int together)
    {
        foreach (var some in Enumerable.Range(0, cases).Chunk(together))
        {
            await Act(organization, logged: true, async (_, runner) =>
            {
                var last = Guid.Empty;
                for (var n = 0; n < some.Length; n++)
                {
                    last = (await runner.Start(process, organization, Guid.CreateVersion7(), Actor, Now(), CancellationToken.None)).SubjectId;
                }

                return last;
            });
        }
    }

    public Task<int> FireTimers() => services.GetRequiredService<TimerProcessor>().FireDue(CancellationToken.None);

    /// <summary>Runs SQL in a scope that sees one organization.</summary>
    public async Task<T> Look<T>(Guid organization, Func<WorkflowDbContext, Task<T>> look)
    {
        await using var scope = Scope(organization);
        return await look(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    public async ValueTask DisposeAsync() => await services.DisposeAsync();

    private async Task Act(Guid organization, bool logged, Func<WorkflowDbContext, ProcessRunner, Task<Guid>> act)
    {
        await using var scope = Scope(organization);
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var subject = await act(db, scope.ServiceProvider.GetRequiredService<ProcessRunner>());
        if (logged)
        {
            await CommitSave.Run(db, organization, new AuditNote(Actor, "Nguyễn Văn A", "CompleteTask", subject, "Đã hoàn thành công việc."), Now(), CancellationToken.None);
        }
        else
        {
            await db.SaveChangesAsync();
        }
    }

    private AsyncServiceScope Scope(Guid organization)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = organization;
        return scope;
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}

/// <summary>Counts trips to the server: commands and commits (a begin travels with what follows it).</summary>
internal sealed class Trips : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int count;

    public int Count => count;

    public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(System.Data.Common.DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }
}
