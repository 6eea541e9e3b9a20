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
        var amended = text.Context.Documents.Where(known => known.Amended.Any(one => one.From <= day)).ToLookup(known => known.Symbol, StringComparer.OrdinalIgnoreCase);
        foreach (var (passage, match) in text.Matches(Cited()))
        {
            var symbol = ListedDocument.SymbolOf(match.Groups["symbol"].Value) ?? "";
            var rest = passage.Text[(match.Index + match.Length)..Math.Min(passage.Text.Length, match.Index + match.Length + After)];
            var issued = Issued().Match(rest) is { Success: true } dated ? dated.Groups["year"].Value : "";
            bool IsMeant(KnownDocument one) => issued.Length == 0 || one.Issued.Length == 0 || one.Issued.EndsWith(issued, StringComparison.Ordinal);
            if (ended[symbol].LastOrDefault(IsMeant) is not { } known)
            {
                foreach (var (by, from) in amended[symbol].LastOrDefault(IsMeant) is { } changed && !LooksBack().IsMatch(passage.Text[Math.Max(0, match.Index - Before)..match.Index]) ? changed.Amended.Where(one => one.From <= day && !IsNamed(text, one.By)) : [])
                {
                    yield return text.On("CITATION_AMENDED", Severity.Info, passage, match, $"Văn bản {symbol} đã được sửa đổi, bổ sung bởi {by} từ ngày {from.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}; viện dẫn nên nêu cả văn bản sửa đổi.");
                }

                continue;
            }

            if (LooksBack().IsMatch(passage.Text[Math.Max(0, match.Index - Before)..match.Index]) || Ends().IsMatch(rest))
            {
                continue;
            }

            var since = known.EndsOn!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
            yield return text.On(
                "CITATION_OUT_OF_FORCE", Severity.Warning, passage, match,
                $"Văn bản {known.Symbol} {known.Ended ?? "không còn hiệu lực"} từ ngày {since}{(known.ReplacedBy is { } next ? $", được thay bằng {next}" : "")} (nguồn: {known.Source}).", known.ReplacedBy);
        }
    }

    // The text names the document that amends it: then nothing is missing.
    private static bool IsNamed(CheckedText text, string by) => Cited().Match(by) is { Success: true } number && text.Matches(Cited()).Any(one => ListedDocument.SymbolOf(one.Match.Groups["symbol"].Value) == ListedDocument.SymbolOf(number.Groups["symbol"].Value));

    [GeneratedRegex(@"(?<![\d/.-])(?<symbol>\d{1,5}(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐ]{0,5}\s?[-/]\s?[A-ZĐ]{2,12})(?![\p{L}/-])")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^,? (?:ngày )?(?:\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2} tháng \d{1,2} năm |năm )(?<year>\d{4})")]
    private static partial Regex Issued();

    [GeneratedRegex(@"thay(?: thế)?(?: cho)? |tổng kết|sơ kết|trước đây|trước khi|bãi bỏ|hết hiệu lực|kết quả \d+ năm|đã ban hành", RegexOptions.IgnoreCase)]
    private static partial Regex LooksBack();

    [GeneratedRegex(@"^[^.;]*(?:hết hiệu lực|được thay|bị bãi bỏ|không còn hiệu lực)", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();
}
