using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>How messages leave, and which did not.</summary>
[Allow(Office.Administrator)]
public sealed record ReadMails : IQuery<MailsView>;

/// <summary>A message in trouble.</summary>
public sealed record MailRow(Guid Id, string Person, string Kind, DateTimeOffset CreatedAt, int Attempts, string LastError, bool HasFailed, DateTimeOffset NotBefore);

/// <param name="Way">How messages leave, in words.</param>
/// <param name="Troubled">Those given up, and those that will be tried again.</param>
public sealed record MailsView(string Way, int Waiting, int SentThisWeek, IReadOnlyList<MailRow> Troubled);

internal sealed class ReadMailsHandler(WorkflowDbContext db, Actor actor, MailSettings settings) : IRequestHandler<ReadMails, MailsView>
{
    private const int Most = 100;

    public async Task<MailsView> Handle(ReadMails request, CancellationToken cancellationToken)
    {
        var week = actor.Now.AddDays(-7);
        var rows = await db.Set<MailMessage>().AsNoTracking().Where(row => row.State == MailState.Failed || (row.State == MailState.Waiting && row.LastError != "")).OrderByDescending(row => row.CreatedAt).Take(Most)
            .Select(row => new
            {
                row,
                FullName = db.Set<Person>().Where(person => person.Id == row.PersonId).Select(person => person.FullName).FirstOrDefault()
                    ?? db.Set<LetterCopy>().Where(copy => copy.Id == row.SubjectId).Join(db.Set<Attendance>(), copy => copy.AttendanceId, guest => guest.Id, (_, guest) => guest.GuestName).FirstOrDefault()
                    ?? db.Set<Domain.Organizations.Unit>().Where(unit => unit.Id == row.PersonId).Select(unit => unit.Name).FirstOrDefault() ?? "",
            }).ToListAsync(cancellationToken);
        return new(
            settings.Smtp is { } smtp ? $"qua máy chủ thư {smtp.Host}, cổng {smtp.Port}{(smtp.StartTls ? ", có mã hóa đường truyền" : ", không mã hóa đường truyền")}" : settings.Folder.Length > 0 ? $"vào thư mục {settings.Folder}" : "chưa được: chưa khai báo máy chủ thư hay thư mục",
            await db.Set<MailMessage>().CountAsync(row => row.State == MailState.Waiting, cancellationToken), await db.Set<MailMessage>().CountAsync(row => row.State == MailState.Sent && row.CreatedAt >= week, cancellationToken),
            rows.OrderByDescending(one => one.row.CreatedAt).Select(one => new MailRow(one.row.Id, one.FullName, Of(one.row.Kind), one.row.CreatedAt, one.row.Attempts, one.row.LastError, one.row.State == MailState.Failed, one.row.NotBefore)).ToList());
    }

    private static string Of(MailKind kind) => kind switch { MailKind.Turn => "việc mới đến lượt", MailKind.Reminder => "nhắc trước hạn", MailKind.Returned => "chưa ký, trả lại", MailKind.Session => "giấy mời, thông báo hội nghị", MailKind.Material => "nhắc tài liệu hội nghị", MailKind.Copy => "gửi văn bản tới đơn vị", MailKind.CopyReminder => "nhắc đơn vị báo nhận", _ => "tổng hợp trong ngày" };
}
