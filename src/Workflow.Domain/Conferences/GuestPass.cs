namespace Workflow.Domain.Conferences;

/// <summary>
/// The right of an invited guest to open the guests' page without an account. The id is random and stands, signed, in the link; whoever holds the database alone cannot make a link. It ends with the session, or when the
/// office takes it back; a new one makes the link before it void.
/// </summary>
public sealed class GuestPass : IOfOrganization
{
    /// <summary>Random, never of a version that holds a time.</summary>
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid AttendanceId { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When the link was first used; null before.</summary>
    public DateTimeOffset? FirstUsedAt { get; set; }
}
