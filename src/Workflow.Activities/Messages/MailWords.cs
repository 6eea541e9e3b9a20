using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Inbox;
using Workflow.Activities.Pipeline;
using Workflow.Activities.Review;
using Workflow.Domain;
using Workflow.Domain.Drafts;
using Workflow.Domain.Messages;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>
/// Words a message from what waits when it goes out: what, who asked, why, until when, and a link that opens a page. Never a word of a draft's text, nor what anybody answered. The subject
/// line names the kind of work alone: it is read on locked screens and by others.
/// </summary>
internal static class MailWords
{
    private const int MostListed = 30;
    private const int LongestSubject = 200;

    public static async Task<Letter?> Word(IServiceProvider scope, MailMessage message, CancellationToken ct)
    {
        var (db, actor, settings) = (scope.GetRequiredService<WorkflowDbContext>(), scope.GetRequiredService<Actor>(), scope.GetRequiredService<MailSettings>());
        if (message.Kind is MailKind.Copy or MailKind.CopyReminder)
        {
            return await Distribution.CopyMail.Word(scope, message, ct) is { } copy ? copy with { Subject = OneLine(copy.Subject) } : null;
        }

        if (message.Kind is MailKind.Session or MailKind.Material)
        {
            return await (message.Kind == MailKind.Session ? SessionMail.Word(scope, message, ct) : MaterialReminder.Word(scope, message, ct)) is { } letter ? letter with { Subject = OneLine(letter.Subject) } : null;
        }

        var mode = message.Kind == MailKind.Digest ? MessageMode.Daily : MessageMode.AtOnce;
        if ((await Recipients.Wanting(db, mode, actor.Now, message.PersonId, ct)).SingleOrDefault() is not { } recipient)
        {
            return null;
        }

        actor.Become(message.OrganizationId, recipient.PersonId, recipient.Name);
        var (subject, body) = message.Kind switch
        {
            MailKind.Turn => await Turn(scope, db, message, settings, ct),
            MailKind.Digest => Digest(await Waiting.Of(scope.GetRequiredService<IMediator>(), ct), actor.Now, settings),
            MailKind.Reminder => await Reminder(db, message, actor, settings, ct),
            MailKind.Returned => await Returned(db, message, settings, ct),
            _ => throw new InvalidOperationException($"no words for {message.Kind}"),
        };
        return string.IsNullOrEmpty(subject) ? null
            : new(recipient.Address, recipient.Name, OneLine(subject), $"Kính gửi đồng chí {recipient.Name},\n\n{body.TrimEnd()}\n\nLiên kết chỉ mở trang; đồng chí đăng nhập rồi mới trả lời. Thư do máy gửi, xin không trả lời thư này.\nĐổi cách nhận tin: {settings.Link("/nhac-viec")}\n");
    }

    private static async Task<(string Subject, string Body)> Turn(IServiceProvider scope, WorkflowDbContext db, MailMessage message, MailSettings settings, CancellationToken ct)
    {
        var keys = await db.Set<ToldTurn>().Where(turn => turn.MailId == message.Id).Select(turn => turn.Key).ToListAsync(ct);
        var items = (await Waiting.Of(scope.GetRequiredService<IMediator>(), ct)).FindAll(item => keys.Contains(item.Key));
        return items.Count == 0 ? default
            : (items.Count > 1 ? $"{items.Count} việc mới chờ đồng chí" : items[0].IsDrawn ? "Việc mới chờ đồng chí" : $"Việc chờ đồng chí: {items[0].What}", List(items, settings));
    }

    private static (string Subject, string Body) Digest(List<InboxItem> items, DateTimeOffset now, MailSettings settings) => items.Count == 0 ? default
        : ($"Việc chờ đồng chí hôm nay: {InboxSummary.Of(items, now)}", $"Hôm nay có {InboxSummary.Of(items, now)} chờ đồng chí, việc gấp ở trên.\n\n{List(items, settings)}");

    private static async Task<(string Subject, string Body)> Reminder(WorkflowDbContext db, MailMessage message, Actor actor, MailSettings settings, CancellationToken ct)
    {
        var round = await db.Set<ReviewRound>().AsNoTracking().SingleAsync(one => one.Id == message.SubjectId, ct);

        // Answered, closed or stopped meanwhile: there is nothing to remind of.
        if (!(await Missing.Of(db, round.Id, ct)).Contains(message.PersonId) || !await Rounds.IsOpen(db, round, actor.Now, ct))
        {
            return default;
        }

        return ($"Nhắc: phiếu lấy ý kiến hết hạn lúc {Moment(round.ClosesAt)}", $"Phiếu lấy ý kiến này đang chờ đồng chí trả lời, hạn {Moment(round.ClosesAt)}:\n\n{await Title(db, round, ct)}\nMở phiếu: {settings.Link($"/lay-y-kien/{round.Id}")}\n");
    }

    // The reason stands on the page: it may quote the text.
    private static async Task<(string Subject, string Body)> Returned(WorkflowDbContext db, MailMessage message, MailSettings settings, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().Where(one => one.Id == message.SubjectId).Select(one => new { one.TypeKey, one.Subject }).SingleAsync(ct);
        return ("Văn bản chưa được ký, đã trả lại", $"Người có thẩm quyền chưa ký và đã trả lại Văn phòng văn bản mà đồng chí đã tham gia:\n\n  {DocumentType.Of(draft.TypeKey).Titled(draft.Subject)}\n\nXem lý do: {settings.Link($"/du-thao/{message.SubjectId}")}\n");
    }

    private static async Task<string> Title(WorkflowDbContext db, ReviewRound round, CancellationToken ct)
    {
        var draft = await db.Set<Draft>().Where(one => one.Id == round.DraftId).Select(one => new { one.TypeKey, one.Subject }).SingleAsync(ct);
        return $"  {DocumentType.Of(draft.TypeKey).Titled(draft.Subject)}\n";
    }

    private static string List(List<InboxItem> items, MailSettings settings)
    {
        var text = new StringBuilder();
        foreach (var item in items.Take(MostListed))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {item.What}\n  {item.Title}\n  Từ {Moment(item.Since)}, do {item.From} chuyển đến{(item.Why.Length > 0 ? $"; {item.Why}" : "")}.\n");
            text.Append(item.Until is { } until ? $"  Hạn: {Moment(until)}\n" : "").Append(CultureInfo.InvariantCulture, $"  Mở: {settings.Link(item.Link)}\n\n");
        }

        return items.Count > MostListed ? text.Append(CultureInfo.InvariantCulture, $"Và {items.Count - MostListed} việc nữa: {settings.Link("/")}\n\n").ToString() : text.ToString();
    }

    // A line break in a header would be a header of its own.
    private static string OneLine(string subject) => string.Join(' ', subject.Split([.. subject.Where(char.IsControl).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length <= LongestSubject ? line : line[..LongestSubject];

    internal static string Moment(DateTimeOffset at) => VietnamTime.Local(at).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
