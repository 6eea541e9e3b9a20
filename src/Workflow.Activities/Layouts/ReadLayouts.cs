using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Layouts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Layouts;

/// <summary>A layout as the page lists it.</summary>
/// <param name="By">Who added it; empty for guidance that came with the program.</param>
/// <param name="CopiedFrom">What it was copied from; empty for guidance.</param>
public sealed record LayoutRow(LayoutProfile Layout, string By, DateTimeOffset? At, string CopiedFrom);

/// <summary>All layouts, newest first, the one of today, and whether who asks may add one.</summary>
public sealed record LayoutsView(DateOnly Today, LayoutProfile InForce, IReadOnlyList<LayoutRow> Rows, bool MayAdd);

/// <summary>The layouts of the organization and the guidance that they are copied from.</summary>
[Allow(Office.Administrator, Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadLayouts : IQuery<LayoutsView>;

internal sealed class ReadLayoutsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadLayouts, LayoutsView>
{
    public async Task<LayoutsView> Handle(ReadLayouts request, CancellationToken cancellationToken)
    {
        var own = await db.Set<OrganizationLayout>().AsNoTracking().OrderBy(row => row.At).ToListAsync(cancellationToken);
        var people = own.ConvertAll(row => row.ById);
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        var rows = own.Select(row => new LayoutRow(row.Profile, names.GetValueOrDefault(row.ById, ""), row.At, row.CopiedFrom)).Concat(ShippedLayouts.All.Select(one => new LayoutRow(one, "", null, ""))).ToList();
        return new(actor.Today, await LayoutOn.Day(db, actor.Today, cancellationToken), [.. rows.OrderByDescending(row => row.Layout.ValidFrom).ThenByDescending(row => row.At)], await actor.May<AddLayout>(cancellationToken));
    }
}
