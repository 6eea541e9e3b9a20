using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Signing;
using Workflow.Activities.Trips;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Host;
using Workflow.Host.Commands;
using Workflow.Runtime.Storage;
using Xunit;

namespace Workflow.Integration.Tests.Trips;

/// <summary>A second installation, empty, on a database of its own: the laptop.</summary>
internal sealed class LaptopWorld(IHost host) : IAsyncDisposable
{
    public Guid Organization { get; private set; }

    public string Fingerprint => host.Services.GetRequiredService<InstallationKey>().Fingerprint;

    public InstallationKey Key => host.Services.GetRequiredService<InstallationKey>();

    public IReadOnlyList<EntryTicket> Tickets { get; private set; } = [];

    public IServiceProvider Services => host.Services;

    public static async Task<LaptopWorld> Create(TestCluster cluster, TimeProvider clock, Action<IServiceCollection>? configure = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Services.AddWorkflow(new DatabaseSettings(DatabaseProvider.PostgreSql, cluster.Cluster.ConnectionString("laptop" + Guid.NewGuid().ToString("N")[..8])), new SigningSettings(new Dictionary<string, CertificateFile>(), null, []));
        builder.Services.AddSingleton(clock);
        configure?.Invoke(builder.Services);
        var world = new LaptopWorld(builder.Build());
        await ServeCommand.Prepare(world.Services, changeAtFirstLogin: false, staysEmpty: true);
        return world;
    }

    public async Task<(ImportedSession? Session, Refusal? Refusal)> Import(byte[] file, string fingerprint)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<SessionImport>().Run(file, fingerprint, CancellationToken.None);
        Organization = await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<Organization>().Select(row => row.Id).SingleOrDefaultAsync();
        Tickets = answer.Session is { Tickets.Count: > 0 } made ? made.Tickets : Tickets;
        return answer;
    }

    public async Task<Answer> Send(Person person, ICommand command)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(Organization, person.Id, person.FullName);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }

    public async Task<T> Ask<T>(Person person, IQuery<T> query)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Become(Organization, person.Id, person.FullName);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(query);
    }

    public async Task<Answer> Done(Person person, ICommand command)
    {
        var answer = await Send(person, command);
        Assert.True(answer.Refusal is null, $"{command.GetType().Name}: {answer.Refusal?.Text}");
        return answer;
    }

    public async Task Refused(string code, Person person, ICommand command) => Assert.Equal(code, (await Send(person, command)).Refusal?.Code);

    public async Task<T> Look<T>(Func<WorkflowDbContext, Task<T>> look)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = Organization;
        return await look(scope.ServiceProvider.GetRequiredService<WorkflowDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
