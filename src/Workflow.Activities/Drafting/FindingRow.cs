using Workflow.Documents.Checks;

namespace Workflow.Activities.Drafting;

/// <summary>How much a finding matters, the heaviest first.</summary>
public enum FindingWeight
{
    /// <summary>Would be wrong in print.</summary>
    Error,

    /// <summary>Probably not as meant.</summary>
    Warning,

    /// <summary>A matter of style, or a question.</summary>
    Info,
}

/// <summary>Something in a text that a person should look at, as a page shows it.</summary>
public sealed record FindingRow(FindingWeight Weight, string? ClauseId, int? Line, string? Quote, string Reason, string? Proposal)
{
    internal static IReadOnlyList<FindingRow> Of(IEnumerable<Finding> findings) => [.. findings.Select(one => new FindingRow(
        one.Severity switch { Severity.Error => FindingWeight.Error, Severity.Warning => FindingWeight.Warning, _ => FindingWeight.Info }, one.ClauseId, one.Line, one.Quote, one.Reason, one.Proposal))];
}
