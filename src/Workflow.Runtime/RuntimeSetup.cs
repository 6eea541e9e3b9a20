using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;
using Workflow.Runtime.Storage.PostgreSql;
using Workflow.Runtime.Storage.SqlServer;
using Workflow.Runtime.Timers;

namespace Workflow.Runtime;

/// <summary>Registers the runtime on either database.</summary>
public static class RuntimeSetup
{
    /// <summary>Adds storage, process runner, outbox and timers. The background worker is added apart, by who serves people.</summary>
    public static IServiceCollection AddRuntime(this IServiceCollection services, DatabaseSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<CurrentOrganization>();
        switch (settings.Provider)
        {
            case DatabaseProvider.PostgreSql:
                services.AddSingleton(_ => new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "workflow" }.Build());
                services.AddDbContext<WorkflowDbContext, PostgreSqlContext>((provider, options) =>
                    Common(provider, options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())));
                break;
            case DatabaseProvider.SqlServer:
                services.AddDbContext<WorkflowDbContext, SqlServerContext>((provider, options) =>
                    Common(provider, options.UseSqlServer(settings.ConnectionString)));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(settings));
        }

        services.AddSingleton<DefinitionCatalog>();
        services.AddScoped<ProcessRunner>();
        services.AddScoped<CaseReader>();
        services.AddSingleton<OutboxProcessor>();
        services.AddSingleton<TimerProcessor>();
        services.AddSingleton<CommandRecordPurge>();
        services.AddSingleton<WorkSignal>();
        return services;
    }

    private static void Common(IServiceProvider provider, DbContextOptionsBuilder options) => options
        .AddInterceptors(provider.GetServices<IInterceptor>())

        // A new database has no history table yet; the failing look for it is no error of ours.
        .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, Microsoft.Extensions.Logging.LogLevel.Debug)));
}
