using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Citations;

/// <summary>A document of the centre laid at another body's door. What is known stands in issuers.tsv, so a finding is a question and no error.</summary>
internal sealed partial class CitationIssuer : ICheck
{
    private static readonly Dictionary<string, string> Issuers = Read();

    public string Key => "citations.issuer";

    public IEnumerable<Finding> Look(CheckedText text) => text.Matches(Central())
        .Select(pair => (pair.Passage, pair.Match, Symbol: Spaces().Replace(pair.Match.Groups["symbol"].Value, ""), Issuer: pair.Match.Groups["issuer"].Value))
        .Where(cited => Issuers.TryGetValue(cited.Symbol, out var issuer) && !cited.Issuer.StartsWith(issuer, StringComparison.Ordinal))
        .Select(cited => text.On(
            "CITATION_ISSUER_CONFLICT", Severity.Warning, cited.Passage, cited.Match, $"Văn bản này có thể do {Issuers[cited.Symbol]} ban hành; đồng chí đối chiếu với bản gốc.", $"{cited.Symbol} của {Issuers[cited.Symbol]}"));

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(CitationIssuer).Assembly.GetManifestResourceStream("issuers.tsv") ?? throw new InvalidOperationException("issuers.tsv is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')).ToDictionary(columns => columns[0], columns => columns[1], StringComparer.Ordinal);
    }

    [GeneratedRegex(@"(?:Nghị quyết|Chỉ thị|Kết luận|Quy định) (?:số )?(?<symbol>\d{1,3}\s?-\s?(?:NQ|CT|KL|QĐ)/TW)(?:,? ngày [\d/.]+,?)? của (?<issuer>Ban Chấp hành Trung ương|Bộ Chính trị|Ban Bí thư)")]
    private static partial Regex Central();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
