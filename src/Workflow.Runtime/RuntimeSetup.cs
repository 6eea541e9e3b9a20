using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Workflow.Runtime.Mail;
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
        services.TryAddSingleton(LeaseSettings.Usual);
        services.TryAddSingleton(WritingSettings.Usual);
        services.AddScoped<CurrentOrganization>();
        switch (settings.Provider)
        {
            case DatabaseProvider.PostgreSql:
                var connectionString = Quick(settings.ConnectionString);
                services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connectionString) { Name = "workflow" }.Build());
                services.AddSingleton(_ => new SharedFlush(connectionString));
                services.AddPooledDbContextFactory<PostgreSqlContext>((provider, options) =>
                    Common(provider, options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())));
                services.AddScoped(Lend<PostgreSqlContext>);
                break;
            case DatabaseProvider.SqlServer:
                services.AddPooledDbContextFactory<SqlServerContext>((provider, options) => Common(provider, options.UseSqlServer(settings.ConnectionString)));
                services.AddScoped(Lend<SqlServerContext>);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(settings));
        }

        services.AddSingleton<DefinitionCatalog>();
        services.AddScoped<ProcessRunner>();
        services.AddScoped<CaseReader>();
        services.AddScoped<TaskSheets>();
        services.AddScoped<Suspension>();
        services.AddScoped<CaseMigration>();
        services.AddScoped<CaseCopy>();
        services.AddScoped<Retirement>();
        services.AddScoped<Simulation>();
        services.AddSingleton<OutboxProcessor>();
        services.AddSingleton<TimerProcessor>();
        services.AddSingleton<CommandRecordPurge>();
        services.AddSingleton<StagedUploadSweep>();
        services.AddSingleton<TextDraftSweep>();
        services.AddSingleton<KeptMessageSweep>();
        services.AddSingleton<SubstituteSweep>();
        services.TryAddSingleton(new MailSettings());
        services.AddSingleton<MailPost>();
        services.AddSingleton<MailProcessor>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<MailProcessor>());
        services.AddSingleton<WorkSignal>();
        return services;
    }

    private static WorkflowDbContext Lend<T>(IServiceProvider provider)
        where T : WorkflowDbContext =>
        provider.GetRequiredService<IDbContextFactory<T>>().CreateDbContext().LendTo(provider.GetRequiredService<CurrentOrganization>(), provider.GetService<SharedFlush>());

    // Statements are prepared on the server after their second use, and a connection goes back as it is: nothing of ours outlives a
    // transaction. Whoever names these settings in the connection string (behind PgBouncer, for instance) has the last word.
    private static string Quick(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);

        // Who finds none free waits here, in order and without a thread. No more than some hosts together may have of a server's hundred.
        if (!builder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.MaxPoolSize = Math.Max(builder.MinPoolSize, Math.Clamp(4 * Environment.ProcessorCount, 16, 32));
        }

        if (!builder.ShouldSerialize("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 200;
            builder.AutoPrepareMinUsages = 2;
        }

        if (!builder.ShouldSerialize("No Reset On Close"))
        {
            builder.NoResetOnClose = true;
        }

        return builder.ConnectionString;
    }

    private static void Common(IServiceProvider provider, DbContextOptionsBuilder options) => options
        .AddInterceptors(provider.GetServices<IInterceptor>())

        // A new database has no history table yet; the failing look for it is no error of ours.
        .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, Microsoft.Extensions.Logging.LogLevel.Debug)));
}
