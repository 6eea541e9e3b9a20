using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Figures;

/// <summary>"2,528,008" beside "2.528.008", and "105.6%" beside "105,6%".</summary>
internal sealed partial class Grouping : ICheck
{
    public string Key => "figures.grouping";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Commas()))
        {
            yield return text.On("NUMBER_GROUPING", Severity.Warning, passage, match, "Số viết dấu phẩy giữa các hàng nghìn; tiếng Việt dùng dấu chấm.", match.Value.Replace(',', '.'));
        }

        foreach (var (passage, match) in text.Matches(Point()))
        {
            yield return text.On("DECIMAL_POINT", Severity.Warning, passage, match, "Phần thập phân viết dấu chấm; tiếng Việt dùng dấu phẩy.", match.Value.Replace('.', ','));
        }
    }

    [GeneratedRegex(@"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d.,]\d)")]
    private static partial Regex Commas();

    [GeneratedRegex(@"(?<![\d.,/])\d{1,3}\.\d{1,2}\s?%|(?<![\d.,/])\d{1,3}\.\d{1,2}(?= (?:triệu|tỷ|tỉ|nghìn) )")]
    private static partial Regex Point();
}
