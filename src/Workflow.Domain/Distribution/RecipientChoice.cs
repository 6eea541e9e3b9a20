namespace Workflow.Domain.Distribution;

/// <summary>What the office decided about a recipient of a document before it went out: a unit for a line that names none, or another purpose or way for a unit.</summary>
public sealed class RecipientChoice : IOfOrganization
{
    public const int LongestPurpose = 100;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>The line under Nơi nhận that the unit stands for; empty when it follows from the text.</summary>
    public string Line { get; set; } = "";
    public string Purpose { get; set; } = "";
    public DispatchChannel Channel { get; set; }
    public required Guid ById { get; set; }
    public required DateTimeOffset At { get; set; }
}
