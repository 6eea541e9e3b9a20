namespace Workflow.Domain.Reviews;

/// <summary>What falls due on a round.</summary>
public enum DeadlineKind
{
    /// <summary>Who has not answered is reminded.</summary>
    Reminder,

    /// <summary>The round ends.</summary>
    Close,

    /// <summary>The standing deputy secretary is told who is still missing.</summary>
    Escalation,
}

/// <summary>Where it stands. It leaves <see cref="Waiting"/> once and never comes back, whatever the clock does.</summary>
public enum DeadlineState
{
    Waiting, Done, Withdrawn,
}

/// <summary>Something that falls due on a round: written with the round and in its transaction, carried out by whichever host is awake.</summary>
public sealed class RoundDeadline : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid DraftId { get; init; }
    public required DeadlineKind Kind { get; init; }

    /// <summary>How long before the close, as the rules of the day said; 0 for what is no reminder.</summary>
    public int MinutesBefore { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DeadlineState State { get; private set; }
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>It was carried out, or there was nothing left to do. Only once.</summary>
    public void Settle(DeadlineState state, DateTimeOffset at)
    {
        if (State != DeadlineState.Waiting || state == DeadlineState.Waiting)
        {
            throw new InvalidOperationException("a deadline is settled once");
        }

        (State, SettledAt) = (state, at);
    }
}
