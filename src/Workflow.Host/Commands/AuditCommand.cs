using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Review;
using Workflow.Activities.Signing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Host.EmbeddedPostgres;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>audit verify</c>: walks the log's chain of every organization, and works every written circulation out again. Exit 0 when whole, 1 when an entry was
/// changed or a decision comes out differently.
/// </summary>
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
            whole &= await Decisions(scope.ServiceProvider, db, organization);
        }

        return whole ? 0 : 1;
    }

    private static async Task<bool> Decisions(IServiceProvider services, WorkflowDbContext db, Organization organization)
    {
        services.GetRequiredService<CurrentOrganization>().Id = organization.Id;
        var (good, bad) = (0, new List<CirculationDecision>());
        foreach (var stored in await db.Set<CirculationDecision>().AsNoTracking().OrderBy(row => row.DecidedAt).ToListAsync())
        {
            if (CirculationProofs.Same(stored, await CirculationProofs.Recompute(db, stored, CancellationToken.None)))
            {
                good++;
            }
            else
            {
                bad.Add(stored);
            }
        }

        if (good + bad.Count > 0)
        {
            Console.WriteLine($"{organization.Name}: {good} kết quả lấy ý kiến bằng văn bản tính lại khớp{(bad.Count == 0 ? "." : $", {bad.Count} KHÔNG khớp: {string.Join("; ", bad.Select(one => $"đợt {one.RoundId}"))}.")}");
        }

        return bad.Count == 0;
    }
}
