using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Exchange;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Exchange;

/// <summary>A partner as the administrator sees it. Keys are never shown again.</summary>
public sealed record PartnerRow(ExchangePartner Partner, string UnitName, IReadOnlyList<PartnerCertificate> Certificates, int Waiting, int Failed)
{
    /// <summary>Whether a key that it gave us is kept.</summary>
    public bool HasTheirKey => Partner.SealedKey.Length > 0;
}

/// <summary>The page of partners.</summary>
public sealed record PartnersView(OwnExchange? Own, IReadOnlyList<PartnerRow> Rows, IReadOnlyList<(Guid Id, string Name)> Units, bool HasCertificate, DateTimeOffset Now);

/// <summary>Bodies with which documents are exchanged.</summary>
[Allow(Office.Administrator)]
public sealed record ReadPartners : IQuery<PartnersView>;

internal sealed class ReadPartnersHandler(WorkflowDbContext db, Signing.SigningSettings signing, Actor actor) : IRequestHandler<ReadPartners, PartnersView>
{
    public async Task<PartnersView> Handle(ReadPartners request, CancellationToken cancellationToken)
    {
        var today = actor.Today;
        var partners = await db.Set<ExchangePartner>().AsNoTracking().OrderBy(row => row.EndedAt != null).ThenBy(row => row.Name).ToListAsync(cancellationToken);
        var certificates = (await db.Set<PartnerCertificate>().AsNoTracking().OrderByDescending(row => row.From).ToListAsync(cancellationToken)).ToLookup(row => row.PartnerId);
        var units = await db.Set<Domain.Organizations.Unit>().AsNoTracking().Where(row => row.From <= today && (row.To == null || row.To >= today)).OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToListAsync(cancellationToken);
        var open = await db.Set<ExchangeMessage>().Where(row => row.State == ExchangeState.Waiting || row.State == ExchangeState.Failed)
            .GroupBy(row => new { row.PartnerId, row.State }).Select(group => new { group.Key.PartnerId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken);
        int Count(Guid partner, ExchangeState state) => open.Where(one => one.PartnerId == partner && one.State == state).Sum(one => one.Count);
        return new(
            await db.Set<OwnExchange>().AsNoTracking().SingleOrDefaultAsync(cancellationToken),
            [.. partners.Select(row => new PartnerRow(row, units.Find(unit => unit.Id == row.UnitId)?.Name ?? "", [.. certificates[row.Id]], Count(row.Id, ExchangeState.Waiting), Count(row.Id, ExchangeState.Failed)))],
            [.. units.Select(unit => (unit.Id, unit.Name))], signing.Agency is not null, actor.Now);
    }
}
