using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>What came in, what was done and what is left ("tiếp nhận 11 đơn, đã giải quyết 9 đơn, còn 2 đơn"); and a number with its parts in brackets ("42 tổ chức (12 đảng bộ, 30 chi bộ)").</summary>
internal sealed partial class RestCheck : ICheck
{
    // Parts that come nowhere near the number are something else: "12 trường (340 lớp, 9.000 học sinh)".
    private const decimal Nearness = 0.2m;

    public string Key => "figures.parts";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Left()))
        {
            if (Amount.Read(match.Groups["n"].Value) is { } all && Amount.Read(match.Groups["a"].Value) is { } done && Amount.Read(match.Groups["b"].Value) is { } left && done <= all && done + left != all)
            {
                yield return text.On(
                    "ARITHMETIC_SUM", Severity.Error, passage, match.Groups["rest"].Index, match.Groups["rest"].Length,
                    $"{match.Groups["n"].Value} trừ {match.Groups["a"].Value} còn {Amount.Write(all - done)}, văn bản ghi còn {match.Groups["b"].Value}.", $"còn {Amount.Write(all - done)} {match.Groups["unit"].Value}");
            }
        }

        foreach (var (passage, match) in text.Matches(Bracketed()))
        {
            var parts = Part().Matches(match.Groups["parts"].Value).ToList();
            if (Amount.Read(match.Groups["n"].Value) is not { } whole || parts.Select(part => part.Groups["what"].Value).Distinct().Count() < parts.Count || parts.Exists(part => part.Groups["what"].Value.StartsWith(match.Groups["unit"].Value, StringComparison.Ordinal)))
            {
                continue;
            }

            var sum = parts.Sum(part => Amount.Read(part.Groups["n"].Value) ?? 0);
            if (sum != whole && Math.Abs(sum - whole) <= Math.Max(1, whole * Nearness))
            {
                yield return text.On("ARITHMETIC_SUM", Severity.Warning, passage, match, $"Các phần trong ngoặc cộng lại là {Amount.Write(sum)}, khác số đã nêu {match.Groups["n"].Value}.", Amount.Write(sum));
            }
        }
    }

    [GeneratedRegex(@"(?<![\d.,/])(?<n>\d{1,6}(?:\.\d{3})*) (?<unit>\p{Ll}+)(?: \p{Ll}+){0,4}[,;] (?:trong đó )?đã (?:giải quyết|xử lý|hoàn thành|thực hiện|trả lời|giải ngân|thi công)(?: xong| dứt điểm)? (?<a>\d{1,6}(?:\.\d{3})*) \k<unit>(?: \p{Ll}+){0,4}[,;] (?<rest>còn(?: lại)? (?<b>\d{1,6}(?:\.\d{3})*) \k<unit>)")]
    private static partial Regex Left();

    [GeneratedRegex(@"(?<![\d.,/])(?<n>\d{1,6}(?:\.\d{3})*) (?<unit>\p{Ll}+(?: \p{Ll}+){0,4}) \((?<parts>\d{1,6}(?:\.\d{3})* \p{L}+(?: \p{L}+){0,4}(?:(?:,| và) \d{1,6}(?:\.\d{3})* \p{L}+(?: \p{L}+){0,4})+)\)")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<n>\d{1,6}(?:\.\d{3})*) (?<what>\p{L}+(?: (?!và \d)\p{L}+){0,4})")]
    private static partial Regex Part();
}
