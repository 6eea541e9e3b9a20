using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A row of a copy's story, in words.</summary>
/// <param name="IsVoid">It was taken back later.</param>
/// <param name="MayTakeBack">Whether the reader may take it back now.</param>
public sealed record StoryRow(int Number, string What, string Way, string By, string Note, DateTimeOffset At, int? OfNumber, bool IsVoid, bool MayTakeBack);

/// <summary>A copy, as its unit sees it.</summary>
public sealed record CopyView(
    Guid Id, Guid IssuedId, string Type, string Number, DateOnly Date, string Subject, string Unit, string Purpose, DispatchChannel Channel, int Issue, DispatchStatus Status, RecallState Recall, DateTimeOffset SentAt, DateTimeOffset? ReceivedAt, string ArrivalNumber, DateOnly? ArrivalDay,
    IReadOnlyList<StoryRow> Story)
{
    /// <summary>Whether the unit still has to say that it has it.</summary>
    public bool Waits => ReceivedAt is null && Status != DispatchStatus.Refused && Recall != RecallState.Agreed;

    /// <summary>Whether anything can be told of it.</summary>
    public bool IsOver => Status == DispatchStatus.Refused || Recall == RecallState.Agreed;
}

/// <summary>One copy sent to my unit.</summary>
[Allow(Office.UnitReader)]
public sealed record ReadIncomingCopy(Guid Id) : IQuery<CopyView?>;

internal sealed class ReadIncomingCopyHandler(WorkflowDbContext db, UnitDesk desk) : IRequestHandler<ReadIncomingCopy, CopyView?>
{
    public async Task<CopyView?> Handle(ReadIncomingCopy request, CancellationToken cancellationToken) => await desk.MyUnit(cancellationToken) is { } unit
        ? await CopyViews.Of(db, db.Set<Dispatch>().Where(copy => copy.Id == request.Id && copy.UnitId == unit), [DispatchWay.Page, DispatchWay.Code], cancellationToken)
        : null;
}

/// <summary>Reads a copy with its story.</summary>
internal static class CopyViews
{
    private static readonly DispatchEventKind[] Never = [DispatchEventKind.Sent, DispatchEventKind.Opened, DispatchEventKind.Reminded, DispatchEventKind.RecallAsked, DispatchEventKind.TakenBack];

    /// <param name="mine">Ways whose rows the reader may take back.</param>
    public static async Task<CopyView?> Of(WorkflowDbContext db, IQueryable<Dispatch> which, IReadOnlyList<DispatchWay> mine, CancellationToken ct)
    {
        var found = await which.AsNoTracking().Join(db.Set<IssuedDocument>(), copy => copy.IssuedDocumentId, issued => issued.Id, (copy, issued) => new { copy, issued.TypeKey, issued.NumberAndSymbol, issued.Date, issued.Subject })
            .Join(db.Set<Domain.Organizations.Unit>(), one => one.copy.UnitId, unit => unit.Id, (one, unit) => new { one, unit.Name }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return null;
        }

        var copy = found.one.copy;
        var rows = await db.Set<DispatchEvent>().AsNoTracking().Where(row => row.DispatchId == copy.Id).OrderBy(row => row.Number).ToListAsync(ct);
        var counting = Dispatch.Counting(rows).Select(row => row.Number).ToHashSet();
        var last = rows.Where(row => row.Kind == DispatchEventKind.Sent).Max(row => row.Number);
        return new(
            copy.Id, copy.IssuedDocumentId, DocumentType.Of(found.one.TypeKey).Name, found.one.NumberAndSymbol, found.one.Date, found.one.Subject, found.Name, copy.Purpose, copy.Channel, copy.Issue, copy.Status, copy.Recall, copy.SentAt, copy.ReceivedAt, copy.ArrivalNumber, copy.ArrivalDay,
            [.. rows.Select(row => new StoryRow(row.Number, DispatchWords.Of(row.Kind, row.ArrivalNumber, row.Day, row.Present, row.OfHowMany), DispatchWords.Of(row.Way), row.ByName, row.Note, row.At, row.OfNumber,
                row.Kind != DispatchEventKind.TakenBack && !counting.Contains(row.Number), row.Number > last && counting.Contains(row.Number) && !Never.Contains(row.Kind) && mine.Contains(row.Way)))]);
    }
}
