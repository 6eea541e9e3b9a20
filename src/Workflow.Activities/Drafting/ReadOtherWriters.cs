using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Domain.Organizations;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Who else writes a draft now, asked every few seconds by the page on which it is written: two or three short statements and nothing changed.</summary>
[Allow(Office.Drafter, Office.OfficeStaff, Office.ChiefOfOffice)]
public sealed record ReadOtherWriters(Guid DraftId) : IQuery<OtherWriters?>;

/// <summary>Somebody else who writes the same draft, and the clauses of the current version they have changed.</summary>
public sealed record OtherWriter(string Name, DateTimeOffset At, IReadOnlyList<string> ClauseIds);

/// <summary>The others, and the hash of the version that is the newest now.</summary>
public sealed record OtherWriters(string CurrentHash, IReadOnlyList<OtherWriter> Writers);

internal sealed class ReadOtherWritersHandler(WorkflowDbContext db, Actor actor) : IRequestHandler<ReadOtherWriters, OtherWriters?>
{
    public async Task<OtherWriters?> Handle(ReadOtherWriters request, CancellationToken cancellationToken) =>
        await db.Set<Draft>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.DraftId, cancellationToken) is { } draft
            ? new(draft.CurrentHash, await TextDrafts.Others(db, actor, draft, await DraftToChange.CurrentText(db, draft, cancellationToken), cancellationToken)) : null;
}
