using Microsoft.EntityFrameworkCore;
using Workflow.Documents.Publishing;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Portal;

/// <summary>What is looked at before a release, for the page that shows it and the act that decides by it: one reading.</summary>
internal static class ReleaseCheck
{
    /// <summary>Looks through the text that was signed, and at the note under its number.</summary>
    public static async Task<IReadOnlyList<PublicationFinding>> Of(WorkflowDbContext db, IssuedDocument issued, CancellationToken ct)
    {
        var canonical = await db.Set<DraftVersion>().Where(version => version.Id == issued.VersionId).Select(version => version.Canonical).SingleAsync(ct);
        return PublicationCheck.Of(CanonicalText.Read(canonical), new(Circulation: issued.Circulation));
    }

    /// <summary>Why a document cannot be released whatever is answered; null when answers decide.</summary>
    public static Refusal? Bar(IssuedDocument? issued, bool isOn, bool isSealed, IReadOnlyList<PublicationFinding> findings) =>
        issued is null ? new("portal.not-found", "Không thấy văn bản này. Đồng chí tải lại trang.")
        : !isOn ? new("portal.off", "Cổng thông tin của đơn vị đang tắt nên chưa đăng được văn bản nào. Chánh Văn phòng hoặc người quản trị bật cổng trước.")
        : !isSealed ? new("portal.not-sealed", "Văn bản chưa có chữ ký số cơ quan nên chưa đăng được.")
        : issued.ReleasedAt is not null ? new("portal.released", $"Văn bản số {issued.NumberAndSymbol} đang ở trên cổng thông tin rồi. Đồng chí tải lại trang.")
        : findings.FirstOrDefault(one => one.IsBar) is { } bar ? new("portal.secret", $"Văn bản mang dấu độ mật (“{bar.Words}”, {bar.Place}) nên không được đăng trong bất kỳ trường hợp nào. Nếu dấu ấy do nhầm, phải ban hành văn bản thay thế trước.")
        : findings.Count > PublicationCheck.Most ? new("portal.too-many", $"Văn bản có hơn {PublicationCheck.Most} chỗ giống dữ liệu cá nhân: đây là danh sách người, không phải văn bản để công khai. Đồng chí công khai bằng một văn bản khác không có danh sách.")
        : null;
}
