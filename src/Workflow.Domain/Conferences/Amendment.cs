namespace Workflow.Domain.Conferences;

/// <summary>What becomes of an amendment.</summary>
public enum AmendmentState
{
    Moved, TakenUp, Adopted, Rejected, Withdrawn,
}

/// <summary>A change of the text that is moved at the conference: a suggestion with a mover and seconders, voted on or taken up by the chair.</summary>
public sealed class Amendment : IOfOrganization
{
    public const int LongestText = 4_000;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>Number within the item, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The clause that it changes.</summary>
    public required string ClauseId { get; init; }
    public required string ClauseTitle { get; init; }

    /// <summary>The words that go; empty when words are only added.</summary>
    public required string Old { get; init; }

    /// <summary>The words that come; empty when words are only struck.</summary>
    public required string New { get; init; }
    public string Reason { get; init; } = "";
    public required Guid MoverId { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
    public AmendmentState State { get; private set; } = AmendmentState.Moved;
    public string StateReason { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Whether it belongs to the text that is adopted.</summary>
    public bool Stands => State is AmendmentState.TakenUp or AmendmentState.Adopted;

    /// <summary>Ends it, once.</summary>
    public Refusal? Decide(AmendmentState state, string reason, DateTimeOffset at)
    {
        if (State != AmendmentState.Moved)
        {
            return new("amendment.decided", "Đề nghị sửa đổi này đã được xử lý xong.");
        }

        (State, StateReason, DecidedAt) = (state, reason.Trim(), at);
        return null;
    }
}

/// <summary>A member supports an amendment.</summary>
public sealed class Seconder : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid AmendmentId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A reserved opinion (ý kiến bảo lưu) of who was outvoted: kept with its author, reported upward on request (Charter art. 9(5)).</summary>
public sealed class ReservedOpinion : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ItemId { get; init; }
    public required Guid PersonId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
}
