using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Administration;
using Workflow.Activities.Lists;
using Workflow.Activities.Pipeline;
using Workflow.Documents.Checks;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>What the checks find in the current text of a draft: shown on its page and before each gate. Nothing is stored; the rules of the day apply.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee], StandsIn = true)]
public sealed record ReadFindings(Guid DraftId) : IQuery<IReadOnlyList<FindingRow>?>, IOfDraft;

internal sealed class ReadFindingsHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadFindings, IReadOnlyList<FindingRow>?>
{
    public async Task<IReadOnlyList<FindingRow>?> Handle(ReadFindings request, CancellationToken cancellationToken)
    {
        var draft = await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken);
        return draft is null ? null
            : FindingRow.Of(DocumentChecks.Of(await DraftToChange.CurrentText(db, draft, cancellationToken), await ChecksInForce.Off(db, actor.Now, cancellationToken), await OrganizationContext.Read(db, actor, draft.Id, cancellationToken)));
    }
}
