namespace Workflow.Domain.Issuing;

/// <summary>An organization opens its public pages or closes them, from a moment on, with its reason. Without a row they are closed. The newest counts; nothing is overwritten.</summary>
public sealed class PortalSwitch : IOfOrganization
{
    public const int ShortestReason = 5;
    public const int LongestReason = 500;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required bool IsOn { get; init; }
    public required DateTimeOffset From { get; init; }
    public required Guid ById { get; init; }
    public required string Reason { get; init; }
}
