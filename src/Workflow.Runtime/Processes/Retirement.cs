using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Runtime.Storage;

namespace Workflow.Runtime.Processes;

/// <summary>
/// Takes a process of the organization out of use and back. Out of use nothing begins a case of it: no person, no call, no time, message or
/// signal; running cases go on. The rows are the caller's to save.
/// </summary>
public sealed class Retirement(WorkflowDbContext db, DefinitionCatalog catalog)
{
    /// <summary>No new case begins.</summary>
    public async Task<Refusal?> Retire(string processId, Guid actorId, DateTimeOffset at, CancellationToken ct)
    {
        if (catalog.Ships(processId))
        {
            return Ships(processId);
        }

        if (await db.Set<LatestDefinition>().SingleOrDefaultAsync(row => row.ProcessId == processId, ct) is not { } latest)
        {
            return new("definition.not-in-use", "Quy trình này không đang dùng, nên không ngừng được nữa. Đồng chí tải lại trang để xem tình trạng mới nhất.");
        }

        var version = await db.Set<DefinitionVersion>().SingleAsync(row => row.DefinitionHash == latest.DefinitionHash, ct);
        (version.RetiredAt, version.RetiredById) = (at, actorId);
        db.Remove(latest);
        await Deployments.NoStarts(db, processId, ct);
        return null;
    }

    /// <summary>New cases begin on this version: the one that was in use last, or an older one.</summary>
    public async Task<Refusal?> BringBack(string hash, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Set<DefinitionVersion>().SingleOrDefaultAsync(row => row.DefinitionHash == hash, ct) is not { } version)
        {
            return new("definition.not-found", "Không thấy bản quy trình này.");
        }

        if (catalog.Ships(version.ProcessId))
        {
            return Ships(version.ProcessId);
        }

        if (await db.Set<LatestDefinition>().AnyAsync(row => row.DefinitionHash == hash, ct))
        {
            return new("definition.in-use", "Bản này đang được dùng rồi.");
        }

        var definition = await catalog.Of(db, hash, ct);
        await Deployments.MakeLatest(db, version.OrganizationId, definition, at, ct);
        await Deployments.Record(db, version.OrganizationId, definition, DeployedBy.Machine, at, ct);
        return null;
    }

    private static Refusal Ships(string processId) =>
        new("deploy.ships", $"“{processId}” là quy trình có sẵn trong chương trình: không thay, không ngừng dùng được. Muốn làm khác, đồng chí vẽ từ bản này và đặt mã quy trình khác.");
}
