namespace Workflow.Domain.FollowUp;

/// <summary>A target that the office confirmed as true for an issued document.</summary>
public sealed class Target : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required string ClauseId { get; init; }
    public required string Label { get; init; }
    public required Comparator Comparator { get; init; }
    public required decimal Value { get; init; }
    public decimal? UpperValue { get; init; }
    public required string Unit { get; init; }

    /// <summary>The year it is set for ("2026") or the years ("2026-2030"), or empty.</summary>
    public required string Period { get; init; }

    /// <summary>The group it stands in ("kinh tế"), or empty.</summary>
    public required string Area { get; init; }

    /// <summary>"growth", "increase" or "decrease" when the value is a change, or empty.</summary>
    public required string Change { get; init; }
    public required string Quote { get; init; }
    public required Guid ConfirmedById { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
}

/// <summary>A reporting duty that the office confirmed: who reports what to whom, and when.</summary>
public sealed class ReportingDuty : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid IssuedDocumentId { get; init; }
    public required string ClauseId { get; init; }
    public required string Who { get; init; }
    public required string ToWhom { get; init; }
    public required string What { get; init; }
    public required string When { get; init; }
    public required string Periodicity { get; init; }
    public required string Quote { get; init; }
    public required Guid ConfirmedById { get; init; }
    public required DateTimeOffset ConfirmedAt { get; init; }
}
