using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A line of the book of arrivals.</summary>
public sealed record IncomingRow(Guid Id, string Arrival, DateTimeOffset ArrivedAt, string Sender, string Name, DateOnly Date, string TypeName, string Subject, IncomingState State, bool Recall, IncomingVerdict? Verdict);

/// <summary>Sổ văn bản đến: what waits to be taken first, then newest first; found with or without diacritics.</summary>
/// <param name="Waiting">Only what waits for the registry clerk.</param>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [Domain.Texts.BodyKind.StandingCommittee])]
public sealed record ReadIncomingBook(string Search, bool Waiting, int Page) : IQuery<Paged<IncomingRow>>;

/// <summary>The book of a year to be printed, in the order of its numbers; up to 10,000 lines.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [Domain.Texts.BodyKind.StandingCommittee])]
public sealed record ReadIncomingSheet(int? Year) : IQuery<IReadOnlyList<IncomingRow>>;

internal sealed class ReadIncomingBookHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadIncomingBook, Paged<IncomingRow>>, IRequestHandler<ReadIncomingSheet, IReadOnlyList<IncomingRow>>
{
    private const int MostLines = 10_000;

    public Task<Paged<IncomingRow>> Handle(ReadIncomingBook request, CancellationToken cancellationToken)
    {
        var wanted = Domain.Texts.Folding.Fold(request.Search);
        return Rows(db.Set<IncomingPaper>().AsNoTracking()
            .Where(paper => !request.Waiting || paper.State == IncomingState.Arrived || paper.RecallWaits)
            .Where(paper => wanted == "" || paper.SearchText.Contains(wanted) || paper.NumberAndSymbol.Contains(request.Search))
            .OrderBy(paper => paper.State == IncomingState.Arrived || paper.RecallWaits ? 0 : 1).ThenByDescending(paper => paper.ArrivedAt).ThenBy(paper => paper.Id)).ToPage(request.Page, cancellationToken);
    }

    public async Task<IReadOnlyList<IncomingRow>> Handle(ReadIncomingSheet request, CancellationToken cancellationToken)
    {
        var year = request.Year ?? actor.Today.Year;
        return await Rows(db.Set<IncomingPaper>().AsNoTracking().Where(paper => paper.ArrivalYear == year).OrderBy(paper => paper.ArrivalNumber)).Take(MostLines).ToListAsync(cancellationToken);
    }

    private static IQueryable<IncomingRow> Rows(IQueryable<IncomingPaper> papers) => papers.Select(paper => new IncomingRow(
        paper.Id, paper.ArrivalNumber == 0 ? "" : paper.ArrivalNumber + "/" + paper.ArrivalYear, paper.ArrivedAt, paper.SenderName, paper.NumberAndSymbol, paper.Date, paper.TypeName, paper.Subject, paper.State, paper.RecallWaits, paper.Verdict));
}
