namespace Workflow.Domain.Profiles;

/// <summary>
/// The rules of an organization from a date on. A document is judged by the profile in force on its own date; rules are rows,
/// never code (DOMAIN, preface).
/// </summary>
public sealed class RuleProfile : IOfOrganization
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

    /// <summary>Days before a session by which materials reach the office.</summary>
    public int MaterialsDays { get; set; } = 5;

    /// <summary>Days before a conference of the Executive Committee by which papers and invitation go out.</summary>
    public int ExecutiveInvitationDays { get; set; } = 3;

    /// <summary>Days before a meeting of the Standing Committee by which papers and invitation go out.</summary>
    public int StandingInvitationDays { get; set; } = 2;

    /// <summary>Digits to which a number is padded: 2 writes "07".</summary>
    public int NumberPadding { get; set; } = 2;

    /// <summary>Layout guidance that papers follow: "36-HD" or "05-HD".</summary>
    public string Layout { get; set; } = "05-HD";

    /// <summary>The profile in force on a day, or null when the organization has none that early.</summary>
    public static RuleProfile? InForce(IEnumerable<RuleProfile> profiles, DateOnly day) =>
        profiles.Where(profile => profile.ValidFrom <= day).MaxBy(profile => profile.ValidFrom);
}
