using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Signing;
using Workflow.Domain.Organizations;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary><c>audit verify</c>: walks the log's chain of every organization. Exit 0 when whole, 1 when an entry was changed.</summary>
internal static class AuditCommand
{
    public static async Task<int> Run(string[] args)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(args);
        var data = Path.GetFullPath(builder.Configuration["Data:Directory"] ?? "data");
        var connection = builder.Configuration.GetConnectionString("Workflow");
        if (string.IsNullOrWhiteSpace(connection) && !PrivateCluster.IsIn(data))
        {
            return Files.Bad(new("NO_DATA", $"Chưa có dữ liệu trong thư mục “{data}”. Chỉ đúng thư mục bằng --data, hoặc khai báo ConnectionStrings:Workflow."));
        }

        using var cluster = string.IsNullOrWhiteSpace(connection) ? PrivateCluster.Open(data) : null;
        var provider = cluster is not null ? DatabaseProvider.PostgreSql : builder.Configuration.GetValue("Database:Provider", DatabaseProvider.PostgreSql);
        builder.Services.AddWorkflow(new DatabaseSettings(provider, cluster?.ConnectionString("workflow") ?? connection!), new SigningSettings(new Dictionary<string, CertificateFile>(), null, []));
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var whole = true;
        foreach (var organization in await db.Set<Organization>().AsNoTracking().ToListAsync())
        {
            var bad = await AuditTrail.FirstBadEntry(db, organization.Id, CancellationToken.None);
            whole &= bad is null;
            Console.WriteLine(bad is null ? $"{organization.Name}: nhật ký nguyên vẹn." : $"{organization.Name}: nhật ký bị sửa, dòng đầu tiên sai là {bad}.");
        }

        return whole ? 0 : 1;
    }
}
