using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>A percentage beside the two numbers it comes from: "1.309/1.860 đảng viên (70,38%)".</summary>
internal sealed partial class PercentCheck : ICheck
{
    public string Key => "figures.percent";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Share()).Concat(text.Matches(Amounts()).Where(pair => SameUnit(pair.Match))).Concat(text.Matches(OfPlan()).Where(pair => SameUnit(pair.Match))))
        {
            if (Amount.Read(match.Groups["a"].Value) is not { } part || Amount.Read(match.Groups["b"].Value) is not { } whole || whole == 0
                || Amount.Read(match.Groups["p"].Value) is not { } stated || Other().IsMatch(match.Groups["between"].Value))
            {
                continue;
            }

            var decimals = match.Groups["p"].Value.IndexOf(',', StringComparison.Ordinal) is >= 0 and var comma ? match.Groups["p"].Value.Length - comma - 1 : 0;
            var exact = part / whole * 100m;
            var right = Math.Round(exact, Math.Min(decimals, 6), MidpointRounding.AwayFromZero);
            if (right == stated || Math.Round(exact, Math.Min(decimals, 6), MidpointRounding.ToZero) == stated && decimals == 0)
            {
                continue;
            }

            var rounded = Math.Round(exact, Math.Min(decimals, 6), MidpointRounding.ToZero) == stated;
            yield return text.On(
                rounded ? "ROUNDING" : "ARITHMETIC_PERCENT", rounded ? Severity.Info : Severity.Error, passage, match,
                $"{match.Groups["a"].Value}/{match.Groups["b"].Value} là {Amount.Write(Math.Round(exact, Math.Max(2, Math.Min(decimals, 6))))}%, văn bản ghi {match.Groups["p"].Value}%.", $"{Amount.Write(right)}%");
        }
    }

    private static bool SameUnit(Match match) => match.Groups["ua"].Value == match.Groups["ub"].Value;

    // "11,2 tỷ đồng/20 tỷ đồng, bằng 56% dự toán".
    [GeneratedRegex(@"(?<![\d.,/])(?<a>\d{1,9}(?:\.\d{3})*(?:,\d{1,3})?) (?<ua>\p{Ll}+(?: \p{Ll}+)?)\s?/\s?(?<b>\d{1,9}(?:\.\d{3})*(?:,\d{1,3})?) (?<ub>\p{Ll}+(?: \p{Ll}+)?)(?!\p{L})(?<between>[^;.%\d\n]{1,30}?)(?<p>\d{1,3}(?:,\d{1,3})?)\s?%")]
    private static partial Regex Amounts();

    // "14 đảng viên mới, đạt 56% kế hoạch (25 đảng viên)".
    [GeneratedRegex(@"(?<![\d.,/])(?<a>\d{1,9}(?:\.\d{3})*(?:,\d{1,3})?) (?<ua>\p{Ll}+ \p{Ll}+)(?<between>(?: \p{Ll}+){0,3},? (?:đạt|bằng) )(?<p>\d{1,3}(?:,\d{1,3})?)\s?% (?:kế hoạch|chỉ tiêu|dự toán)[^;.()%\d]{0,20}\((?<b>\d{1,9}(?:\.\d{3})*(?:,\d{1,3})?) (?<ub>\p{Ll}+ \p{Ll}+)\)")]
    private static partial Regex OfPlan();

    [GeneratedRegex(@"(?<![\d./])(?<a>\d{1,9}(?:\.\d{3})*)/(?<b>\d{1,9}(?:\.\d{3})*)(?![\d/])(?<between>[^;.%\d\n]{1,80}?)(?<p>\d{1,3}(?:,\d{1,3})?)\s?%")]
    private static partial Regex Share();

    // A growth, or a share of something else.
    [GeneratedRegex(@"tăng|giảm|cùng kỳ|so với|vượt|trên$|dưới$|hơn|còn lại|mức|trong đó")]
    private static partial Regex Other();
}
