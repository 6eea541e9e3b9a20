namespace Workflow.Domain.Conferences;

/// <summary>A member's choice on a question.</summary>
public enum Choice
{
    InFavour, Against, Abstain,
}

/// <summary>A member's ballot in an open vote; unique per vote and person.</summary>
public sealed class Ballot : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Marks { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// A secret ballot while the vote runs: no person, no time; its id is random and what it says is sealed with a key that is not in the database, so that
/// who watches the tables fill learns nothing. Gone when the vote is counted.
/// </summary>
public sealed class SealedBallot : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required string Sealed { get; init; }
}

/// <summary>
/// A secret ballot after the count. All ballots of a vote are written at once under random ids, so neither order nor transaction says whose it was.
/// </summary>
public sealed class SecretBallot : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required string Marks { get; init; }
}

/// <summary>What a member was to a vote when it opened.</summary>
public enum Standing
{
    /// <summary>In the room and entitled.</summary>
    MayVote,

    /// <summary>Not in the room when the vote opened.</summary>
    NotPresent,

    /// <summary>Does not take part in this item, for a reason that is recorded.</summary>
    Recused,
}

/// <summary>The roll of a vote: each incumbent member of the body, and whether they may vote. In a secret vote it says who voted, and nothing else.</summary>
public sealed class VoteMember : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid PersonId { get; init; }
    public required Standing Standing { get; init; }

    /// <summary>Whether a ballot of this member was accepted on a device.</summary>
    public bool HasVoted { get; set; }
}

/// <summary>A member does not take part in an item.</summary>
public sealed class Recusal : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ItemId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Reason { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>One of the three who count a secret ballot on paper (ban kiểm phiếu).</summary>
public sealed class Counter : IOfOrganization
{
    /// <summary>How many count.</summary>
    public const int Needed = 3;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid VoteId { get; init; }
    public required Guid PersonId { get; init; }
    public required bool IsHead { get; init; }
}
