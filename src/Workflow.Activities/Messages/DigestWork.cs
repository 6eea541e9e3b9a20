using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Activities.Calendars;
using Workflow.Activities.Drafting;
using Workflow.Domain;
using Workflow.Domain.Calendars;
using Workflow.Domain.Messages;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Outbox;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>
/// Once a day, at the hour that the rules of the day say and only on days on which the office works: a message to each who wants one. Its key is the day, so no number of hosts and no
/// clock makes a second; it is worded when it goes out and withdrawn when nothing waits.
/// </summary>
public sealed class DigestWork(IServiceScopeFactory scopes, TimeProvider clock, MailSettings settings) : IDueWork
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

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

    /// <summary>Looks now; answers how many digests were begun.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        var now = clock.GetUtcNow();
        var (today, key) = (VietnamTime.DayOf(now), DigestKey(VietnamTime.DayOf(now)));
        var begun = 0;
        foreach (var ofOne in (await Recipients.Wanting(db, MessageMode.Daily, now, null, ct)).GroupBy(one => one.OrganizationId))
        {
            scope.ServiceProvider.GetRequiredService<CurrentOrganization>().Id = ofOne.Key;
            var moment = VietnamTime.At(today, (await Rolls.ProfileOn(db, today, ct)).DigestAt);
            if (now < moment || (await OfficeCalendar.Read(db, ct)).KindOf(today) == DayKind.Off)
            {
                continue;
            }

            var people = ofOne.Where(one => one.SetAt <= moment).Select(one => one.PersonId).ToList();
            var there = await db.Set<MailMessage>().Where(row => row.Key == key && people.Contains(row.PersonId)).Select(row => row.PersonId).ToListAsync(ct);
            var fresh = people.Except(there).Select(person => new MailMessage { Id = Guid.CreateVersion7(now), OrganizationId = ofOne.Key, PersonId = person, Kind = MailKind.Digest, Key = key, CreatedAt = now, NotBefore = now }).ToList();
            try
            {
                db.AddRange(fresh);
                await CommitSave.Quietly(db, ct);
                begun += fresh.Count;
            }
            catch (Exception error) when (Conflicts.IsConflict(error))
            {
                // Another host has begun them.
            }

            db.ChangeTracker.Clear();
        }

        return begun;
    }

    private static string DigestKey(DateOnly day) => $"digest:{day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}";
}
