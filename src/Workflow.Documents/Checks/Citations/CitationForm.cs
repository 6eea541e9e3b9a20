using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Citations;

/// <summary>How other documents are named: kind, number with its code, date.</summary>
internal sealed partial class CitationForm : ICheck
{
    private static readonly Dictionary<string, string[]> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Nghị quyết"] = ["NQ", "NQLT"],
        ["Quyết định"] = ["QĐ"],
        ["Chỉ thị"] = ["CT"],
        ["Kết luận"] = ["KL"],
        ["Quy định"] = ["QĐ", "QĐi"],
        ["Quy chế"] = ["QC", "QĐ"],
        ["Nghị định"] = ["NĐ"],
        ["Thông tư"] = ["TT", "TTLT"],
        ["Hướng dẫn"] = ["HD"],
        ["Thông báo"] = ["TB"],
        ["Báo cáo"] = ["BC"],
        ["Kế hoạch"] = ["KH"],
        ["Tờ trình"] = ["TTr"],
        ["Đề án"] = ["ĐA"],
    };

    public string Key => "citations.form";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var (passage, match) in text.Matches(Short()))
        {
            yield return text.On("CITATION_FORMAT", Severity.Warning, passage, match, "Viện dẫn viết tắt: cần tên loại, số và ký hiệu đầy đủ, ngày, cơ quan ban hành.");
        }

        var cited = text.Matches(Full()).ToList();
        foreach (var (passage, match) in cited)
        {
            if (Codes.TryGetValue(match.Groups["kind"].Value, out var codes) && !codes.Contains(match.Groups["code"].Value))
            {
                yield return text.On("CITATION_TYPE_MISMATCH", Severity.Error, passage, match, $"Tên loại “{match.Groups["kind"].Value}” không khớp ký hiệu “{match.Groups["code"].Value}”.");
            }
        }

        if (cited.Count > 2 && !cited.Exists(pair => Dated().IsMatch(pair.Passage.Text[(pair.Match.Index + pair.Match.Length)..])))
        {
            yield return text.On("CITATION_DATE_MISSING", Severity.Info, cited[0].Passage, cited[0].Match, $"Không viện dẫn nào ({cited.Count} văn bản) ghi ngày ban hành.");
        }
    }

    [GeneratedRegex(@"(?<![\p{L}/-])(?:NĐ|QĐ|NQ|CT|TT|KL|QC)\s?(?:số )?\d{1,4}(?![\d/])(?!-\p{Lu})")]
    private static partial Regex Short();

    [GeneratedRegex(@"(?<kind>Nghị quyết|Quyết định|Chỉ thị|Kết luận|Quy định|Quy chế|Nghị định|Thông tư|Hướng dẫn|Thông báo|Báo cáo|Kế hoạch|Tờ trình|Đề án|Chương trình)(?: hành động)?(?: số)? (?<number>\d{1,5})(?:/\d{4})?\s?[-/]\s?(?<code>[A-ZĐ][A-Za-zĐ]{0,4})\s?[-/]\s?(?<org>[A-ZĐ]{2,10})")]
    private static partial Regex Full();

    [GeneratedRegex(@"^,? (?:ngày )?\d{1,2}[/.]\d{1,2}[/.]\d{4}|^,? ngày \d")]
    private static partial Regex Dated();
}
