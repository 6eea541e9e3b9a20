using Workflow.Domain.Distribution;

namespace Workflow.Domain.Organizations;

/// <summary>A body or unit that receives documents, valid from-to because organizations change within a term.</summary>
public sealed class Unit : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }

    /// <summary>Other ways in which texts write the name, one a line.</summary>
    public string Aliases { get; set; } = "";
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }

    /// <summary>The archive copy ("Lưu VP") goes to this unit.</summary>
    public bool IsArchive { get; init; }

    /// <summary>How its copies go out unless the office says otherwise for a document.</summary>
    public DispatchChannel Channel { get; set; }

    /// <summary>Mail address of the unit; empty where it has none.</summary>
    public string MailAddress { get; set; } = "";
}

/// <summary>A set of units that recipients name in one phrase: "Các chi bộ, đảng bộ trực thuộc".</summary>
public sealed class RecipientGroup : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }

    /// <summary>Other phrases that mean the same set, one a line.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>Set when the group is the members of a body ("Các đồng chí Ủy viên Ban Chấp hành").</summary>
    public Guid? BodyId { get; set; }
}

/// <summary>A unit in a recipient group.</summary>
public sealed class RecipientGroupUnit : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid GroupId { get; init; }
    public required Guid UnitId { get; init; }
}
