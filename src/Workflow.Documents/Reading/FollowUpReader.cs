using Workflow.Domain.FollowUp;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>
/// Finds targets, reporting duties and assignments in a text, with the words they were read from. What it finds is a proposal: the
/// office confirms or drops each (DOMAIN §1.15).
/// </summary>
public static class FollowUpReader
{
    /// <summary>
    /// Targets with a number, in the part of the text that sets targets ("Các chỉ tiêu chủ yếu"), in reading order. Results of the past year
    /// are not targets. A target without a number ("Hoàn thành các chỉ tiêu …") has no value to measure and is left out.
    /// </summary>
    public static IReadOnlyList<TargetProposal> Targets(DraftText text) =>
        [.. AllTargets(text).Where(target => target is { Comparator: not null, Value: not null }).Select(target =>
            new TargetProposal(target.ClauseId, target.Label, target.Comparator!.Value, target.Value!.Value, target.UpperValue, target.Unit, target.Quote) { Period = target.Period, Area = target.Area, Change = target.Change })];

    /// <summary>The same with the goals in words, the group each stands in, its period and whether it is a change.</summary>
    public static IReadOnlyList<FoundTarget> AllTargets(DraftText text) => TargetPeriods.Add(text, TargetReader.Read(text.Clauses));

    /// <summary>Reporting duties in the part on implementation: who reports to whom, and by when or how often.</summary>
    public static IReadOnlyList<DutyProposal> Duties(DraftText text) => DutyReader.Read(text.Clauses);

    /// <summary>Tasks in the part on implementation: who is to do what, and by when if it says so.</summary>
    public static IReadOnlyList<FoundAssignment> Assignments(DraftText text) => AssignmentReader.Read(text.Clauses);
}
