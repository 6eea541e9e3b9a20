namespace Workflow.Domain.Conferences;

/// <summary>The note-taker or the chair signs the minutes: the SHA-256 of what they say. Once both have signed, nothing of the record changes any more.</summary>
public sealed class MinutesSignature : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>True: as chair; false: as note-taker.</summary>
    public required bool AsChair { get; init; }

    /// <summary>SHA-256 of the minutes as text, 64 hexadecimal digits.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset At { get; init; }
}
