using Workflow.Domain.Conferences;
using Workflow.Domain.Profiles;
using Xunit;

namespace Workflow.Domain.Tests;

/// <summary>A proof is worked out again from itself; the model here counts in fractions, without the code under test.</summary>
public sealed class ProofTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly RuleProfile Rules = new() { Id = Guid.NewGuid(), OrganizationId = Guid.NewGuid(), Name = "Quy chế", ValidFrom = new DateOnly(2025, 7, 1) };

    [Fact]
    public void Quorum_and_adoption_agree_with_fractions_for_every_number_up_to_sixty()
    {
        var seen = 0;
        for (var incumbents = 1; incumbents <= 60; incumbents++)
        {
            for (var present = 0; present <= incumbents; present++)
            {
                var quorum = 3m * present >= 2m * incumbents;
                Assert.Equal(quorum, Vote.MayOpen(Rules, incumbents, present) is null);
                Assert.Equal(quorum || present > 0, Vote.MayOpen(Rules, incumbents, present, "mưa lũ chia cắt") is null);
                for (var inFavour = 0; inFavour <= present; inFavour++)
                {
                    var proof = Proof(incumbents, present, inFavour, quorum ? "" : "mưa lũ chia cắt");
                    Assert.Equal(2m * inFavour > incumbents, proof.Result.Adopted);
                    if (seen++ % 17 == 0)
                    {
                        Assert.Empty(present == 0 ? [] : ProofCheck.Disagreements(proof));
                        Assert.NotEmpty(ProofCheck.Disagreements(proof with { Result = proof.Result with { Adopted = !proof.Result.Adopted } }));
                    }
                }
            }
        }

        Assert.Equal(39_710, seen);
    }

    public static TheoryData<string, Func<AdoptionProof, AdoptionProof>> Tampering => new()
    {
        { "count", proof => proof with { Result = proof.Result with { Counts = [new(14, 2, 2)] } } },
        { "sentence", proof => proof with { Result = proof.Result with { Sentence = "22/24 tán thành" } } },
        { "required", proof => proof with { Result = proof.Result with { Required = 12 } } },
        { "quorum", proof => proof with { Result = proof.Result with { QuorumRequired = 10 } } },
        { "a member less", proof => proof with { Roll = [.. proof.Roll.Skip(1)] } },
        { "a member twice", proof => proof with { Roll = [.. proof.Roll, proof.Roll[0]] } },
        { "no longer a member", proof => proof with { Roll = [proof.Roll[0] with { To = new DateOnly(2026, 3, 1) }, .. proof.Roll.Skip(1)] } },
        { "a ballot changed", proof => proof with { Ballots = [proof.Ballots[0] with { Marks = "-" }, .. proof.Ballots.Skip(1)] } },
        { "a ballot twice", proof => proof with { Ballots = [.. proof.Ballots, proof.Ballots[0]] } },
        { "a ballot of who was not there", proof => proof with { Ballots = [proof.Ballots[0] with { MemberId = proof.Roll[^1].Id }, .. proof.Ballots.Skip(1)] } },
        { "a ballot after the close", proof => proof with { Ballots = [proof.Ballots[0] with { At = proof.ClosedAt.AddSeconds(1) }, .. proof.Ballots.Skip(1)] } },
        { "came later", proof => proof with { Movements = [proof.Movements[0] with { At = proof.OpenedAt.AddMinutes(1) }, .. proof.Movements.Skip(1)] } },
        { "went before", proof => proof with { Movements = [.. proof.Movements, new(99, proof.Roll[0].Id, false, proof.OpenedAt.AddSeconds(-1), "")] } },
        { "recused", proof => proof with { Roll = [proof.Roll[0] with { Recusal = "có liên quan" }, .. proof.Roll.Skip(1)] } },
        { "rules", proof => proof with { Rules = proof.Rules with { MajorityNumerator = 2, MajorityDenominator = 3 } } },
        { "another day", proof => proof with { RollOf = proof.RollOf.AddDays(-1) } },
        { "another form", proof => proof with { Schema = 9 } },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public void Whatever_is_changed_in_a_proof_is_named(string what, Func<AdoptionProof, AdoptionProof> change)
    {
        var proof = Proof(24, 18, 15, "");
        Assert.Empty(ProofCheck.Disagreements(proof));
        Assert.True(ProofCheck.Disagreements(change(proof)).Count > 0, what);
    }

    private static AdoptionProof Proof(int incumbents, int present, int inFavour, string withoutQuorum)
    {
        var roll = Enumerable.Range(0, incumbents).Select(index => new ProofMember(new Guid(index + 1, 0, 0, new byte[8]), $"Đồng chí {index}", new DateOnly(2025, 7, 1), null, index < present ? Standing.MayVote : Standing.NotPresent, "", index < present)).ToList();
        var required = Voting.AdoptionRequired(Rules, incumbents);
        var counts = new OptionCount(inFavour, present - inFavour, 0);
        return new AdoptionProof
        {
            Schema = AdoptionProof.CurrentSchema,
            VoteId = Guid.NewGuid(),
            Organization = "",
            Conference = "",
            Question = "",
            Subject = VoteSubject.Whole,
            Mode = VoteMode.Devices,
            VersionHash = "",
            Options = [""],
            Seats = 1,
            Rules = new(Rules.Name, Rules.ValidFrom, 2, 3, 1, 2, Rules.VotingSource),
            OpenedAt = Start.AddMinutes(30),
            ClosedAt = Start.AddMinutes(40),
            RollOf = new DateOnly(2026, 3, 2),
            Roll = roll,
            Movements = [.. roll.Take(present).Select((member, index) => new ProofMovement(index + 1, member.Id, true, Start, ""))],
            Ballots = [.. roll.Take(present).Select((member, index) => new ProofBallot(member.Id, index < inFavour ? "+" : "-", Start.AddMinutes(35)))],
            Result = new(incumbents, present, present, Voting.QuorumRequired(Rules, incumbents), withoutQuorum, required, [counts], VoteResult.Of([counts], required, 1).Adopted, VoteResult.Sentence(VoteSubject.Whole, [""], [counts], incumbents, required, 1)),
        };
    }
}
