using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>A name of the list, and who wrote it down.</summary>
public sealed record ListedNameRow(NameKind Kind, string Name, IReadOnlyList<string> Aliases, DateOnly? To, string? Successor, string Source, ListSide Side, string By, DateTimeOffset? At);

/// <summary>The list of names by which texts are checked.</summary>
public sealed record ListedNamesView(IReadOnlyList<ListedNameRow> Rows, bool MayChange);

/// <summary>Names by which texts are checked, those of the organization first.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadListedNames : IQuery<ListedNamesView>;

internal sealed class ReadListedNamesHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadListedNames, ListedNamesView>
{
    public async Task<ListedNamesView> Handle(ReadListedNames request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ListedName>().AsNoTracking().ToListAsync(cancellationToken);
        var own = ListedName.Newest(rows).ToDictionary(row => row.Name, StringComparer.Ordinal);
        var people = own.Values.Select(row => row.ById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return new(
            [.. OrganizationContext.Names(rows).Select(name => own.GetValueOrDefault(name.Name) is { } row
                ? new ListedNameRow(name.Kind, name.Name, name.Aliases, name.To, name.Successor, name.Source, ListSide.Own, names.GetValueOrDefault(row.ById, ""), row.At)
                : new ListedNameRow(name.Kind, name.Name, name.Aliases, name.To, name.Successor, name.Source, ListSide.Shipped, "", null))],
            (await actor.OfficesHeld(cancellationToken)).Overlaps([Office.OfficeStaff, Office.ChiefOfOffice]));
    }
}
