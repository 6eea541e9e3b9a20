using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>So many, each so much, together so much: "12 thôn, mỗi thôn 15 triệu đồng, tổng 180 triệu đồng"; and area times yield.</summary>
internal sealed partial class ProductCheck : ICheck
{
    // Yields are rounded: their product is near the harvest.
    private const decimal YieldRounding = 0.01m;

    public string Key => "figures.product";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Each()).Concat(text.Matches(EachFirst())))
        {
            if (Read(match, "n") is { } count && Read(match, "q") is { } each && Read(match, "t") is { } total
                && match.Groups["qu"].Value == match.Groups["tu"].Value && Scaled(match, each, "q") * count is var right && Scaled(match, total, "t") is var stated && right != stated)
            {
                var scale = Amount.Scale(match.Groups["ts"].Value);
                yield return text.On(
                    "ARITHMETIC_PRODUCT", Severity.Error, passage, match.Groups["t"].Index, match.Index + match.Length - match.Groups["t"].Index,
                    $"{Amount.Write(count)} nhân với {Amount.Write(each)} là {Amount.Write(right / scale)}, văn bản ghi {Amount.Write(stated / scale)}.", Amount.Write(right / scale));
            }
        }

        foreach (var (passage, match) in text.Matches(Harvest()))
        {
            if (Read(match, "area") is { } area && Read(match, "yield") is { } yield && Read(match, "harvest") is { } harvest && area * yield / 10m is > 0 and var right && Math.Abs(right - harvest) > right * YieldRounding)
            {
                yield return text.On(
                    "ARITHMETIC_PRODUCT", Severity.Error, passage, match.Groups["harvest"].Index, match.Groups["harvest"].Length + 4,
                    $"Diện tích nhân năng suất là {Amount.Write(Math.Round(right, 1))} tấn, văn bản ghi {match.Groups["harvest"].Value} tấn.", $"{Amount.Write(Math.Round(right, 1))} tấn");
            }
        }
    }

    private static decimal? Read(Match match, string group) => Amount.Read(match.Groups[group].Value);

    private static decimal Scaled(Match match, decimal value, string group) => value * Amount.Scale(match.Groups[group + "s"].Value);

    private const string Number = @"\d{1,9}(?:\.\d{3})*(?:,\d{1,3})?";

    [GeneratedRegex(@"(?<![\d.,/])(?<n>\d{1,6}(?:\.\d{3})*) (?<noun>\p{Ll}+)(?: \p{L}+){0,6},? (?:mỗi|một) \k<noun>(?: \p{Ll}+){0,3} (?<q>" + Number + @")(?: (?<qs>nghìn|ngàn|triệu|tỷ|tỉ))? (?<qu>\p{Ll}+)(?: \p{Ll}+)?[,;]? (?:với )?(?:tổng|cộng|thành tiền)(?: \p{Ll}+){0,4}:? (?<t>" + Number + @")(?: (?<ts>nghìn|ngàn|triệu|tỷ|tỉ))? (?<tu>\p{Ll}+)")]
    private static partial Regex Each();

    [GeneratedRegex(@"(?:[Mm]ỗi|[Mm]ột) (?<noun>\p{Ll}+)(?: \p{Ll}+){0,3} (?<q>" + Number + @")(?: (?<qs>nghìn|ngàn|triệu|tỷ|tỉ))? (?<qu>\p{Ll}+)(?: \p{L}+){0,4}, (?:cả|toàn|tổng|trong)(?: \p{Ll}+){0,3} (?<n>\d{1,6}(?:\.\d{3})*) \k<noun>(?: \p{Ll}+){0,3} (?<t>" + Number + @")(?: (?<ts>nghìn|ngàn|triệu|tỷ|tỉ))? (?<tu>\p{Ll}+)")]
    private static partial Regex EachFirst();

    [GeneratedRegex(@"(?<![\d.,/])(?<area>" + Number + @") ha[,;]? (?:với )?năng suất(?: bình quân)?(?: ước)?(?: đạt)? (?<yield>" + Number + @") tạ/ha[,;]? (?:cho )?sản lượng(?: ước)?(?: đạt)? (?<harvest>" + Number + @") tấn")]
    private static partial Regex Harvest();
}
