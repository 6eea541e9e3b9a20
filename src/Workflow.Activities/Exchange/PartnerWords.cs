using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Exchange;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>What is common to the acts about partners.</summary>
internal static class PartnerWords
{
    public const int LongestWords = 300;

    public static readonly Domain.Refusal Gone = new("partner.gone", "Không thấy nơi trao đổi này, hoặc đã thôi trao đổi. Đồng chí tải lại trang.");
    public static readonly Domain.Refusal TooLong = new("form.too-long", $"Có ô ghi dài quá {LongestWords} chữ. Đồng chí viết gọn lại rồi gửi lại.");

    public static string Plain(string? words) => string.Join(' ', (words ?? "").Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static Domain.Refusal? WrongOrganId(string id) => Documents.Exchange.EdXml.IsOrganId(id) ? null
        : new("partner.organ-id", "Mã định danh gồm chữ cái, số, dấu chấm hoặc gạch nối, tối đa 35 ký tự, ví dụ A32.65. Đồng chí ghi đúng như văn bản cấp mã.");

    /// <summary>What is wrong with name, unit and address of a partner, or null.</summary>
    public static async Task<Domain.Refusal?> Wrong(WorkflowDbContext db, ExchangeSettings settings, Guid? self, string name, Guid? unitId, string address, CancellationToken ct) =>
        name.Length is 0 or > ExchangePartner.LongestName ? new("partner.name", "Đồng chí ghi tên nơi trao đổi (tối đa 300 chữ).")
        : address.Length > ExchangePartner.LongestAddress || (address.Length > 0 && settings.Callable(address) is null) ? new("partner.address", "Địa chỉ nhận gói phải bắt đầu bằng https:// và không kèm tên, mật khẩu. Nơi chưa có địa chỉ thì để trống: gói được tải về và gửi bằng tệp.")
        : unitId is { } unit && !await db.Set<Domain.Organizations.Unit>().AnyAsync(row => row.Id == unit, ct) ? new("partner.unit", "Không thấy đơn vị nhận này. Đồng chí tải lại trang rồi chọn lại.")
        : unitId is { } taken && await db.Set<ExchangePartner>().Where(row => row.UnitId == taken && row.Id != self && row.EndedAt == null).Select(row => row.Name).FirstOrDefaultAsync(ct) is { } other ? new("partner.unit-taken", $"Đơn vị này đã gắn với nơi trao đổi “{other}”.")
        : null;

    public static Task<ExchangePartner?> Find(WorkflowDbContext db, Guid id, CancellationToken ct) => db.Set<ExchangePartner>().SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null, ct);
}
