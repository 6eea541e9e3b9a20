using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Conferences;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>
/// Reminds the office, the day before the day by which material of a session must be there and on that day, of what is missing. A row is keyed by person, session and day, so no number of hosts makes a second; it is worded
/// when it goes out and withdrawn when nothing is missing any more.
/// </summary>
public sealed class MaterialReminder(IServiceScopeFactory scopes, TimeProvider clock, MailSettings settings) : IDueWork
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(40);
    private DateTimeOffset next;

    /// <inheritdoc />
    public async Task<int> RunDue(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!settings.Leaves || (now < next && next <= now + Between))
        {
            return 0;
        }

        next = now + Between;
        return await Run(ct);
    }

    /// <summary>Looks now; answers how many reminders were begun.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Ahead);
        var called = await db.Set<Conference>().IgnoreQueryFilters().AsNoTracking().Where(one => one.OpenedAt == null && one.CancelledAt == null && one.StartsAt > now && one.StartsAt < until).OrderBy(one => one.StartsAt).Select(one => new { one.Id, one.OrganizationId }).ToListAsync(ct);
        var begun = 0;
        foreach (var one in called)
        {
            scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = one.OrganizationId;
            try
            {
                begun += await Begin(db, one.Id, one.OrganizationId, now, ct);
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // Another host has begun them.
            }

            db.ChangeTracker.Clear();
        }

        return begun;
    }

    internal static async Task<Letter?> Word(IServiceProvider scope, MailMessage message, CancellationToken ct)
    {
        var (db, settings, now) = (scope.GetRequiredService<WorkflowDbContext>(), scope.GetRequiredService<MailSettings>(), scope.GetRequiredService<TimeProvider>().GetUtcNow());
        var record = await SessionRecord.Of(db, message.SubjectId, ct);
        if (record is null || record.Conference.OpenedAt is not null || record.Conference.IsOver || !Missing(record) || (await Wanting(db, now, ct)).Find(one => one.PersonId == message.PersonId) is not { } to)
        {
            return null;
        }

        var lines = string.Join("\n", SessionCalling.MaterialsLate(record, now).Select(line => "- " + line));
        return new(to.Address, to.Name, $"Nhắc: tài liệu cuộc họp lúc {MailWords.Moment(record.Conference.StartsAt)} còn thiếu", $"Kính gửi đồng chí {to.Name},\n\n{record.Name}, họp lúc {MailWords.Moment(record.Conference.StartsAt)}:\n{lines}\n\nMở: {settings.Link($"/hoi-nghi/{record.Conference.Id}/giay-to")}\nThư do máy gửi, xin không trả lời thư này.\nĐổi cách nhận tin: {settings.Link("/nhac-viec")}\n");
    }

    private static async Task<int> Begin(WorkflowDbContext db, Guid conference, Guid organization, DateTimeOffset now, CancellationToken ct)
    {
        var record = (await SessionRecord.Of(db, conference, ct))!;
        var (by, today) = (SessionCalling.Materials(record).By, VietnamTime.DayOf(now));
        if (record.Conference.Kind == SessionKind.Extraordinary || (today != by && today != by.AddDays(-1)) || !Missing(record))
        {
            return 0;
        }

        var key = $"material:{conference:N}:{today:yyyyMMdd}";
        var people = (await Wanting(db, now, ct)).ConvertAll(one => one.PersonId);
        var there = await db.Set<MailMessage>().Where(row => row.Key == key && people.Contains(row.PersonId)).Select(row => row.PersonId).ToListAsync(ct);
        var fresh = people.Except(there).Select(person => new MailMessage { Id = Guid.CreateVersion7(now), OrganizationId = organization, PersonId = person, Kind = MailKind.Material, Key = key, SubjectId = conference, CreatedAt = now, NotBefore = now }).ToList();
        db.AddRange(fresh);
        await CommitSave.Quietly(db, ct);
        return fresh.Count;
    }

    private static bool Missing(SessionRecord record) => record.Items.Any(one => one.Item is { MaterialAt: null, Decision: null, Kind: not AgendaKind.Personnel });

    // Of the office, who wants messages at all.
    private static async Task<List<Recipients.Recipient>> Wanting(WorkflowDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var today = VietnamTime.DayOf(now);
        var desk = await db.Set<OfficeHeld>().Where(held => Offices.OfDesk.Contains(held.Office) && held.From <= today && (held.To == null || held.To >= today)).Select(held => held.PersonId).ToListAsync(ct);
        var all = (await Recipients.Wanting(db, MessageMode.AtOnce, now, null, ct)).Concat(await Recipients.Wanting(db, MessageMode.Daily, now, null, ct));
        return [.. all.Where(one => desk.Contains(one.PersonId)).DistinctBy(one => one.PersonId)];
    }
}
