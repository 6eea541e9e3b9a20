using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>A change beside the two numbers it comes from: "giảm từ 12 vụ xuống còn 9 vụ (giảm 25%)", "26 mô hình, tăng 6 mô hình so với cùng kỳ (20 mô hình)", "tăng gấp 2 lần so với năm 2025 (30.000 lượt)".</summary>
internal sealed partial class ChangeCheck : ICheck
{
    public string Key => "figures.change";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(FromTo()).Where(pair => pair.Match.Groups["u"].Value == pair.Match.Groups["v"].Value))
        {
            if (Read(match, "a") is > 0 and var from && Read(match, "b") is { } to && Read(match, "p") is { } stated && Percent(match, from, to) is var right && right != stated)
            {
                yield return Wrong(text, passage, match, $"từ {match.Groups["a"].Value} đến {match.Groups["b"].Value} là {Word(to - from)} {Amount.Write(right)}%, văn bản ghi {match.Groups["p"].Value}%", $"{Amount.Write(right)}%");
            }
        }

        foreach (var (passage, match) in text.Matches(Compared()).Where(pair => pair.Match.Groups["u"].Value == pair.Match.Groups["v"].Value))
        {
            if (Read(match, "b") is not { } now || Read(match, "a") is not > 0 || Read(match, "a") is not { } before || Read(match, "d") is not { } difference)
            {
                continue;
            }

            var (right, stated) = match.Groups["kind"].Value switch
            {
                "lần" => (Math.Round(now / before, Decimals(match.Groups["d"].Value), MidpointRounding.AwayFromZero), difference),
                "%" => (Percent(match, before, now, "d"), difference),
                _ => (Math.Abs(now - before), difference),
            };
            if (right != stated && (match.Groups["kind"].Value is "lần" or "%" || match.Groups["kind"].Value == match.Groups["u"].Value))
            {
                yield return Wrong(text, passage, match, $"{match.Groups["b"].Value} so với {match.Groups["a"].Value} là {Amount.Write(right)} {match.Groups["kind"].Value}, văn bản ghi {match.Groups["d"].Value}", Amount.Write(right));
            }
        }
    }

    private static Finding Wrong(CheckedText text, Passage passage, Match match, string reason, string proposal) =>
        text.On("ARITHMETIC_CHANGE", Severity.Error, passage, match, $"Mức tăng, giảm không khớp hai số: {reason}.", proposal);

    private static decimal Percent(Match match, decimal from, decimal to, string group = "p") => Math.Round(Math.Abs(to - from) / from * 100m, Decimals(match.Groups[group].Value), MidpointRounding.AwayFromZero);

    private static int Decimals(string number) => number.IndexOf(',', StringComparison.Ordinal) is >= 0 and var comma ? Math.Min(number.Length - comma - 1, 6) : 0;

    private static decimal? Read(Match match, string group) => Amount.Read(match.Groups[group].Value);

    private static string Word(decimal difference) => difference < 0 ? "giảm" : "tăng";

    private const string Number = @"\d{1,9}(?:\.\d{3})*(?:,\d{1,3})?";

    [GeneratedRegex(@"(?:tăng|giảm) từ (?<a>" + Number + @") (?<u>\p{Ll}+)(?: \p{Ll}+){0,3}? (?:lên|xuống)(?: còn| đến)? (?<b>" + Number + @") (?<v>\p{Ll}+)(?: \p{Ll}+){0,3}?,? \(?(?:tăng|giảm) (?<p>\d{1,3}(?:,\d{1,3})?)\s?%")]
    private static partial Regex FromTo();

    [GeneratedRegex(@"(?<![\d.,/])(?<b>" + Number + @") (?<u>\p{Ll}+)(?: \p{Ll}+){0,3}, (?:tăng|giảm)(?: gấp)? (?<d>" + Number + @")\s?(?<kind>%|\p{Ll}+)(?: \p{Ll}+){0,3}? so với [^;.()]{2,40} \((?<a>" + Number + @") (?<v>\p{Ll}+)(?: \p{Ll}+){0,3}\)")]
    private static partial Regex Compared();
}
