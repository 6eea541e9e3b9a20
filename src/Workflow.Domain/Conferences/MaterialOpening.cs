namespace Workflow.Domain.Conferences;

/// <summary>Somebody summoned or invited opened the material of an item: a row each time, never changed. That it was opened says nothing about having been read.</summary>
public sealed class MaterialOpening : IOfOrganization
{
    /// <summary>The same person opening the same thing again within this span is one opening: a page that is loaded anew is no news.</summary>
    public static readonly TimeSpan Same = TimeSpan.FromMinutes(5);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid ConferenceId { get; init; }
    public required Guid AttendanceId { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>SHA-256 of the version that was opened, 64 hexadecimal digits.</summary>
    public required string VersionHash { get; init; }
    public required DateTimeOffset At { get; init; }
}
