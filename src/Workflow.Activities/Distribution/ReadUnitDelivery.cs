using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>How copies go to each unit.</summary>
[Allow(Office.RegistryClerk, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadUnitDelivery(string Search, int Page = 1) : IQuery<Paged<UnitDeliveryRow>>;

/// <param name="Way">The way that the next copy really goes.</param>
public sealed record UnitDeliveryRow(Guid Id, string Name, DispatchChannel Channel, DispatchChannel Way, string MailAddress, bool HasAccount);

internal sealed class ReadUnitDeliveryHandler(WorkflowDbContext db, RecipientPlan plan, Actor actor) : IRequestHandler<ReadUnitDelivery, Paged<UnitDeliveryRow>>
{
    public async Task<Paged<UnitDeliveryRow>> Handle(ReadUnitDelivery request, CancellationToken cancellationToken)
    {
        var (today, wanted) = (actor.Today, Folding.Fold(request.Search));
        var reading = await plan.WithAccount(cancellationToken);
        var units = (await db.Set<Domain.Organizations.Unit>().AsNoTracking().Where(unit => unit.To == null || unit.To >= today).ToListAsync(cancellationToken))
            .Where(unit => Folding.Fold(unit.Name).Contains(wanted, StringComparison.Ordinal)).OrderBy(unit => unit.Name, StringComparer.Ordinal).ToList();
        var pages = Math.Max(1, (units.Count + Paging.Size - 1) / Paging.Size);
        var page = Math.Clamp(request.Page, 1, pages);
        return new([.. units.Skip((page - 1) * Paging.Size).Take(Paging.Size).Select(unit => new UnitDeliveryRow(unit.Id, unit.Name, unit.Channel, RecipientPlan.Way(unit.Channel, unit, reading.Contains(unit.Id)), unit.MailAddress, reading.Contains(unit.Id)))], page, pages);
    }
}
