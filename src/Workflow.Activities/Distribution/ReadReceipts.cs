using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>Which copies the matrix looks for.</summary>
public enum ReceiptFilter
{
    All,

    /// <summary>The unit has not said that it has it.</summary>
    Waiting,

    /// <summary>The unit has it and has not reported that it carried it out.</summary>
    NotCarriedOut,
    CarriedOut,
    Refused,
    RecallAsked,
}

/// <summary>Matrix of units and documents: how far each copy came.</summary>
/// <param name="Month">Month of the documents; null for the newest of any month.</param>
/// <param name="Whole">For print: all units on one page.</param>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadReceipts(DateOnly? Month, ReceiptFilter Filter, string Unit, int UnitPage = 1, int DocumentPage = 1, bool Whole = false) : IQuery<ReceiptsView>;

/// <summary>A document: a column.</summary>
public sealed record ReceiptDocument(Guid Id, string Number, DateOnly Date, string Subject, int Sent, int Received);

/// <summary>A copy: a cell.</summary>
public sealed record ReceiptCell(Guid Id, Guid UnitId, Guid IssuedId, DispatchStatus Status, RecallState Recall, DateTimeOffset? ReceivedAt, DateTimeOffset SentAt, string ArrivalNumber, int Reminders);

/// <param name="Waiting">Copies of all documents that nobody has confirmed.</param>
public sealed record ReceiptsView(Paged<ReceiptDocument> Documents, Paged<(Guid Id, string Name)> Units, IReadOnlyDictionary<(Guid Unit, Guid Document), ReceiptCell> Cells, int Waiting, bool MayRemind);

internal sealed class ReadReceiptsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadReceipts, ReceiptsView>
{
    private const int Columns = 6;
    private const int Rows = 25;
    private const int MostRows = 2_000;

    public async Task<ReceiptsView> Handle(ReadReceipts request, CancellationToken cancellationToken)
    {
        var documents = await Documents(request, cancellationToken);
        var ids = documents.Rows.Select(document => document.Id).ToList();
        var units = Page(request, await Units(request, ids, cancellationToken));
        return new(documents, units, await Cells(ids, [.. units.Rows.Select(unit => unit.Id)], cancellationToken), await db.Set<Dispatch>().CountAsync(Dispatch.IsWaiting, cancellationToken), await actor.May<RemindCopies>(cancellationToken));
    }

    private async Task<Paged<ReceiptDocument>> Documents(ReadReceipts request, CancellationToken ct)
    {
        var sent = db.Set<IssuedDocument>().AsNoTracking().Where(document => db.Set<Dispatch>().Any(copy => copy.IssuedDocumentId == document.Id));
        if (request.Month is { } month)
        {
            var (from, to) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1));
            sent = sent.Where(document => document.Date >= from && document.Date < to);
        }

        var pages = Math.Max(1, (await sent.CountAsync(ct) + Columns - 1) / Columns);
        var page = Math.Clamp(request.DocumentPage, 1, pages);
        return new(await sent.OrderByDescending(document => document.Date).ThenByDescending(document => document.SignedAt).ThenBy(document => document.Id).Skip((page - 1) * Columns).Take(Columns)
            .Select(document => new ReceiptDocument(
                document.Id, document.NumberAndSymbol, document.Date, document.Subject, db.Set<Dispatch>().Count(copy => copy.IssuedDocumentId == document.Id), db.Set<Dispatch>().Count(copy => copy.IssuedDocumentId == document.Id && copy.ReceivedAt != null)))
            .ToListAsync(ct), page, pages);
    }

    private async Task<List<(Guid Id, string Name)>> Units(ReadReceipts request, List<Guid> documents, CancellationToken ct)
    {
        var wanted = Folding.Fold(request.Unit);
        var copies = Chosen(db.Set<Dispatch>().Where(copy => documents.Contains(copy.IssuedDocumentId)), request.Filter);
        var units = await db.Set<Domain.Organizations.Unit>().AsNoTracking().Where(unit => copies.Any(copy => copy.UnitId == unit.Id)).Select(unit => new { unit.Id, unit.Name }).ToListAsync(ct);
        return [.. units.Where(unit => Folding.Fold(unit.Name).Contains(wanted, StringComparison.Ordinal)).OrderBy(unit => unit.Name, StringComparer.Ordinal).ThenBy(unit => unit.Id).Select(unit => (unit.Id, unit.Name))];
    }

    private static IQueryable<Dispatch> Chosen(IQueryable<Dispatch> copies, ReceiptFilter filter) => filter switch
    {
        ReceiptFilter.Waiting => copies.Where(Dispatch.IsWaiting),
        ReceiptFilter.NotCarriedOut => copies.Where(copy => copy.ReceivedAt != null && copy.CarriedOutAt == null && copy.Recall != RecallState.Agreed),
        ReceiptFilter.CarriedOut => copies.Where(copy => copy.CarriedOutAt != null),
        ReceiptFilter.Refused => copies.Where(copy => copy.Status == DispatchStatus.Refused),
        ReceiptFilter.RecallAsked => copies.Where(copy => copy.Recall == RecallState.Asked),
        _ => copies,
    };

    private static Paged<(Guid Id, string Name)> Page(ReadReceipts request, List<(Guid Id, string Name)> units)
    {
        var size = request.Whole ? MostRows : Rows;
        var pages = Math.Max(1, (units.Count + size - 1) / size);
        var page = Math.Clamp(request.UnitPage, 1, pages);
        return new([.. units.Skip((page - 1) * size).Take(size)], page, pages);
    }

    // One query for all cells: how far a copy came stands on its own row.
    private async Task<Dictionary<(Guid Unit, Guid Document), ReceiptCell>> Cells(List<Guid> documents, List<Guid> units, CancellationToken ct) => await db.Set<Dispatch>().AsNoTracking()
        .Where(copy => documents.Contains(copy.IssuedDocumentId) && units.Contains(copy.UnitId))
        .Select(copy => new ReceiptCell(copy.Id, copy.UnitId, copy.IssuedDocumentId, copy.Status, copy.Recall, copy.ReceivedAt, copy.SentAt, copy.ArrivalNumber, copy.Reminders))
        .TagWith("cells of the matrix of receipts").ToDictionaryAsync(cell => (cell.UnitId, cell.IssuedId), ct);
}
