namespace Workflow.Domain.Exchange;

/// <summary>How this organization is known to others when documents are exchanged; a row an organization, from the day on which it is filled in.</summary>
public sealed class OwnExchange : IOfOrganization
{
    public required Guid OrganizationId { get; init; }

    /// <summary>The organization's own code, "A32.65".</summary>
    public required string OrganId { get; set; }

    /// <summary>Name of the body above it.</summary>
    public string InCharge { get; set; } = "";
    public string Address { get; set; } = "";
    public string Email { get; set; } = "";
    public string Telephone { get; set; } = "";
    public DateTimeOffset ChangedAt { get; set; }
}
