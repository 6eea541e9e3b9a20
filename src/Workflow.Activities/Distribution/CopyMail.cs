using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>
/// Words a message to a unit about its copy from what is so when it goes out: a reminder to a unit that answered meanwhile does not leave, nor a copy that was given back. The PIN of a cover sheet is never in it: link and PIN
/// would then come to whoever reads the mail.
/// </summary>
internal static class CopyMail
{
    public static async Task<Letter?> Word(IServiceProvider scope, MailMessage message, CancellationToken ct)
    {
        var (db, settings) = (scope.GetRequiredService<WorkflowDbContext>(), scope.GetRequiredService<MailSettings>());
        var copy = await db.Set<Dispatch>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == message.SubjectId, ct);
        var unit = await db.Set<Domain.Organizations.Unit>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == message.PersonId, ct);
        if (copy is null || unit is null || unit.MailAddress.Length == 0 || copy.Recall == RecallState.Agreed || (message.Kind == MailKind.CopyReminder && !copy.Waits))
        {
            return null;
        }

        var issued = await db.Set<IssuedDocument>().AsNoTracking().SingleAsync(one => one.Id == copy.IssuedDocumentId, ct);
        var organization = await db.Set<Domain.Organizations.Organization>().Where(one => one.Id == copy.OrganizationId).Select(one => one.Name).SingleAsync(ct);
        var (what, day) = ($"{DocumentType.Of(issued.TypeKey).Name} số {issued.NumberAndSymbol}", issued.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        var said = message.Kind == MailKind.Copy
            ? $"{organization} gửi {unit.Name} {what} ngày {day}{(copy.Purpose.Length > 0 ? $" ({copy.Purpose})" : "")}:\n\n  {issued.Subject}\n"
            : $"{organization} chưa nhận được báo nhận của {unit.Name} đối với {what} ngày {day}, gửi {MailTime(copy.SentAt)}:\n\n  {issued.Subject}\n";
        return new(unit.MailAddress, unit.Name, message.Kind == MailKind.Copy ? $"Văn bản số {issued.NumberAndSymbol}" : $"Nhắc: đơn vị chưa báo nhận văn bản số {issued.NumberAndSymbol}", $"Kính gửi {unit.Name},\n\n{said}\n{await Link(scope, db, settings, copy, ct)}\n\nThư do máy gửi, xin không trả lời thư này.\n");
    }

    private static async Task<string> Link(IServiceProvider scope, WorkflowDbContext db, MailSettings settings, Dispatch copy, CancellationToken ct) =>
        await db.Set<DispatchPass>().Where(pass => pass.DispatchId == copy.Id && pass.RevokedAt == null).Select(pass => (Guid?)pass.Id).SingleOrDefaultAsync(ct) is { } sheet
            ? $"Mở văn bản, báo nhận: {settings.Link(scope.GetRequiredService<CopyLinks>().Path(sheet))}\nTrang hỏi mã PIN 6 chữ số in trên phiếu gửi; đơn vị chưa có phiếu thì hỏi Văn phòng Đảng ủy."
            : $"Mở văn bản, báo nhận: {settings.Link($"/van-ban-den/{copy.Id}")}\nLiên kết chỉ mở trang; đồng chí đăng nhập tài khoản của đơn vị rồi mới xem được.";

    private static string MailTime(DateTimeOffset at) => "lúc " + Domain.VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
