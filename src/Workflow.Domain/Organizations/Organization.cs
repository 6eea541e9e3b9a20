namespace Workflow.Domain.Organizations;

/// <summary>A commune Party committee (Đảng ủy xã): one installation may hold several, which never see each other.</summary>
public sealed class Organization
{
    public required Guid Id { get; init; }

    /// <summary>"Đảng ủy xã Thanh Sơn".</summary>
    public required string Name { get; set; }

    /// <summary>Header line of the issuer: "ĐẢNG ỦY XÃ THANH SƠN".</summary>
    public required string HeaderName { get; set; }

    /// <summary>Header line above: "ĐẢNG BỘ TỈNH …" (DOMAIN §2.4).</summary>
    public required string SuperiorHeaderName { get; set; }

    /// <summary>Place written before the date: the commune's name (DOMAIN §1.10).</summary>
    public required string Place { get; set; }

    /// <summary>Symbol after the slash of a number: "ĐU".</summary>
    public required string Symbol { get; set; }
}

/// <summary>A term of the committee; numbers run through it and start again with the next (DOMAIN §1.9).</summary>
public sealed class Term : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>"I".</summary>
    public required string Ordinal { get; init; }

    /// <summary>"2025-2030".</summary>
    public required string Years { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
}

/// <summary>A body of the committee: Ban Chấp hành, Ban Thường vụ, Thường trực.</summary>
public sealed class Body : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Texts.BodyKind Kind { get; init; }

    /// <summary>"Ban Chấp hành Đảng bộ xã".</summary>
    public required string Name { get; set; }
}

/// <summary>A person known to the organization, member of a body or not.</summary>
public sealed class Person : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string FullName { get; set; }

    /// <summary>What the person is outside the committee: "Chủ tịch UBND xã".</summary>
    public string Position { get; set; } = "";

    /// <summary>The unit for which the person acts, if any: a unit's account opens and acknowledges what was sent to it.</summary>
    public Guid? UnitId { get; set; }
}

/// <summary>Membership of a body, from-to: the roll on a day is who was a member on that day.</summary>
public sealed class Membership : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid BodyId { get; init; }
    public required Guid PersonId { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
}
