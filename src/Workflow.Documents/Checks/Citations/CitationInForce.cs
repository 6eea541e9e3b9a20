using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Profiles;

namespace Workflow.Documents.Checks.Citations;

/// <summary>A document that no longer applied on the day of the text, named as if it did. Texts that look back, sum up or replace it may name it.</summary>
internal sealed partial class CitationInForce : ICheck
{
    private const int Before = 60;
    private const int After = 140;

    public string Key => "citations.in-force";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        if (text.Day is not { } day)
        {
            yield break;
        }

        var ended = text.Context.Documents.Where(known => known.EndsOn is { } end && end <= day).ToLookup(known => known.Symbol, StringComparer.OrdinalIgnoreCase);
        foreach (var (passage, match) in text.Matches(Cited()))
        {
            var symbol = ListedDocument.SymbolOf(match.Groups["symbol"].Value) ?? "";
            var rest = passage.Text[(match.Index + match.Length)..Math.Min(passage.Text.Length, match.Index + match.Length + After)];
            var issued = Issued().Match(rest) is { Success: true } dated ? dated.Groups["year"].Value : "";
            if (ended[symbol].LastOrDefault(known => issued.Length == 0 || known.Issued.Length == 0 || known.Issued.EndsWith(issued, StringComparison.Ordinal)) is not { } known
                || LooksBack().IsMatch(passage.Text[Math.Max(0, match.Index - Before)..match.Index]) || Ends().IsMatch(rest))
            {
                continue;
            }

            var since = known.EndsOn!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            yield return text.On(
                "CITATION_OUT_OF_FORCE", Severity.Warning, passage, match,
                $"Văn bản {known.Symbol} không còn hiệu lực từ ngày {since}{(known.ReplacedBy is { } next ? $", được thay bằng {next}" : "")} (nguồn: {known.Source}).", known.ReplacedBy);
        }
    }

    [GeneratedRegex(@"(?<![\d/.-])(?<symbol>\d{1,5}(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐ]{0,5}\s?[-/]\s?[A-ZĐ]{2,12})(?![\p{L}/-])")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^,? (?:ngày )?(?:\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2} tháng \d{1,2} năm |năm )(?<year>\d{4})")]
    private static partial Regex Issued();

    [GeneratedRegex(@"thay(?: thế)?(?: cho)? |tổng kết|sơ kết|trước đây|trước khi|bãi bỏ|hết hiệu lực|kết quả \d+ năm|đã ban hành", RegexOptions.IgnoreCase)]
    private static partial Regex LooksBack();

    [GeneratedRegex(@"^[^.;]*(?:hết hiệu lực|được thay|bị bãi bỏ|không còn hiệu lực)", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();
}
