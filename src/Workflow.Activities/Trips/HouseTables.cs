using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Layouts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Runtime.Processes;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Trips;

/// <summary>
/// What a session needs of the house: names, offices, the roll, the rules, how papers look. Accounts, passwords, second steps, opinions, comments and other drafts stay at
/// home. It goes out only; nothing of it comes back.
/// </summary>
internal static class HouseTables
{
    /// <summary>In an order in which rows can be written.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [typeof(Organization), typeof(Term), typeof(Body), typeof(Person), typeof(Membership), typeof(OfficeHeld), typeof(RuleProfile), typeof(OrganizationLayout), typeof(OrganizationAuthority), typeof(StoredDefinition), typeof(ProcessInstance)];

    public static string PartOf(Type table) => table.Name + ".json";

    public static async Task<List<(string Name, byte[] Bytes)>> Write(WorkflowDbContext db, Conference conference, DateTimeOffset outAt, CancellationToken ct)
    {
        var day = Domain.VietnamTime.DayOf(outAt);
        var offices = await db.Set<OfficeHeld>().AsNoTracking().Where(held => held.To == null || held.To >= day).ToListAsync(ct);
        var memberships = await db.Set<Membership>().AsNoTracking().Where(row => row.BodyId == conference.BodyId).ToListAsync(ct);
        var drafts = await db.Set<Draft>().AsNoTracking().Where(draft => db.Set<AgendaItem>().Any(item => item.ConferenceId == conference.Id && item.DraftId == draft.Id)).ToListAsync(ct);
        var draftIds = drafts.ConvertAll(draft => draft.Id);
        var instanceIds = drafts.ConvertAll(draft => draft.ProcessInstanceId);
        var named = memberships.Select(row => row.PersonId)
            .Concat(offices.Where(held => Offices.OfPartyOffice.Contains(held.Office)).Select(held => held.PersonId))
            .Concat(await db.Set<Attendance>().Where(row => row.ConferenceId == conference.Id && row.PersonId != null).Select(row => row.PersonId!.Value).ToListAsync(ct))
            .Concat(drafts.Select(draft => draft.DrafterId))
            .Concat(await db.Set<DraftVersion>().Where(version => draftIds.Contains(version.DraftId)).Select(version => version.AuthorId).Distinct().ToListAsync(ct))
            .Append(conference.ChairId).Append(conference.NoteTakerId).ToHashSet();
        var people = (await db.Set<Person>().AsNoTracking().Where(person => named.Contains(person.Id)).ToListAsync(ct))
            .ConvertAll(person => new Person { Id = person.Id, OrganizationId = person.OrganizationId, FullName = person.FullName, Position = person.Position });

        // A case does not move away from home: there its page is shown, as held, and that is all.
        var cases = (await db.Set<ProcessInstance>().AsNoTracking().Where(row => instanceIds.Contains(row.Id)).ToListAsync(ct))
            .ConvertAll(row => new ProcessInstance { Id = row.Id, OrganizationId = row.OrganizationId, DefinitionHash = row.DefinitionHash, SubjectId = row.SubjectId, StartedAt = row.StartedAt, SuspendedAt = outAt });
        var hashes = cases.ConvertAll(row => row.DefinitionHash);
        (Type Table, IEnumerable<object> Rows)[] rows =
        [
            (typeof(Organization), await db.Set<Organization>().AsNoTracking().Where(row => row.Id == conference.OrganizationId).ToListAsync(ct)),
            (typeof(Term), await db.Set<Term>().AsNoTracking().ToListAsync(ct)),
            (typeof(Body), await db.Set<Body>().AsNoTracking().ToListAsync(ct)),
            (typeof(Person), people),
            (typeof(Membership), memberships),
            (typeof(OfficeHeld), offices.Where(held => named.Contains(held.PersonId))),
            (typeof(RuleProfile), await db.Set<RuleProfile>().AsNoTracking().ToListAsync(ct)),
            (typeof(OrganizationLayout), await db.Set<OrganizationLayout>().AsNoTracking().ToListAsync(ct)),
            (typeof(OrganizationAuthority), await db.Set<OrganizationAuthority>().AsNoTracking().ToListAsync(ct)),
            (typeof(StoredDefinition), await db.Set<StoredDefinition>().AsNoTracking().Where(row => hashes.Contains(row.Hash)).ToListAsync(ct)),
            (typeof(ProcessInstance), cases),
        ];
        return [.. rows.Select(part => (PartOf(part.Table), RowText.Write(db, part.Table, part.Rows)))];
    }
}
