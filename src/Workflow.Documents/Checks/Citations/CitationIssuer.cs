using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Citations;

/// <summary>Resolutions of the Political Bureau of the XIII term that are often laid at the Central Committee's door. The numbers are of 2024 and 2025.</summary>
internal sealed partial class CitationIssuer : ICheck
{
    private static readonly HashSet<string> PoliticalBureau = new(["57", "59", "66", "68", "70", "71", "72"], StringComparer.Ordinal);

    public string Key => "citations.issuer";

    public IEnumerable<Finding> Look(CheckedText text) => text.Matches(Central()).Where(pair => PoliticalBureau.Contains(pair.Match.Groups["number"].Value)).Select(pair => text.On(
        "CITATION_ISSUER_CONFLICT", Severity.Error, pair.Passage, pair.Match, "Nghị quyết này do Bộ Chính trị ban hành.", $"Nghị quyết số {pair.Match.Groups["number"].Value}-NQ/TW của Bộ Chính trị"));

    [GeneratedRegex(@"Nghị quyết (?:số )?(?<number>\d{2})\s?-\s?NQ/TW(?:,? ngày [\d/.]+,?)? của Ban Chấp hành Trung ương")]
    private static partial Regex Central();
}
