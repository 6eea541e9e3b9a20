using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>Who was asked in a round and has not answered: all that reminders know of its answers.</summary>
internal static class Missing
{
    public static Task<List<Guid>> Of(WorkflowDbContext db, Guid roundId, CancellationToken ct) =>
        db.Set<OpinionSheet>().Where(sheet => sheet.RoundId == roundId && sheet.Answer == null).OrderBy(sheet => sheet.PersonId).Select(sheet => sheet.PersonId).ToListAsync(ct);

    public static Task<int> Asked(WorkflowDbContext db, Guid roundId, CancellationToken ct) => db.Set<OpinionSheet>().CountAsync(sheet => sheet.RoundId == roundId, ct);
}
