namespace Workflow.Domain.Organizations;

/// <summary>Offices that a person may hold; what a person may do follows from the offices held today.</summary>
public enum Office
{
    /// <summary>Bí thư.</summary>
    Secretary,

    /// <summary>Phó Bí thư Thường trực.</summary>
    StandingDeputySecretary,

    /// <summary>Phó Bí thư.</summary>
    DeputySecretary,

    /// <summary>Chánh Văn phòng Đảng ủy.</summary>
    ChiefOfOffice,

    /// <summary>Phó Chánh Văn phòng Đảng ủy.</summary>
    DeputyChiefOfOffice,

    /// <summary>Cán bộ Văn phòng.</summary>
    OfficeStaff,

    /// <summary>Văn thư: numbers, seal, register, dispatch.</summary>
    RegistryClerk,

    /// <summary>Cán bộ soạn thảo of a specialised body.</summary>
    Drafter,

    /// <summary>Người của đơn vị nhận văn bản.</summary>
    UnitReader,

    /// <summary>Quản trị hệ thống: accounts, never contents.</summary>
    Administrator,
}

/// <summary>An office held from-to.</summary>
public sealed class OfficeHeld : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid PersonId { get; init; }
    public required Office Office { get; init; }
    public required DateOnly From { get; init; }
    public DateOnly? To { get; set; }
}

/// <summary>Vietnamese names of offices.</summary>
public static class OfficeNames
{
    /// <summary>"Bí thư", "Văn thư" …</summary>
    public static string Of(Office office) => office switch
    {
        Office.Secretary => "Bí thư",
        Office.StandingDeputySecretary => "Phó Bí thư Thường trực",
        Office.DeputySecretary => "Phó Bí thư",
        Office.ChiefOfOffice => "Chánh Văn phòng",
        Office.DeputyChiefOfOffice => "Phó Chánh Văn phòng",
        Office.OfficeStaff => "Cán bộ Văn phòng",
        Office.RegistryClerk => "Văn thư",
        Office.Drafter => "Cán bộ soạn thảo",
        Office.UnitReader => "Đơn vị nhận văn bản",
        Office.Administrator => "Quản trị hệ thống",
        _ => throw new ArgumentOutOfRangeException(nameof(office)),
    };
}
