using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>A copy as its unit sees it.</summary>
public sealed record IncomingView(Guid Id, Guid IssuedId, string Number, DateOnly Date, string Subject, string Purpose, DispatchStatus Status, DateTimeOffset SentAt);

/// <summary>Copies sent to my unit, newest first; or one of them.</summary>
[Allow(Office.UnitReader)]
public sealed record ReadIncoming(Guid? Id, int Page = 1) : IQuery<Paged<IncomingView>>;

internal sealed class ReadIncomingHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadIncoming, Paged<IncomingView>>
{
    public async Task<Paged<IncomingView>> Handle(ReadIncoming request, CancellationToken cancellationToken)
    {
        var unit = await db.Set<Person>().Where(person => person.Id == actor.PersonId).Select(person => person.UnitId).SingleOrDefaultAsync(cancellationToken);
        return await db.Set<Dispatch>().AsNoTracking().Where(dispatch => dispatch.UnitId == unit && (request.Id == null || dispatch.Id == request.Id))
            .Join(db.Set<IssuedDocument>(), dispatch => dispatch.IssuedDocumentId, document => document.Id, (dispatch, document) => new { dispatch, document })
            .OrderByDescending(row => row.dispatch.SentAt).ThenBy(row => row.dispatch.Id)
            .Select(row => new IncomingView(row.dispatch.Id, row.document.Id, row.document.NumberAndSymbol, row.document.Date, row.document.Subject, row.dispatch.Purpose, row.dispatch.Status, row.dispatch.SentAt))
            .ToPage(request.Page, cancellationToken);
    }
}
