using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Review;
using Workflow.Activities.Trips;
using Workflow.Domain.Organizations;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Audit;
using Workflow.Runtime.Storage;

namespace Workflow.Host.Commands;

/// <summary>
/// <c>audit verify</c>: walks the log's chain of every organization and the chapters of laptops, and works every written circulation out again. Exit 0 when whole, 1 when an entry was
/// changed or a decision comes out differently.
/// </summary>
internal static class AuditCommand
{
    public static async Task<int> Run(string[] args)
    {
        using var installed = InstalledDatabase.Open(args);
        if (installed is null)
        {
            return InstalledDatabase.Missing(args);
        }

        await using var scope = installed.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var whole = true;
        foreach (var organization in await db.Set<Organization>().AsNoTracking().ToListAsync())
        {
            var bad = await AuditTrail.FirstBadEntry(db, organization.Id, CancellationToken.None);
            whole &= bad is null;
            Console.WriteLine(bad is null ? $"{organization.Name}: nhật ký nguyên vẹn." : $"{organization.Name}: nhật ký bị sửa, dòng đầu tiên sai là {bad}.");
            whole &= await Decisions(scope.ServiceProvider, db, organization);
            foreach (var (trip, wrong) in await Chapters.Check(db, CancellationToken.None))
            {
                whole &= wrong is null;
                Console.WriteLine($"{organization.Name}: nhật ký của máy mang đi, chuyến {trip.Number} ({trip.ChapterPosition} dòng): {(wrong is null ? "nguyên vẹn." : $"bị sửa, {wrong}.")}");
            }
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
