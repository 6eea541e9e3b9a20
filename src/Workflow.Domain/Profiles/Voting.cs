namespace Workflow.Domain.Profiles;

/// <summary>The arithmetic that decides: quorum and adoption, always on whole people.</summary>
public static class Voting
{
    /// <summary>
    /// Members that must attend: at least the fraction of all members (QC-CH art. 11.1: 2/3). 24 members → 16, 11 → 8, 23 → 16.
    /// </summary>
    public static int QuorumRequired(RuleProfile profile, int members) =>
        ((members * profile.QuorumNumerator) + profile.QuorumDenominator - 1) / profile.QuorumDenominator;

    /// <summary>
    /// Votes in favour that adopt: more than the fraction of all incumbents (Charter art. 9(5)). 24 → 13, 11 → 6, 23 → 12.
    /// Absent and abstaining members count against, because the base is everyone; 12 of 24 does not adopt.
    /// </summary>
    public static int AdoptionRequired(RuleProfile profile, int incumbents) =>
        (incumbents * profile.MajorityNumerator / profile.MajorityDenominator) + 1;
}
