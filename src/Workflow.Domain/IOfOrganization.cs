namespace Workflow.Domain;

/// <summary>A row that belongs to one organization; every query on it is filtered by the reader's organization.</summary>
public interface IOfOrganization
{
    /// <summary>The organization that owns the row.</summary>
    Guid OrganizationId { get; }
}
