using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Messages;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Messages;

/// <summary>Who wants messages, and may still be sent any: an account that is closed gets none.</summary>
internal static class Recipients
{
    public sealed record Recipient(Guid PersonId, Guid OrganizationId, string Name, string Address, DateTimeOffset SetAt);

    public static async Task<List<Recipient>> Wanting(WorkflowDbContext db, MessageMode mode, DateTimeOffset now, Guid? person, CancellationToken ct)
    {
        var closed = now.AddDays(1);
        return await db.Set<MessagePreference>().IgnoreQueryFilters().AsNoTracking().Where(one => one.Mode == mode && one.Address != "" && (person == null || one.PersonId == person))
            .Where(one => db.Set<Account>().Any(account => account.PersonId == one.PersonId && (account.LockoutEnd == null || account.LockoutEnd < closed)))
            .Join(db.Set<Person>().IgnoreQueryFilters(), one => one.PersonId, human => human.Id, (one, human) => new { one, human.FullName }).OrderBy(row => row.one.PersonId)
            .Select(row => new Recipient(row.one.PersonId, row.one.OrganizationId, row.FullName, row.one.Address, row.one.SetAt)).ToListAsync(ct);
    }
}
