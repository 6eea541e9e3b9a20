using Microsoft.EntityFrameworkCore;
using Workflow.Domain;
using Workflow.Domain.Issuing;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>Which certificates stand for a person, or for the agency, on a day.</summary>
internal static class ExpectedSigner
{
    /// <summary>SHA-256 of each certificate.</summary>
    /// <param name="personId">Null: the agency.</param>
    public static Task<List<string>> Of(WorkflowDbContext db, Guid? personId, DateOnly day, CancellationToken ct) => db.Set<BoundCertificate>()
        .Where(one => one.PersonId == personId && one.From <= day && (one.To == null || one.To >= day)).Select(one => one.Sha256).ToListAsync(ct);

    /// <summary>Nobody could know whose signature it is.</summary>
    public static Refusal None(string whose) => new("pinned.no-certificate", $"Chưa đăng ký chứng thư số của {whose}, nên hệ thống chưa nhận được tệp ký ở ngoài. Người quản trị đăng ký ở mục Quản trị, Chứng thư số.");
}
