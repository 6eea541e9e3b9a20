using Workflow.Activities.Signing;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>The stored data as a command of the line opens them: no pages, no background work.</summary>
internal sealed class Store : IDisposable
{
    private readonly IHost host;
    private readonly PrivateCluster? cluster;

    private Store(IHost host, PrivateCluster? cluster) => (this.host, this.cluster) = (host, cluster);

    public IServiceProvider Services => host.Services;

    /// <summary>Opens it; null when there is none, and then <paramref name="exit"/> is what the command answers.</summary>
    public static Store? Open(string[] args, out int exit)
    {
        exit = 0;
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args);
        var data = Path.GetFullPath(builder.Configuration["Data:Directory"] ?? "data");
        var connection = builder.Configuration.GetConnectionString("Workflow");
        if (string.IsNullOrWhiteSpace(connection) && !PrivateCluster.IsIn(data))
        {
            exit = Files.Bad(new("NO_DATA", $"Chưa có dữ liệu trong thư mục “{data}”. Chỉ đúng thư mục bằng --data, hoặc khai báo ConnectionStrings:Workflow."));
            return null;
        }

        var cluster = string.IsNullOrWhiteSpace(connection) ? PrivateCluster.Open(data) : null;
        var provider = cluster is not null ? DatabaseProvider.PostgreSql : builder.Configuration.GetValue("Database:Provider", DatabaseProvider.PostgreSql);
        builder.Services.AddWorkflow(new DatabaseSettings(provider, cluster?.ConnectionString("workflow") ?? connection!), new SigningSettings(new Dictionary<string, CertificateFile>(), null, []));
        return new Store(builder.Build(), cluster);
    }

    public void Dispose()
    {
        host.Dispose();
        cluster?.Dispose();
    }
}
