using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>A total and its parts: "727 đảng viên …. Trong đó, … 30 đồng chí; … 136 đồng chí; …".</summary>
internal sealed partial class SumCheck : ICheck
{
    // "Trong đó" may name only some of the parts: far below the total they are a choice, not a sum.
    private const decimal LeastShare = 0.5m;
    private const decimal Rounding = 0.001m;
    private const int Reach = 120;

    public string Key => "figures.sum";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(InWhich()))
        {
            var total = Quantity().Matches(passage.Text[Math.Max(0, match.Index - Reach)..match.Index]).LastOrDefault();
            if (total is null || Read(total) is not { } whole || Later().IsMatch(passage.Text[(Math.Max(0, match.Index - Reach) + total.Index + total.Length)..match.Index]))
            {
                continue;
            }

            var rest = passage.Text[(match.Index + match.Length)..];
            rest = rest[..(End().Match(rest) is { Success: true } end ? end.Index : rest.Length)];
            var parts = Quantity().Matches(rest).Select(Read).OfType<(decimal Value, string Unit)>().Where(part => part.Unit == whole.Unit).Select(part => part.Value).ToList();
            var sum = parts.Sum();
            if (parts.Count < 2 || sum == whole.Value || parts.Contains(whole.Value) || (sum < whole.Value && (parts.Count < 3 || sum < whole.Value * LeastShare)))
            {
                continue;
            }

            var scale = Amount.Scale(total.Groups["scale"].Value);
            var close = Math.Abs(sum - whole.Value) <= whole.Value * Rounding;
            yield return text.On(
                "ARITHMETIC_SUM", close ? Severity.Warning : Severity.Error, passage, Math.Max(0, match.Index - Reach) + total.Index, total.Length,
                $"Tổng các phần là {Amount.Write(sum / scale)}, khác số đã nêu {Amount.Write(whole.Value / scale)} (chênh lệch {Amount.Write(Math.Abs(sum - whole.Value) / scale)}{(close ? ", có thể do làm tròn" : "")}).", Amount.Write(sum / scale));
        }
    }

    private static (decimal Value, string Unit)? Read(Match match)
    {
        if (Amount.Read(match.Groups["n"].Value) is not { } value)
        {
            return null;
        }

        var unit = match.Groups["unit"].Value.Trim();
        var person = unit.StartsWith("đảng viên", StringComparison.Ordinal) || unit.StartsWith("đồng chí", StringComparison.Ordinal) || unit.StartsWith("người", StringComparison.Ordinal);
        return (value * Amount.Scale(match.Groups["scale"].Value), person ? "người" : unit.Split(' ')[0]);
    }

    [GeneratedRegex(@"(?<![\p{L}])[Tt]rong đó\b(?:,|:| có| gồm)?|(?<=[,:(]\s?)(?:bao )?gồm(?: có)?\b|(?:bằng|với) (?:các )?hình thức\b")]
    private static partial Regex InWhich();

    [GeneratedRegex(@"(?<![\d.,/(])(?<n>\d+(?:\.\d{3})*(?:,\d+)?)(?!\d|[.,]\d|/|\))\s+(?:(?<scale>nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?<unit>\p{Ll}+(?: \p{Ll}+)?)")]
    private static partial Regex Quantity();

    // Another amount stands between, or the sentence before ended long ago.
    [GeneratedRegex(@"%|\.\s.*\.\s")]
    private static partial Regex Later();

    [GeneratedRegex(@"\(\d{1,2}\)\s|\.(?=\s+\p{Lu})|\)")]
    private static partial Regex End();
}
