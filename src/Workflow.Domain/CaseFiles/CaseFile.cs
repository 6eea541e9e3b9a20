namespace Workflow.Domain.CaseFiles;

/// <summary>A matter (hồ sơ công việc) that runs through a process which the office drew itself and that is about no draft.</summary>
public sealed class CaseFile : IOfOrganization
{
    /// <summary>Longest title.</summary>
    public const int LongestTitle = 300;

    /// <summary>Also the subject of its process instance.</summary>
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>What it is about, in the words of who began it.</summary>
    public required string Title { get; init; }

    public required Guid StartedById { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public Guid ProcessInstanceId { get; set; }
}
