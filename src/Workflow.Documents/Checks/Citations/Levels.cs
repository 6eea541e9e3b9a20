using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Citations;

/// <summary>The district level ended on 1 July 2025: nothing is sent or entrusted to it; and "tỉnh" where the superior is a city.</summary>
internal sealed partial class Levels : ICheck
{
    private static readonly DateOnly End = new(2025, 7, 1);

    public string Key => "citations.levels";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var after = text.File?.Facts.Date is { } date ? date >= End : text.Years.Count > 0 && text.Years[^1] > End.Year;
        foreach (var line in text.Text.Recipients.Where(line => after && District().IsMatch(line.Name)))
        {
            yield return text.Outside("ABOLISHED_LEVEL", Severity.Error, line.Name, "Cấp huyện không còn từ ngày 01/7/2025.");
        }

        foreach (var (passage, match) in text.Matches(Entrusted()).Where(_ => after))
        {
            yield return text.On("ABOLISHED_LEVEL", Severity.Warning, passage, match, "Cấp huyện không còn từ ngày 01/7/2025.");
        }

        if (text.Text.Recipients.Any(line => line.Name.Contains("Thành ủy", StringComparison.Ordinal)) && !text.Text.Recipients.Any(line => line.Name.Contains("Tỉnh ủy", StringComparison.Ordinal)))
        {
            foreach (var (passage, match) in text.Matches(Province()))
            {
                yield return text.On("STALE_SUPERIOR_LEVEL", Severity.Info, passage, match, "Cấp trên của văn bản là Thành ủy; xem lại chữ “tỉnh”.");
            }
        }
    }

    [GeneratedRegex(@"Huyện ủy|Thị ủy|Quận ủy|(?:UBND|HĐND|Công an|Ban Chỉ huy Quân sự) (?:huyện|quận|thị xã)")]
    private static partial Regex District();

    [GeneratedRegex(@"(?:báo cáo|trình|đề nghị|tham mưu|giao|kiến nghị)(?: với| cho)? (?:Ban Thường vụ |Thường trực )?(?:Huyện ủy|Thị ủy|Quận ủy|(?:UBND|HĐND|Công an) (?:huyện|quận|thị xã))")]
    private static partial Regex Entrusted();

    [GeneratedRegex(@"(?:của|Trường Chính trị|UBND|HĐND) tỉnh(?! \p{Lu}|,|\p{L})")]
    private static partial Regex Province();
}
