using Microsoft.EntityFrameworkCore;
using Workflow.Domain.Conferences;
using Workflow.Domain.Drafts;
using Workflow.Domain.Issuing;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Signing;

/// <summary>What adopted a text: a vote in a conference, or a written circulation, which has no item on an agenda.</summary>
internal sealed record AdoptingAct(Guid Id, Guid DraftId, Guid? AgendaItemId);

/// <summary>What was adopted, and what was corrected since; every gate after the vote asks here.</summary>
internal static class Adoption
{
    /// <summary>Hash of what may be signed now; empty when the text was not adopted or its record does not hold.</summary>
    public static Task<string> SignableHash(WorkflowDbContext db, Draft draft, CancellationToken ct) => SignableHash(db, draft.Id, draft.AdoptedHash, ct);

    /// <summary>Whether what was signed still is what was voted with what was approved.</summary>
    public static async Task<bool> Holds(WorkflowDbContext db, IssuedDocument issued, CancellationToken ct) =>
        await SignableHash(db, issued.DraftId, issued.AdoptedHash, ct) == issued.VersionHash;

    /// <summary>The vote that adopted the text, the last of them, or the written circulation in the place of a meeting; null while there is none.</summary>
    public static async Task<AdoptingAct?> VoteOn(WorkflowDbContext db, Guid draftId, string adoptedHash, CancellationToken ct) =>
        await Adopting(db, draftId).Where(vote => vote.VersionHash == adoptedHash && !db.Set<AgendaItem>().Any(item => item.Id == vote.AgendaItemId && item.Decision == ItemDecision.AdoptedWithAmendments)).OrderByDescending(vote => vote.ClosedAt).Select(vote => new AdoptingAct(vote.Id, draftId, vote.AgendaItemId)).FirstOrDefaultAsync(ct)
        ?? await Adopting(db, draftId).Where(vote => db.Set<AgendaItem>().Any(item => item.Id == vote.AgendaItemId && item.FinalHash == adoptedHash)).OrderByDescending(vote => vote.ClosedAt).Select(vote => new AdoptingAct(vote.Id, draftId, vote.AgendaItemId)).FirstOrDefaultAsync(ct)
        ?? await db.Set<CirculationDecision>().AsNoTracking().Where(one => one.DraftId == draftId && one.VersionHash == adoptedHash && one.Outcome == CirculationOutcome.Approved).Select(one => new AdoptingAct(one.Id, one.DraftId, null)).FirstOrDefaultAsync(ct);

    // Only the vote on the whole adopts; a void one adopts nothing.
    private static IQueryable<Vote> Adopting(WorkflowDbContext db, Guid draftId) =>
        db.Set<Vote>().AsNoTracking().Where(vote => vote.DraftId == draftId && vote.Subject == VoteSubject.Whole && vote.Adopted == true && vote.VoidedAt == null);

    /// <summary>Proposed corrections of what this vote adopted, as they came.</summary>
    public static IQueryable<TechnicalCorrection> Corrections(WorkflowDbContext db, AdoptingAct vote) =>
        db.Set<TechnicalCorrection>().Where(one => one.DraftId == vote.DraftId && one.VoteId == vote.Id).OrderBy(one => one.ProposedAt).ThenBy(one => one.Id);

    // A text adopted with amendments must be what was voted with them, worked out here from the rows: the confirmation alone is not believed.
    private static async Task<bool> IsVotedWithAmendments(WorkflowDbContext db, Guid itemId, string adoptedHash, CancellationToken ct)
    {
        var item = await db.Set<AgendaItem>().AsNoTracking().SingleAsync(one => one.Id == itemId, ct);
        if (item.VersionHash == adoptedHash && item.FinalHash.Length == 0)
        {
            return true;
        }

        var voted = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.Id == item.VersionId).Select(version => version.Canonical).SingleOrDefaultAsync(ct);
        return voted is not null && CanonicalText.Hash(voted) == item.VersionHash && item.FinalHash == adoptedHash
            && Conferences.Amendments.Apply(CanonicalText.Read(voted), await Conferences.Amendments.Standing(db, itemId, ct)).Text is { } text && CanonicalText.Hash(text) == adoptedHash;
    }

    private static async Task<string> SignableHash(WorkflowDbContext db, Guid draftId, string adoptedHash, CancellationToken ct)
    {
        if (adoptedHash.Length == 0 || await VoteOn(db, draftId, adoptedHash, ct) is not { } vote)
        {
            return "";
        }

        // Straight from the row, not from what is kept in memory: a text that was changed behind our back is found here.
        var canonical = await db.Set<DraftVersion>().AsNoTracking().Where(version => version.DraftId == draftId && version.Hash == adoptedHash).OrderBy(version => version.Round).Select(version => version.Canonical).FirstOrDefaultAsync(ct);
        if (canonical is null || CanonicalText.Hash(canonical) != adoptedHash)
        {
            return "";
        }

        if (vote.AgendaItemId is { } itemId && !await IsVotedWithAmendments(db, itemId, adoptedHash, ct))
        {
            return "";
        }

        var approved = await Corrections(db, vote).AsNoTracking().Where(one => one.Approved == true).ToListAsync(ct);
        return approved.Count == 0 ? adoptedHash : AdoptedText.SignableHash(CanonicalText.Read(canonical), adoptedHash, approved) ?? "";
    }
}
