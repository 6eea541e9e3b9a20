using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Drafts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Which versions were sent to people.</summary>
internal static class SentVersions
{
    /// <summary>The current version becomes the next "lần dự thảo", unless it is the one sent last.</summary>
    public static async Task Send(WorkflowDbContext db, Draft draft, Actor actor, CancellationToken ct)
    {
        var last = await db.Set<DraftRound>().AsNoTracking().Where(round => round.DraftId == draft.Id).OrderByDescending(round => round.Number).FirstOrDefaultAsync(ct);
        if (last?.VersionId != draft.CurrentVersionId)
        {
            db.Add(new DraftRound
            {
                Id = Guid.CreateVersion7(actor.Now),
                OrganizationId = draft.OrganizationId,
                DraftId = draft.Id,
                Number = (last?.Number ?? 0) + 1,
                VersionId = draft.CurrentVersionId,
                VersionHash = draft.CurrentHash,
                SentAt = actor.Now,
                SentById = actor.PersonId,
            });
        }
    }
}
