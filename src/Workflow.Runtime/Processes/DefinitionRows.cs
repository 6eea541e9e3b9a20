using Workflow.Domain;

namespace Workflow.Runtime.Processes;

/// <summary>A definition that an organization deployed. Its text is stored once by hash; this says who brought it in, when and why.</summary>
public sealed class DefinitionVersion : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string ProcessId { get; init; }
    public required string DefinitionHash { get; init; }
    public required string Name { get; init; }

    /// <summary>Counts the versions of a process in the organization, from 1.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset DeployedAt { get; init; }

    /// <summary>Empty for the machine.</summary>
    public required Guid DeployedById { get; init; }
    public string Note { get; init; } = "";

    /// <summary>Set on the version in use when the process was retired; empty again when any version of it is brought into use.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
    public Guid? RetiredById { get; set; }
}

/// <summary>A drawing that is not deployed: kept while somebody works on it, gone when it is deployed or thrown away. No case runs on it.</summary>
public sealed class DefinitionDraft : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public required string Xml { get; set; }

    /// <summary>Counts the savings: who saves says which one they had before them.</summary>
    public required int Revision { get; set; }
    public required DateTimeOffset SavedAt { get; set; }
    public required Guid SavedById { get; set; }
}
