namespace Workflow.Domain.Conferences;

/// <summary>
/// Everything that the result of a vote follows from, in a form that says all and leans on nothing: no database, no stored result is needed to work the
/// result out again. Instants are UTC.
/// </summary>
public sealed record AdoptionProof
{
    /// <summary>The form of this paper.</summary>
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }
    public required Guid VoteId { get; init; }
    public required string Organization { get; init; }
    public required string Conference { get; init; }

    /// <summary>What was asked, and by what kind of vote.</summary>
    public required string Question { get; init; }
    public required VoteSubject Subject { get; init; }
    public required VoteMode Mode { get; init; }

    /// <summary>SHA-256 of the canonical text voted on; empty when it was no text.</summary>
    public required string VersionHash { get; init; }

    /// <summary>Amendments that belong to what was voted on, as moved.</summary>
    public IReadOnlyList<ProofAmendment> Amendments { get; init; } = [];
    public required IReadOnlyList<string> Options { get; init; }
    public required int Seats { get; init; }
    public required ProofRules Rules { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>The roll: all who held a seat in the body on the day.</summary>
    public required DateOnly RollOf { get; init; }
    public required IReadOnlyList<ProofMember> Roll { get; init; }

    /// <summary>Who came and went, in order.</summary>
    public required IReadOnlyList<ProofMovement> Movements { get; init; }

    /// <summary>Named ballots; empty for other ways.</summary>
    public IReadOnlyList<ProofBallot> Ballots { get; init; } = [];

    /// <summary>Secret ballots, in order of what they say, without a name.</summary>
    public IReadOnlyList<string> SecretBallots { get; init; } = [];

    /// <summary>Entries of counters, in order; empty on devices.</summary>
    public IReadOnlyList<ProofCount> Counts { get; init; } = [];

    /// <summary>What the installation says came out. Not used to work it out; compared with it.</summary>
    public required ProofResult Result { get; init; }
}

/// <summary>The rules of the day with their source.</summary>
public sealed record ProofRules(string Profile, DateOnly ValidFrom, int QuorumNumerator, int QuorumDenominator, int MajorityNumerator, int MajorityDenominator, string Source);

/// <summary>A member of the roll. <paramref name="To"/> is null while the seat is held.</summary>
/// <param name="Standing">What the installation held the member to be when the vote opened.</param>
/// <param name="Recusal">Why the member did not take part; empty otherwise.</param>
/// <param name="HasVoted">In a vote on devices: whether a ballot of the member was accepted.</param>
public sealed record ProofMember(Guid Id, string Name, DateOnly From, DateOnly? To, Standing Standing, string Recusal, bool HasVoted);

/// <summary>Somebody came (or went), and by whose hand it was recorded.</summary>
public sealed record ProofMovement(int Number, Guid MemberId, bool In, DateTimeOffset At, string By);

/// <summary>A ballot in an open vote.</summary>
public sealed record ProofBallot(Guid MemberId, string Marks, DateTimeOffset At);

/// <summary>What a counter entered.</summary>
public sealed record ProofCount(int Number, Guid ById, string By, IReadOnlyList<OptionCount> Counts, int Issued, int Collected, int Spoilt, DateTimeOffset At);

/// <summary>An amendment that was adopted or taken up before the vote.</summary>
public sealed record ProofAmendment(int Number, string Clause, string Old, string New, AmendmentState State);

/// <summary>The result as stored.</summary>
public sealed record ProofResult(int Incumbents, int Present, int Entitled, int QuorumRequired, string WithoutQuorum, int Required, IReadOnlyList<OptionCount> Counts, bool Adopted, string Sentence);
