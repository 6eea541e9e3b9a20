using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain.Reviews;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Drafting;

/// <summary>Whose opinions a person may read now: others' stay hidden until they have answered themselves or the round is closed.</summary>
internal sealed class OpinionSight(bool all, Guid reader)
{
    public static async Task<OpinionSight> Of(WorkflowDbContext db, Actor actor, Guid draftId, CancellationToken ct)
    {
        var round = await db.Set<ReviewRound>().AsNoTracking().Where(one => one.DraftId == draftId).OrderByDescending(one => one.OpenedAt).FirstOrDefaultAsync(ct);
        var offices = await actor.OfficesHeld(ct);
        return new(
            Offices.OfPartyOffice.Any(offices.Contains) || round is null || !round.IsOpen(actor.Now)
                || await db.Set<OpinionSheet>().AnyAsync(sheet => sheet.RoundId == round.Id && sheet.PersonId == actor.PersonId && sheet.Answer != null, ct),
            actor.PersonId);
    }

    public bool MayRead(Comment comment) => all || comment.AuthorId == reader || comment.RoundId is null;
}
