using Workflow.Activities.Signing;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>The database of this installation, for verbs of the command line: the configured one, or the private one in the data folder.</summary>
internal sealed class InstalledDatabase : IDisposable
{
    private readonly PrivateCluster? cluster;
    private readonly IHost host;

    private InstalledDatabase(PrivateCluster? cluster, IHost host) => (this.cluster, this.host) = (cluster, host);

    public IServiceProvider Services => host.Services;

    /// <summary>Opens it; null when there is none yet, unless it is to be made.</summary>
    public static InstalledDatabase? Open(string[] args, bool make = false)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args);
        var data = Data(builder.Configuration);
        var connection = builder.Configuration.GetConnectionString("Workflow");
        if (string.IsNullOrWhiteSpace(connection) && !make && !PrivateCluster.IsIn(data))
        {
            return null;
        }

        var cluster = string.IsNullOrWhiteSpace(connection) ? PrivateCluster.Open(data) : null;
        var provider = cluster is not null ? DatabaseProvider.PostgreSql : builder.Configuration.GetValue("Database:Provider", DatabaseProvider.PostgreSql);
        builder.Services.AddSingleton(new Activities.Trips.InstallationKeys(Path.Combine(data, "keys")));
        builder.Services.AddWorkflow(new DatabaseSettings(provider, cluster?.ConnectionString("workflow") ?? connection!), new SigningSettings(new Dictionary<string, CertificateFile>(), null, []));
        return new(cluster, builder.Build());
    }

    /// <summary>Says that there is none.</summary>
    public static int Missing(string[] args) => Files.Bad(new(
        "NO_DATA", $"Chưa có dữ liệu trong thư mục “{Data(Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args).Configuration)}”. Chỉ đúng thư mục bằng --data, hoặc khai báo ConnectionStrings:Workflow."));

    public void Dispose()
    {
        host.Dispose();
        cluster?.Dispose();
    }

    private static string Data(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Directory"] ?? "data");
}
