using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Lists;

/// <summary>A document of the list, and who wrote it down.</summary>
public sealed record ListedDocumentRow(string Symbol, string Title, string? Issuer, string Issued, DateOnly? EndsOn, string? ReplacedBy, string Source, ListSide Side, string By, DateTimeOffset? At);

/// <summary>The list of documents by which citations are checked.</summary>
public sealed record ListedDocumentsView(IReadOnlyList<ListedDocumentRow> Rows, bool MayChange, DateOnly Today);

/// <summary>Documents by which citations are checked, those of the organization first.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadListedDocuments : IQuery<ListedDocumentsView>;

internal sealed class ReadListedDocumentsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadListedDocuments, ListedDocumentsView>
{
    public async Task<ListedDocumentsView> Handle(ReadListedDocuments request, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ListedDocument>().AsNoTracking().ToListAsync(cancellationToken);
        var own = ListedDocument.Newest(rows).ToDictionary(row => row.Symbol, StringComparer.Ordinal);
        var people = own.Values.Select(row => row.ById).Distinct().ToList();
        var names = await db.Set<Person>().AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.FullName, cancellationToken);
        return new(
            [.. OrganizationContext.Documents(rows).Select(known => own.GetValueOrDefault(known.Symbol) is { } row
                ? new ListedDocumentRow(known.Symbol, known.Title, known.Issuer, known.Issued, known.EndsOn, known.ReplacedBy, known.Source, ListSide.Own, names.GetValueOrDefault(row.ById, ""), row.At)
                : new ListedDocumentRow(known.Symbol, known.Title, known.Issuer, known.Issued, known.EndsOn, known.ReplacedBy, known.Source, ListSide.Shipped, "", null))],
            (await actor.OfficesHeld(cancellationToken)).Overlaps([Office.OfficeStaff, Office.ChiefOfOffice]), actor.Today);
    }
}
