using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Domain.Conferences;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>
/// Words a letter about a session from what is so when it goes out: an invitation to a session that was called off meanwhile does not leave, the word that it was does. Titles of the agenda, never a text; a guest is told of
/// the items that are open to guests.
/// </summary>
internal static class SessionMail
{
    public static async Task<Letter?> Word(IServiceProvider scope, MailMessage message, CancellationToken ct)
    {
        var (db, settings) = (scope.GetRequiredService<WorkflowDbContext>(), scope.GetRequiredService<MailSettings>());
        if (await db.Set<LetterCopy>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == message.SubjectId, ct) is not { } copy)
        {
            return null;
        }

        var letter = await db.Set<SessionLetter>().AsNoTracking().SingleAsync(one => one.Id == copy.LetterId, ct);
        var record = (await SessionRecord.Of(db, letter.ConferenceId, ct))!;
        var row = record.Attendance.Single(one => one.Id == copy.AttendanceId);
        var address = (await Letters.Addressed(db, [row], scope.GetRequiredService<TimeProvider>().GetUtcNow(), ct)).GetValueOrDefault(row.Id, "");
        if (address.Length == 0 || record.Conference.ClosedAt is not null || (record.Conference.CancelledAt is not null && copy.Kind != LetterKind.Cancelled))
        {
            return null;
        }

        var models = await SessionPaperModels.Of(db, record, ct);
        var link = row.IsGuest && await db.Set<GuestPass>().Where(pass => pass.AttendanceId == row.Id && pass.RevokedAt == null).Select(pass => (Guid?)pass.Id).FirstOrDefaultAsync(ct) is { } guest
            ? settings.Link(scope.GetRequiredService<GuestLinks>().Path(guest)) : "";
        var name = record.NameOf(row);
        var body = new StringBuilder($"Kính gửi {(row.IsGuest ? "" : "đồng chí ")}{name},\n\n").Append(Says(record, models, letter, copy.Kind, row)).Append("\n\n");
        if (copy.Kind != LetterKind.Cancelled)
        {
            Agenda(body, models, row);
            body.Append(row.IsGuest
                ? link.Length > 0 ? $"Chương trình, tài liệu của những nội dung mời {name} dự: {link}\nĐịa chỉ này dành riêng cho {name}, xin không chuyển cho người khác; dùng được đến khi hội nghị kết thúc.\n" : ""
                : $"Giấy mời và tài liệu: {settings.Link($"/hoi-nghi/{record.Conference.Id}/tai-lieu")}\nLiên kết chỉ mở trang; đồng chí đăng nhập rồi mới xem được.\n");
        }

        body.Append("\nThư do máy gửi, xin không trả lời thư này.\n").Append(row.IsGuest ? "" : $"Đổi cách nhận tin: {settings.Link("/nhac-viec")}\n");
        return new(address, name, Subject(record.Conference, copy.Kind), body.ToString());
    }

    // Read on locked screens and by others: the kind and the hour alone.
    private static string Subject(Conference conference, LetterKind kind) => kind switch
    {
        LetterKind.Invitation => $"Giấy mời họp lúc {MailWords.Moment(conference.StartsAt)}",
        LetterKind.Supplement => $"Thay đổi chương trình cuộc họp lúc {MailWords.Moment(conference.StartsAt)}",
        LetterKind.Moved => $"Cuộc họp đổi thời gian, địa điểm: nay là {MailWords.Moment(conference.StartsAt)}",
        LetterKind.Cancelled => $"Hủy cuộc họp lúc {MailWords.Moment(conference.StartsAt)}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Says(SessionRecord record, SessionPaperModels models, SessionLetter letter, LetterKind kind, Attendance row)
    {
        var conference = record.Conference;
        var whenWhere = $"Thời gian: {MailWords.Moment(conference.StartsAt)}.\nĐịa điểm: {conference.Place}.\nChủ trì: đồng chí {record.NameOf(conference.ChairId)}.";
        return kind switch
        {
            LetterKind.Invitation => $"{models.Convener} trân trọng kính mời {(row.IsGuest ? $"{record.NameOf(row)} dự {models.FullName} với tư cách khách mời (không biểu quyết)" : $"đồng chí dự {models.FullName}")}.\n{(conference.Extraordinary.Length > 0 ? $"Họp bất thường, {conference.Extraordinary.TrimEnd('.')}.\n" : "")}\n{whenWhere}",
            LetterKind.Supplement => $"Chương trình {models.FullName} đã thay đổi so với giấy mời trước. Chương trình hiện nay ghi ở dưới.\n\n{whenWhere}",
            LetterKind.Moved => $"{models.FullName} đổi thời gian hoặc địa điểm. Lý do: {letter.Reason.TrimEnd('.')}.\n\nNay là:\n{whenWhere}",
            LetterKind.Cancelled => $"{models.FullName}, dự kiến {MailWords.Moment(conference.StartsAt)} tại {conference.Place}, đã hủy. Lý do: {conference.CancelReason.TrimEnd('.')}.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    private static void Agenda(StringBuilder body, SessionPaperModels models, Attendance row)
    {
        var invitation = models.Invitation(null);
        var items = row.IsGuest ? invitation.GuestItems : invitation.Items;
        body.Append(items.Count == 0 ? "" : "Nội dung:\n");
        foreach (var item in items)
        {
            body.Append(CultureInfo.InvariantCulture, $"  {item.Number}. {item.Title}{(item.Presenter.Length > 0 ? $" ({item.Presenter} trình bày)" : "")}\n");
        }

        body.Append('\n');
    }
}
