namespace Workflow.Domain.Distribution;

/// <summary>How far a copy has come. Order: sent, opened, acknowledged.</summary>
public enum DispatchStatus
{
    Sent, Opened, Acknowledged,
}

/// <summary>One copy to one unit; one row per document and unit.</summary>
public sealed class Dispatch : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>"để báo cáo", "để thực hiện" or empty.</summary>
    public required string Purpose { get; init; }

    /// <summary>The line under Nơi nhận that it follows from.</summary>
    public required string RecipientLine { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DispatchStatus Status { get; private set; } = DispatchStatus.Sent;
    public DateTimeOffset? OpenedAt { get; private set; }
    public Guid? OpenedById { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public Guid? AcknowledgedById { get; private set; }
    public int Reminders { get; set; }

    /// <summary>The unit opened its copy; a second opening changes nothing.</summary>
    public void Open(Guid by, DateTimeOffset at)
    {
        if (Status == DispatchStatus.Sent)
        {
            (Status, OpenedById, OpenedAt) = (DispatchStatus.Opened, by, at);
        }
    }

    /// <summary>The unit confirms receipt; confirming twice changes nothing.</summary>
    public void Acknowledge(Guid by, DateTimeOffset at)
    {
        Open(by, at);
        if (Status != DispatchStatus.Acknowledged)
        {
            (Status, AcknowledgedById, AcknowledgedAt) = (DispatchStatus.Acknowledged, by, at);
        }
    }
}
