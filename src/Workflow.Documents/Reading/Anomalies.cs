using Workflow.Documents.Checks;
using Workflow.Documents.Import;

namespace Workflow.Documents.Reading;

/// <summary>What a person should look at, as an inspection shows it. Never a silent repair (DOMAIN §7).</summary>
internal static class Anomalies
{
    public static IReadOnlyList<InspectedAnomaly> Of(ImportedDraft draft) =>
        [.. DocumentChecks.Of(draft).Select(finding => new InspectedAnomaly(finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Quote, finding.Line, finding.Proposal, finding.Reason))];
}
