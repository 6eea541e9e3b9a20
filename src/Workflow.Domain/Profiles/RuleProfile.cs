namespace Workflow.Domain.Profiles;

/// <summary>
/// The rules of an organization from a date on. A document is judged by the profile in force on its own date; rules are rows,
/// never code (DOMAIN, preface).
/// </summary>
public sealed partial class RuleProfile : IOfOrganization
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Quorum as a fraction of all members: 2/3 (QC-CH art. 11.1).</summary>
    public int QuorumNumerator { get; set; } = 2;
    public int QuorumDenominator { get; set; } = 3;

    /// <summary>Adoption needs more than this fraction of incumbents: 1/2 (Charter art. 9(5)).</summary>
    public int MajorityNumerator { get; set; } = 1;
    public int MajorityDenominator { get; set; } = 2;

    /// <summary>Source of quorum and majority as printed beside the result.</summary>
    public string VotingSource { get; set; } = "Điều lệ Đảng, Điều 9(5); Quy chế làm việc, Điều 9.3 và 11.1";

    /// <summary>
    /// Whether a member who says nothing until the close counts as approving. One commune's letters say so (PY-CH), its working regulation asks for
    /// approval (QC-CH art. 9.3): so it is the organization's to set, and no by default.
    /// </summary>
    public bool SilenceApproves { get; set; }

    /// <summary>Whether "Cơ bản thống nhất, có ý kiến" counts as approving in a written circulation.</summary>
    public bool PartialAgreementApproves { get; set; } = true;

    /// <summary>Source of the rules on written circulation, as printed on a round.</summary>
    public string CirculationSource { get; set; } = "Quy chế làm việc, Điều 9.3";

    /// <summary>Words of a subject that mean personnel, one a line: such a matter is never decided by written circulation.</summary>
    public string PersonnelWords { get; set; } = "nhân sự\ncông tác cán bộ\nquy hoạch cán bộ\nbổ nhiệm\nmiễn nhiệm\nđiều động\nluân chuyển\nkỷ luật\nkhai trừ\nkết nạp\nbầu cử\nbầu bổ sung";

    /// <summary>Days before a session by which materials reach the office.</summary>
    public int MaterialsDays { get; set; } = 5;

    /// <summary>Days before a conference of the Executive Committee by which papers and invitation go out.</summary>
    public int ExecutiveInvitationDays { get; set; } = 3;

    /// <summary>Days before a meeting of the Standing Committee by which papers and invitation go out.</summary>
    public int StandingInvitationDays { get; set; } = 2;

    /// <summary>Digits to which a number is padded: 2 writes "07".</summary>
    public int NumberPadding { get; set; } = 2;

    /// <summary>The rule of silence as printed on a round.</summary>
    public string SilenceRule => SilenceApproves
        ? $"Đồng chí không trả lời trước khi hết hạn được tính là tán thành ({CirculationSource})."
        : $"Đồng chí không trả lời trước khi hết hạn được ghi là “Không trả lời”, không tính là tán thành ({CirculationSource}).";

    /// <summary>The profile in force on a day, or null when the organization has none that early.</summary>
    public static RuleProfile? InForce(IEnumerable<RuleProfile> profiles, DateOnly day) =>
        profiles.Where(profile => profile.ValidFrom <= day).MaxBy(profile => profile.ValidFrom);
}
