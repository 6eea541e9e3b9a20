using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>Small things about numbers: "151 %", "4500 tấn" beside "3.900 tấn", "có mặt:138", "05, đảng viên".</summary>
internal sealed partial class NumberStyle : ICheck
{
    public string Key => "figures.style";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var tight = text.Matches(Tight()).Take(4).Count();
        foreach (var (passage, match) in text.Matches(Loose()).Where(_ => tight > 3))
        {
            yield return text.On("SPACE_BEFORE_PERCENT", Severity.Info, passage, match, "Có dấu cách trước %, khác các chỗ còn lại.", match.Groups["n"].Value + "%");
        }

        var grouped = text.Matches(Grouped()).Take(2).Count();
        foreach (var (passage, match) in text.Matches(Plain()).Where(pair => grouped > 1 && Amount.Read(pair.Match.Groups["n"].Value) is { } value && value is < 1900 or > 2100))
        {
            yield return text.On("NUMBER_FORMAT_MIXED", Severity.Info, passage, match, "Số hàng nghìn không có dấu chấm, khác các số còn lại.", $"{match.Groups["n"].Value[..1]}.{match.Groups["n"].Value[1..]} {match.Groups["unit"].Value}");
        }

        var counted = text.Matches(Counted()).GroupBy(pair => pair.Match.Groups["unit"].Value).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var (passage, match) in text.Matches(Comma()).Where(pair => counted.GetValueOrDefault(pair.Match.Groups["unit"].Value) > 2))
        {
            yield return text.On("STRAY_COMMA", Severity.Info, passage, match, "Dấu phẩy giữa số và đơn vị.", $"{match.Groups["n"].Value} {match.Groups["unit"].Value}");
        }

        foreach (var (passage, match) in text.Matches(NoSpace()))
        {
            yield return text.On("MISSING_SPACE", Severity.Info, passage, match, "Thiếu dấu cách sau dấu câu.", match.Value.Insert(match.Groups["mark"].Index - match.Index + 1, " "));
        }
    }

    [GeneratedRegex(@"\d%")]
    private static partial Regex Tight();

    [GeneratedRegex(@"(?<![\d,])(?<n>\d{1,3}(?:,\d{1,3})?) +%")]
    private static partial Regex Loose();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{3})+(?![\d.])")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![\d.,/\p{L}-]|số |đường |lộ |năm )(?<n>[1-9]\d{3}) (?<unit>tấn|tạ|con|ha|triệu|tỷ|đồng|người|hộ|km|kg|lượt|suất|cây|m²|m2|học|đảng|hội|đoàn|ngày)(?!\p{L})")]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?<!\d)\d{1,3} (?<unit>\p{Ll}+ \p{Ll}+)")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<![\d.,/])(?<n>\d{1,3}), (?<unit>\p{Ll}+ \p{Ll}+)")]
    private static partial Regex Comma();

    [GeneratedRegex(@"(?<=\s)\p{L}{2,}(?<mark>[:;,])(?:\d[\d.,]*|\p{L}\p{Ll}+)(?= )")]
    private static partial Regex NoSpace();
}
