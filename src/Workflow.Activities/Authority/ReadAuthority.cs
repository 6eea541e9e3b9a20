using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Authority;

/// <summary>A table as the page lists it.</summary>
/// <param name="Table">The table.</param>
/// <param name="By">Who added it; empty for what came with the program.</param>
/// <param name="At">When; null for what came with the program.</param>
/// <param name="CopiedFrom">What it was copied from; empty for what came with the program.</param>
public sealed record AuthorityRow(AuthorityTable Table, string By, DateTimeOffset? At, string CopiedFrom);

/// <summary>All tables, newest first, the one of today, and whether who asks may add one.</summary>
public sealed record AuthorityView(DateOnly Today, AuthorityTable InForce, IReadOnlyList<AuthorityRow> Rows, bool MayAdd);

/// <summary>Who may issue and sign what: the organization's tables and those they are copied from. Whoever drafts or signs may look it up.</summary>
[Allow(Office.Administrator, Office.ChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, Office.Drafter, Office.Secretary, Office.StandingDeputySecretary, Office.DeputySecretary)]
public sealed record ReadAuthority : IQuery<AuthorityView>;

internal sealed class ReadAuthorityHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadAuthority, AuthorityView>
{
    public async Task<AuthorityView> Handle(ReadAuthority request, CancellationToken cancellationToken)
    {
        var own = await db.Set<OrganizationAuthority>().AsNoTracking().OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        var people = own.ConvertAll(row => row.ById);
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var rows = own.Select(row => new AuthorityRow(row.Table, names.GetValueOrDefault(row.ById, ""), row.At, row.CopiedFrom)).Concat(ShippedAuthority.All.Select(one => new AuthorityRow(one, "", null, "")));
        return new(actor.Today, AuthorityTable.InForce(own.Select(row => row.Table), actor.Today), [.. rows.OrderByDescending(row => row.Table.ValidFrom).ThenByDescending(row => row.At)], await actor.May<AddAuthority>(cancellationToken));
    }
}
