using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Drafting;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Reviews;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Review;

/// <summary>A stored decision, worked out again from the roll, the answers and the rules as they stand in the database now.</summary>
[Allow(Office.ChiefOfOffice, Office.OfficeStaff, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadCirculationProof(Guid RoundId) : IQuery<CirculationProofView?>;

/// <param name="Same">Whether what is stored is what comes out now.</param>
public sealed record CirculationProofView(Guid DraftId, string Title, string Sentence, string Statement, DateTimeOffset DecidedAt, string DecidedBy, string VersionHash, string Proof, string ProofHash, string Recomputed, bool Same);

internal sealed class ReadCirculationProofHandler(WorkflowDbContext db) : IRequestHandler<ReadCirculationProof, CirculationProofView?>
{
    public async Task<CirculationProofView?> Handle(ReadCirculationProof request, CancellationToken cancellationToken)
    {
        if (await db.Set<CirculationDecision>().AsNoTracking().SingleOrDefaultAsync(row => row.RoundId == request.RoundId, cancellationToken) is not { } stored)
        {
            return null;
        }

        var now = await CirculationProofs.Recompute(db, stored, cancellationToken);
        var draft = await db.Set<Domain.Drafts.Draft>().AsNoTracking().SingleAsync(row => row.Id == stored.DraftId, cancellationToken);
        var by = await db.Set<Person>().Where(person => person.Id == stored.DecidedById).Select(person => person.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
        return new(
            draft.Id, draft.Title(), WrittenCirculation.Sentence(stored.Outcome, stored.Approving, stored.Incumbents, stored.Required), stored.Statement, stored.DecidedAt, by, stored.VersionHash, stored.Proof, stored.ProofHash,
            now?.Proof ?? "", CirculationProofs.Same(stored, now));
    }
}

/// <summary>Works stored decisions out again; the page and the command line ask here.</summary>
public static class CirculationProofs
{
    /// <summary>What comes out now; null when the rules of that day are gone.</summary>
    public static async Task<CirculationResult?> Recompute(WorkflowDbContext db, CirculationDecision stored, CancellationToken ct)
    {
        var day = VietnamTime.DayOf(stored.DecidedAt);
        var round = await db.Set<ReviewRound>().AsNoTracking().SingleAsync(row => row.Id == stored.RoundId, ct);
        var rules = RuleProfile.InForce(await db.Set<RuleProfile>().AsNoTracking().ToListAsync(ct), day);
        var given = await db.Set<GivenOpinion>().AsNoTracking().Where(one => one.RoundId == stored.RoundId).ToListAsync(ct);
        return rules is null ? null : WrittenCirculation.Decide(round, rules, await Rolls.MembersOn(db, BodyKind.StandingCommittee, day, ct), given, stored.HasDifferences, stored.Statement, stored.DecidedAt);
    }

    /// <summary>Whether the stored decision is what comes out, to the letter.</summary>
    public static bool Same(CirculationDecision stored, CirculationResult? now) => now is not null && now.Proof == stored.Proof && now.ProofHash == stored.ProofHash
        && (now.Outcome, now.Incumbents, now.Required, now.Approving) == (stored.Outcome, stored.Incumbents, stored.Required, stored.Approving);
}
