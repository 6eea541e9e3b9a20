using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Register;

/// <summary>A book: one symbol in one term.</summary>
/// <param name="Check">Whether every number has exactly one line.</param>
public sealed record BookRow(Guid Id, string Symbol, int Before, int Last, DateTimeOffset? LastAt, BookCheck Check);

/// <summary>The books of a term.</summary>
/// <param name="ClosedOn">Last day of the term; null while nobody knows it.</param>
public sealed record TermBooks(Term Term, DateOnly? ClosedOn, bool IsClosed, IReadOnlyList<BookRow> Books);

/// <summary>A number that is held.</summary>
public sealed record HeldNumber(Guid Id, string Number, string Kind, string Purpose, DateOnly Day, string By, Guid? DraftId);

/// <summary>All books, and the numbers that wait for their paper.</summary>
public sealed record BooksView(IReadOnlyList<TermBooks> Terms, IReadOnlyList<HeldNumber> Held, int HeldCount, bool MayKeep, bool MayOpenTerm, DateOnly Today);

/// <summary>The books of the outgoing register: where each stands and whether it is whole.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Administrator, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadBooks : IQuery<BooksView>;

internal sealed class ReadBooksHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadBooks, BooksView>
{
    private const int MostHeld = 50;

    public async Task<BooksView> Handle(ReadBooks request, CancellationToken cancellationToken)
    {
        var terms = await db.Set<Term>().AsNoTracking().OrderByDescending(term => term.From).ToListAsync(cancellationToken);
        var series = await db.Set<NumberSeries>().AsNoTracking().OrderBy(one => one.Symbol).ToListAsync(cancellationToken);
        var numbers = (await db.Set<RegisterEntry>().AsNoTracking().Select(entry => new { entry.SeriesId, entry.Number }).ToListAsync(cancellationToken)).ToLookup(entry => entry.SeriesId, entry => entry.Number);
        var waiting = db.Set<RegisterEntry>().AsNoTracking().Where(entry => entry.Kind == EntryKind.Reserved);
        var held = await waiting.OrderBy(entry => entry.Date).ThenBy(entry => entry.Id).Take(MostHeld)
            .Join(db.Set<Person>(), entry => entry.RecordedById, person => person.Id, (entry, person) => new { entry.Id, entry.NumberAndSymbol, entry.TypeKey, entry.Note, entry.Date, entry.DraftId, person.FullName }).ToListAsync(cancellationToken);
        return new(
            [.. terms.Select(term => new TermBooks(term, term.To, term.To < actor.Today, [.. series.Where(one => one.TermId == term.Id).Select(one => new BookRow(one.Id, one.Symbol, one.Before, one.Last, one.LastAt, BookCheck.Of(one.Before, one.Last, numbers[one.Id])))]))],
            [.. held.Select(one => new HeldNumber(one.Id, one.NumberAndSymbol, DocumentType.Of(one.TypeKey).Name, one.Note, one.Date, one.FullName, one.DraftId))],
            held.Count < MostHeld ? held.Count : await waiting.CountAsync(cancellationToken),
            await actor.May<ReserveNumber>(cancellationToken), await actor.May<OpenTerm>(cancellationToken), actor.Today);
    }
}
