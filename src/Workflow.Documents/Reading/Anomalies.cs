using Workflow.Documents.Checks;
using Workflow.Documents.Import;

namespace Workflow.Documents.Reading;

/// <summary>What a person should look at, as an inspection shows it. Never a silent repair (DOMAIN §7).</summary>
internal static class Anomalies
{
    public static IReadOnlyList<InspectedAnomaly> Of(ImportedDraft draft, CheckContext? context = null) =>
        [.. DocumentChecks.Of(draft, context: context).Select(finding => new InspectedAnomaly(finding.Code, finding.Severity.ToString().ToLowerInvariant(), finding.Quote, finding.Line, finding.Proposal, finding.Reason))];
}
