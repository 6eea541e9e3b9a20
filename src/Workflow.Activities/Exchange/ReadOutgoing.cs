using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Exchange;
using Workflow.Domain.Issuing;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A partner to whose unit the document was sent.</summary>
public sealed record OutgoingPartner(Guid Id, string Name, string OrganId, bool ByFile, bool Sent);

/// <summary>Where the packages of a document go.</summary>
public sealed record OutgoingView(Guid Id, string NumberAndSymbol, IReadOnlyList<OutgoingPartner> Partners, bool MaySend);

/// <summary>The partners of an issued and sealed document.</summary>
[Allow(Office.RegistryClerk, Office.ChiefOfOffice, Office.OfficeStaff)]
public sealed record ReadOutgoing(Guid IssuedId) : IQuery<OutgoingView?>;

internal sealed class ReadOutgoingHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadOutgoing, OutgoingView?>
{
    public async Task<OutgoingView?> Handle(ReadOutgoing request, CancellationToken cancellationToken)
    {
        var name = await db.Set<IssuedDocument>().Where(row => row.Id == request.IssuedId && row.SealedAt != null).Select(row => row.NumberAndSymbol).SingleOrDefaultAsync(cancellationToken);
        var sent = db.Set<ExchangeMessage>().Where(row => row.Direction == ExchangeDirection.Out && row.Kind == ExchangeKind.Package && row.Code == "0");
        return name is null ? null : new(
            request.IssuedId,
            name,
            await db.Set<Dispatch>().Where(copy => copy.IssuedDocumentId == request.IssuedId)
                .Join(db.Set<ExchangePartner>().Where(row => row.EndedAt == null), copy => copy.UnitId, partner => partner.UnitId, (copy, partner) => new { copy, partner }).OrderBy(one => one.partner.Name)
                .Select(one => new OutgoingPartner(one.partner.Id, one.partner.Name, one.partner.OrganId, one.partner.Address == "", sent.Any(row => row.DispatchId == one.copy.Id))).ToListAsync(cancellationToken),
            await actor.May<SendByExchange>(cancellationToken));
    }
}
