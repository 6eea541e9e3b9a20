using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Citations;

/// <summary>A document of the centre laid at another body's door. What is known is a list, so a finding is a question and no error.</summary>
internal sealed partial class CitationIssuer : ICheck
{
    public string Key => "citations.issuer";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var issuers = text.Context.Documents.Where(known => known.Issuer is not null).GroupBy(known => known.Symbol, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Issuer!, StringComparer.Ordinal);
        return text.Matches(Central())
            .Select(pair => (pair.Passage, pair.Match, Symbol: Spaces().Replace(pair.Match.Groups["symbol"].Value, ""), Issuer: pair.Match.Groups["issuer"].Value))
            .Where(cited => issuers.TryGetValue(cited.Symbol, out var issuer) && !cited.Issuer.StartsWith(issuer, StringComparison.Ordinal) && !issuer.StartsWith(cited.Issuer, StringComparison.Ordinal))
            .Select(cited => text.On(
                "CITATION_ISSUER_CONFLICT", Severity.Warning, cited.Passage, cited.Match, $"Văn bản này có thể do {issuers[cited.Symbol]} ban hành; đồng chí đối chiếu với bản gốc.", $"{cited.Symbol} của {issuers[cited.Symbol]}"));
    }

    [GeneratedRegex(@"(?:Nghị quyết|Chỉ thị|Kết luận|Quy định) (?:số )?(?<symbol>\d{1,3}\s?-\s?(?:NQ|CT|KL|QĐ)/TW)(?:,? ngày [\d/.]+,?)? của (?<issuer>Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư)")]
    private static partial Regex Central();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
