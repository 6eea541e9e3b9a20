using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Messages;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>
/// Writes letters about a session in the act that makes them necessary: a row for each to whom one goes, and a message where an address is known. What a letter says is worded when it goes out. The session
/// must be held, so that nobody gets one twice.
/// </summary>
internal sealed class Letters(WorkflowDbContext db, Actor actor)
{
    /// <summary>What was sent.</summary>
    /// <param name="Mailed">How many go out as messages.</param>
    /// <param name="OnPaper">Who has no address: the office hands it over.</param>
    public sealed record Sent(int Mailed, IReadOnlyList<string> OnPaper)
    {
        public string Sentence => $"{Mailed} thư đang được gửi" + (OnPaper.Count == 0 ? "." : $"; {OnPaper.Count} người chưa có địa chỉ thư, Văn phòng trao giấy tận tay: {string.Join(", ", OnPaper.Take(Named))}{(OnPaper.Count > Named ? $" và {OnPaper.Count - Named} người nữa" : "")}.");

        // The page has all of them.
        private const int Named = 5;
    }

    /// <summary>Sends a letter to the given rows; a kind for each.</summary>
    public async Task<(Sent? Sent, Refusal? Refusal)> Send(Conference conference, LetterKind kind, string toldHash, string reason, IReadOnlyList<(Attendance Row, LetterKind Kind)> to, CancellationToken ct)
    {
        var number = (await db.Set<SessionLetter>().Where(one => one.ConferenceId == conference.Id).MaxAsync(one => (int?)one.Number, ct) ?? 0) + 1;
        if (number > SessionLetter.Most && kind is not (LetterKind.Cancelled or LetterKind.Moved))
        {
            return (null, new("letters.most", $"Hội nghị này đã gửi {SessionLetter.Most} lượt thư. Đồng chí báo trực tiếp cho các đồng chí."));
        }

        var addressed = await Addressed(db, to.Select(one => one.Row), actor.Now, ct);
        var people = to.Where(one => one.Row.PersonId is not null).Select(one => one.Row.PersonId!.Value).ToList();
        var names = await db.Set<Domain.Organizations.Person>().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, ct);
        var letter = new SessionLetter { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, ConferenceId = conference.Id, Number = number, Kind = kind, ToldHash = toldHash, Reason = reason, ById = actor.PersonId, At = actor.Now };
        db.Add(letter);
        var onPaper = new List<string>();
        foreach (var (row, one) in to)
        {
            var mail = addressed.ContainsKey(row.Id) ? Guid.CreateVersion7(actor.Now) : (Guid?)null;
            var copy = new LetterCopy { Id = Guid.CreateVersion7(actor.Now), OrganizationId = actor.OrganizationId, LetterId = letter.Id, AttendanceId = row.Id, Kind = one, MailId = mail };
            db.Add(copy);
            if (mail is { } id)
            {
                db.Add(new MailMessage { Id = id, OrganizationId = actor.OrganizationId, PersonId = row.PersonId ?? row.Id, Kind = MailKind.Session, Key = $"letter:{copy.Id:N}", SubjectId = copy.Id, CreatedAt = actor.Now, NotBefore = actor.Now });
            }
            else
            {
                onPaper.Add(row.IsGuest ? row.GuestName : names.GetValueOrDefault(row.PersonId ?? Guid.Empty, ""));
            }
        }

        return (new(to.Count - onPaper.Count, onPaper), null);
    }

    /// <summary>Where a letter reaches them now: a guest's address as invited, a member's as they wish it; who wants no mail, or whose account is closed, has none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> Addressed(WorkflowDbContext db, IEnumerable<Attendance> rows, DateTimeOffset now, CancellationToken ct)
    {
        var all = rows.ToList();
        var people = all.Where(row => row.PersonId is not null).Select(row => row.PersonId!.Value).ToList();
        var closed = now.AddDays(1);
        var wishes = await db.Set<MessagePreference>().AsNoTracking().Where(one => people.Contains(one.PersonId) && one.Mode != MessageMode.None && one.Address != ""
            && db.Set<Account>().Any(account => account.PersonId == one.PersonId && (account.LockoutEnd == null || account.LockoutEnd < closed))).ToDictionaryAsync(one => one.PersonId, one => one.Address, ct);
        return all.Select(row => (row.Id, Address: row.Address.Length > 0 ? row.Address : row.PersonId is { } person ? wishes.GetValueOrDefault(person, "") : "")).Where(one => one.Address.Length > 0).ToDictionary(one => one.Id, one => one.Address);
    }

    /// <summary>Who of a session has been sent anything.</summary>
    public static async Task<HashSet<Guid>> Told(WorkflowDbContext db, Guid conferenceId, CancellationToken ct) =>
        [.. await db.Set<LetterCopy>().Where(copy => db.Set<SessionLetter>().Any(one => one.Id == copy.LetterId && one.ConferenceId == conferenceId)).Select(copy => copy.AttendanceId).ToListAsync(ct)];

    /// <summary>What changed since the last letter, as one sentence; empty when everyone knows what is so, or nobody was invited yet.</summary>
    public static async Task<string> NotTold(WorkflowDbContext db, SessionRecord record, CancellationToken ct)
    {
        var told = await Told(db, record.Conference.Id, ct);
        if (told.Count == 0)
        {
            return "";
        }

        var last = await db.Set<SessionLetter>().Where(one => one.ConferenceId == record.Conference.Id).OrderByDescending(one => one.Number).Select(one => one.ToldHash).FirstAsync(ct);
        return (last != SessionPaperModels.ToldHash(record), record.Attendance.Count(row => !told.Contains(row.Id))) switch
        {
            (true, _) => "Chương trình đã thay đổi sau lần gửi trước; những người đã mời chưa được báo.",
            (false, > 0 and var fresh) => $"Có {fresh} người trong danh sách chưa được gửi giấy mời.",
            _ => "",
        };
    }
}
