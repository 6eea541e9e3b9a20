using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Runtime.Storage;

namespace Workflow.Integration.Tests.Http;

/// <summary>The real host on the private PostgreSQL, asked over HTTP in this process.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> factory;
    private readonly string data = Directory.CreateTempSubdirectory("workflow-web-").FullName;

    private Site(string connection, Action<IWebHostBuilder>? configure)
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:Workflow", connection);
            builder.UseSetting("Data:Directory", data);
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            configure?.Invoke(builder);
        });
        _ = factory.Server;
    }

    /// <summary>Starts a host on a fresh copy of the filled database, or on a named one.</summary>
    public static async Task<Site> Start(TestCluster cluster, string? database = null, Action<IWebHostBuilder>? configure = null) =>
        new(cluster.Cluster.ConnectionString(database ?? await cluster.Copy()), configure);

    /// <summary>What the host is made of.</summary>
    public IServiceProvider Services => factory.Services;

    public Visitor Stranger() => new(factory.CreateClient(new() { AllowAutoRedirect = false }));

    public Task<Visitor> SignIn(string account, string? password = null, string? code = null) => Visitor.SignedIn(Stranger().Client, account, password, code);

    /// <summary>A scope of nobody.</summary>
    public AsyncServiceScope Scope() => factory.Services.CreateAsyncScope();

    /// <summary>Looks into the database past the walls between organizations.</summary>
    public async Task<T> Look<T>(Func<WorkflowDbContext, Task<T>> look)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    public Task<int> Count<T>(System.Linq.Expressions.Expression<Func<T, bool>>? which = null)
        where T : class => Look(db => which is null ? db.Set<T>().IgnoreQueryFilters().CountAsync() : db.Set<T>().IgnoreQueryFilters().CountAsync(which));

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}
