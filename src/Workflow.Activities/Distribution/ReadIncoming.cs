using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A copy in a unit's list.</summary>
public sealed record IncomingView(Guid Id, Guid IssuedId, string Number, DateOnly Date, string Subject, string Purpose, DispatchStatus Status, RecallState Recall, DateTimeOffset? ReceivedAt, string ArrivalNumber, DateTimeOffset SentAt, int Reminders);

/// <summary>Copies sent to my unit, newest first.</summary>
/// <param name="Waiting">Only those that the unit has still to answer.</param>
[Allow(Office.UnitReader)]
public sealed record ReadIncoming(bool Waiting, int Page = 1) : IQuery<IncomingPage>;

/// <param name="Waits">How many the unit has still to answer.</param>
public sealed record IncomingPage(Paged<IncomingView> Copies, int Waits);

internal sealed class ReadIncomingHandler(WorkflowDbContext db, UnitDesk desk) : IRequestHandler<ReadIncoming, IncomingPage>
{
    public async Task<IncomingPage> Handle(ReadIncoming request, CancellationToken cancellationToken)
    {
        var unit = await desk.MyUnit(cancellationToken);
        var mine = db.Set<Dispatch>().AsNoTracking().Where(copy => copy.UnitId == unit);
        var open = mine.Where(copy => copy.Recall == RecallState.Asked || (copy.ReceivedAt == null && copy.Status != DispatchStatus.Refused && copy.Recall != RecallState.Agreed));
        return new(
            await (request.Waiting ? open : mine).Join(db.Set<IssuedDocument>(), copy => copy.IssuedDocumentId, document => document.Id, (copy, document) => new { copy, document }).OrderByDescending(row => row.copy.SentAt).ThenBy(row => row.copy.Id)
                .Select(row => new IncomingView(row.copy.Id, row.document.Id, row.document.NumberAndSymbol, row.document.Date, row.document.Subject, row.copy.Purpose, row.copy.Status, row.copy.Recall, row.copy.ReceivedAt, row.copy.ArrivalNumber, row.copy.SentAt, row.copy.Reminders))
                .ToPage(request.Page, cancellationToken),
            await open.CountAsync(cancellationToken));
    }
}
