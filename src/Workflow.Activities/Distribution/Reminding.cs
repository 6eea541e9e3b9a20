using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Mail;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <param name="Copies">Copies reminded of.</param>
/// <param name="Letters">Messages laid into the outbox.</param>
/// <param name="ByPhone">Units without a mail address and without an account: only somebody who calls reminds them.</param>
internal sealed record Reminded(int Copies, int Letters, IReadOnlyList<string> ByPhone);

/// <summary>Reminds units that have not said that they have their copy, and only these; at most once an hour each.</summary>
internal sealed class Reminding(WorkflowDbContext db, RecipientPlan plan)
{
    private const int MostAtOnce = 5_000;

    public async Task<Reminded> Remind(IQueryable<Dispatch> of, DispatchNews news, CancellationToken ct)
    {
        var before = news.At - Dispatch.BetweenReminders;
        var late = await of.Where(Dispatch.IsWaiting).Where(copy => copy.RemindedAt == null || copy.RemindedAt <= before).OrderBy(copy => copy.Id).Take(MostAtOnce).ToListAsync(ct);
        if (late.Count == 0)
        {
            return new(0, 0, []);
        }

        var ids = late.Select(copy => copy.UnitId).Distinct().ToList();
        var units = await db.Set<Unit>().AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, ct);
        var reading = await plan.WithAccount(ct);
        var letters = 0;
        foreach (var copy in late)
        {
            if (copy.Record(news).Event is { } row)
            {
                db.Add(row);
                if (units[copy.UnitId].MailAddress.Length > 0)
                {
                    db.Add(Sending.Message(copy, copy.UnitId, MailKind.CopyReminder, $"copy-reminder:{row.Id:N}", news.At));
                    letters++;
                }
            }
        }

        return new(late.Count, letters, [.. units.Values.Where(unit => unit.MailAddress.Length == 0 && !reading.Contains(unit.Id)).Select(unit => unit.Name).Order(StringComparer.Ordinal)]);
    }
}
