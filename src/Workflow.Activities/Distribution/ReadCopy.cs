using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Distribution;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Distribution;

/// <summary>One copy as the office sees it: its whole story, and what can be written down for the unit.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Office.Drafter, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadCopy(Guid Id) : IQuery<OfficeCopy?>;

/// <param name="SheetRests">Until when the sheet's code takes no PIN; null when it does.</param>
/// <param name="SheetIsSpent">Too many wrong PINs: a new sheet is needed.</param>
public sealed record OfficeCopy(CopyView Copy, bool MayWrite, bool HasSheet, DateTimeOffset? SheetRests, bool SheetIsSpent);

internal sealed class ReadCopyHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadCopy, OfficeCopy?>
{
    public async Task<OfficeCopy?> Handle(ReadCopy request, CancellationToken cancellationToken)
    {
        var may = await actor.May<AcknowledgeForUnit>(cancellationToken);
        if (await CopyViews.Of(db, db.Set<Dispatch>().Where(copy => copy.Id == request.Id), may ? [DispatchWay.Office, DispatchWay.Code] : [], cancellationToken) is not { } copy)
        {
            return null;
        }

        var pass = await db.Set<DispatchPass>().AsNoTracking().SingleOrDefaultAsync(row => row.DispatchId == copy.Id && row.RevokedAt == null, cancellationToken);
        return new(copy, may, pass is not null, pass?.RestsUntil > actor.Now ? pass.RestsUntil : null, pass?.AllTries >= DispatchPass.MostTries);
    }
}
