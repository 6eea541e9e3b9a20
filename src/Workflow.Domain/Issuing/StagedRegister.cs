namespace Workflow.Domain.Issuing;

/// <summary>An older register that its sender looks through before any line of it is taken over: for some hours, for that person alone.</summary>
public sealed class StagedRegister : IOfOrganization
{
    /// <summary>How long it waits for its sender.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(12);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PersonId { get; init; }
    public required string FileName { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>: what is taken over is what was shown.</summary>
    public required string FileHash { get; init; }
    public required DateTimeOffset At { get; init; }
}
