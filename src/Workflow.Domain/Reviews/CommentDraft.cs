namespace Workflow.Domain.Reviews;

/// <summary>
/// A remark that its author is still writing. A table of its own: nothing that reads comments can come upon it. It becomes a <see cref="Comment"/> when the
/// author sends their answer.
/// </summary>
public sealed class CommentDraft : IOfOrganization
{
    /// <summary>Most that one person keeps in a round.</summary>
    public const int Most = 200;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid PersonId { get; init; }
    public required string VersionHash { get; init; }
    public required string ClauseId { get; init; }
    public string Quote { get; set; } = "";

    /// <summary>Where the words stand; -1 when the page could not tell.</summary>
    public int QuoteStart { get; set; } = -1;
    public string? Proposed { get; set; }
    public string Text { get; set; } = "";
    public CommentReaders Readers { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
}

/// <summary>An answer that a member is still weighing; null answer when none is chosen yet.</summary>
public sealed class OpinionDraft : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid RoundId { get; init; }
    public required Guid PersonId { get; init; }
    public OpinionAnswer? Answer { get; set; }
    public string Reason { get; set; } = "";
    public required DateTimeOffset SavedAt { get; set; }
}
