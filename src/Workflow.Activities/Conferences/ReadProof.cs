using MediatR;
using Microsoft.EntityFrameworkCore;
using Workflow.Activities.Pipeline;
using Workflow.Domain;
using Workflow.Domain.Conferences;
using Workflow.Domain.Organizations;
using Workflow.Domain.Profiles;
using Workflow.Domain.Texts;
using Workflow.Runtime.Storage;

namespace Workflow.Activities.Conferences;

/// <summary>The proof of a closed vote, from the rows it follows from.</summary>
[Allow(Office.OfficeStaff, Office.ChiefOfOffice, Office.RegistryClerk, Bodies = [BodyKind.ExecutiveCommittee, BodyKind.StandingCommittee])]
public sealed record ReadProof(Guid VoteId) : IQuery<AdoptionProof?>;

internal sealed class ReadProofHandler(WorkflowDbContext db) : IRequestHandler<ReadProof, AdoptionProof?>
{
    public Task<AdoptionProof?> Handle(ReadProof request, CancellationToken cancellationToken) => Proofs.Of(db, request.VoteId, cancellationToken);
}

/// <summary>Gathers proofs; the page and the command line ask here.</summary>
public static class Proofs
{
    /// <summary>The proof of a vote that is closed and not void; null when there is no such vote.</summary>
    public static async Task<AdoptionProof?> Of(WorkflowDbContext db, Guid voteId, CancellationToken ct)
    {
        if (await db.Set<Vote>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == voteId && row.ClosedAt != null && row.VoidedAt == null, ct) is not { } vote
            || await SessionRecord.Of(db, vote.ConferenceId, ct) is not { } record)
        {
            return null;
        }

        var day = VietnamTime.DayOf(vote.OpenedAt);
        var roll = await db.Set<Membership>().AsNoTracking().Where(member => member.BodyId == record.Body.Id && member.From <= day && (member.To == null || member.To >= day)).OrderBy(member => member.PersonId).ToListAsync(ct);
        var rules = RuleProfile.InForce(await db.Set<RuleProfile>().AsNoTracking().ToListAsync(ct), day);
        var standing = await db.Set<VoteMember>().AsNoTracking().Where(row => row.VoteId == vote.Id).ToDictionaryAsync(row => row.PersonId, ct);
        var recused = record.Recusals[vote.AgendaItemId].Where(one => one.At <= vote.OpenedAt).ToDictionary(one => one.PersonId, one => one.Reason);
        var people = record.Attendance.Where(row => !row.IsGuest && row.PersonId is not null).ToDictionary(row => row.Id, row => row.PersonId!.Value);
        var entries = await db.Set<CountEntry>().AsNoTracking().Where(row => row.VoteId == vote.Id).OrderBy(row => row.Number).ToListAsync(ct);
        return new AdoptionProof
        {
            Schema = AdoptionProof.CurrentSchema,
            VoteId = vote.Id,
            Organization = (await db.Set<Organization>().AsNoTracking().SingleAsync(row => row.Id == vote.OrganizationId, ct)).Name,
            Conference = record.Name,
            Question = vote.Question,
            Subject = vote.Subject,
            Mode = vote.Mode,
            VersionHash = vote.VersionHash,
            Amendments = vote.Subject == VoteSubject.Whole ? [.. record.Amendments[vote.AgendaItemId].Where(one => one.Stands).Select(one => new ProofAmendment(one.Number, one.ClauseTitle, one.Old, one.New, one.State))] : [],
            Options = vote.Options,
            Seats = vote.Seats,
            Rules = rules is null
                ? new ProofRules("", day, 0, 0, 0, 0, "")
                : new ProofRules(rules.Name, rules.ValidFrom, rules.QuorumNumerator, rules.QuorumDenominator, rules.MajorityNumerator, rules.MajorityDenominator, rules.VotingSource),
            OpenedAt = vote.OpenedAt,
            ClosedAt = vote.ClosedAt!.Value,
            RollOf = day,
            Roll = [.. roll.Select(member => new ProofMember(member.PersonId, record.NameOf(member.PersonId), member.From, member.To, standing.GetValueOrDefault(member.PersonId)?.Standing ?? Standing.NotPresent, recused.GetValueOrDefault(member.PersonId, ""), standing.GetValueOrDefault(member.PersonId)?.HasVoted == true))],
            Movements = [.. record.Movements.Where(one => people.ContainsKey(one.AttendanceId)).Select(one => new ProofMovement(one.Number, people[one.AttendanceId], one.IsIn, one.At, record.NameOf(one.ById)))],
            Ballots = [.. (await db.Set<Ballot>().AsNoTracking().Where(row => row.VoteId == vote.Id).OrderBy(row => row.PersonId).ToListAsync(ct)).Select(one => new ProofBallot(one.PersonId, one.Marks, one.At))],
            SecretBallots = [.. (await db.Set<SecretBallot>().AsNoTracking().Where(row => row.VoteId == vote.Id).Select(row => row.Marks).ToListAsync(ct)).Order(StringComparer.Ordinal)],
            Counts = entries.ConvertAll(one => new ProofCount(one.Number, one.ById, record.NameOf(one.ById), Marks.Read(one.Counts), one.Issued, one.Collected, one.Spoilt, one.At)),
            Result = new ProofResult(vote.Incumbents, vote.Present, vote.Entitled, vote.QuorumRequired, vote.WithoutQuorum, vote.Required, vote.Tally, vote.Adopted == true, vote.ResultSentence()),
        };
    }
}
