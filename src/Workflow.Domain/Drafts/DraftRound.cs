namespace Workflow.Domain.Drafts;

/// <summary>
/// A "lần dự thảo": a version as it was sent to people. Versions that were sent to nobody are working copies (bản làm việc). A row of its own: a
/// version is never changed.
/// </summary>
public sealed class DraftRound : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }

    /// <summary>1, 2, 3 …: "Dự thảo lần 2".</summary>
    public required int Number { get; init; }
    public required Guid VersionId { get; init; }
    public required string VersionHash { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public required Guid SentById { get; init; }
}

/// <summary>That a person had a version before their eyes, and when first; the comparison begins from there.</summary>
public sealed class ReadingMark : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Number of the version.</summary>
    public required int Round { get; init; }
    public required DateTimeOffset At { get; init; }
}
