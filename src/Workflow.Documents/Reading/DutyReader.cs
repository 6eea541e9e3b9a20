using System.Text.RegularExpressions;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Reads the reporting duties of the part on implementation.</summary>
internal static partial class DutyReader
{
    private const int LongestWords = 160;

    public static IReadOnlyList<DutyProposal> Read(IReadOnlyList<Clause> clauses)
    {
        var found = new List<DutyProposal>();
        foreach (var clause in clauses.SkipWhile(clause => !IsImplementation(clause)).Where(clause => clause.Kind == ClauseKind.Paragraph))
        {
            var who = Actor().Match(clause.Text);
            foreach (var part in Sentences().Split(clause.Text))
            {
                if (Reports().Match(part) is { Success: true } report && (Period().IsMatch(part) || Deadline().IsMatch(part)))
                {
                    found.Add(Duty(clause.Id, who.Success ? Clean(who.Groups[1].Value) : "", part, report));
                }
            }
        }

        return found;
    }

    private static DutyProposal Duty(string clauseId, string who, string part, Match report)
    {
        var period = Period().Match(part);
        var deadline = Deadline().Match(part);
        var from = period.Success && period.Index < report.Index ? period.Index : deadline.Success && deadline.Index < report.Index ? deadline.Index : report.Index;
        var to = To().Match(part, report.Index);
        var what = Aside().Replace(part[report.Index..], "");
        return new DutyProposal(
            clauseId,
            who,
            to.Success ? Clean(to.Groups[1].Value) : "",
            Clean(what.Length > LongestWords ? what[..LongestWords] + "…" : what),
            deadline.Success ? Clean(deadline.Value) : period.Value,
            Periodicity(period.Value),
            Clean(part[from..]));
    }

    private static bool IsImplementation(Clause clause) => clause.Kind == ClauseKind.Heading && Folding.Fold(clause.Text).Contains("to chuc thuc hien", StringComparison.Ordinal);

    private static string Clean(string text) => text.Trim(':', ',', ';', '.', '-', ' ') is var trimmed && trimmed.StartsWith('(') && trimmed.EndsWith(')') ? trimmed[1..^1] : text.Trim(':', ',', ';', '.', '-', ' ');

    private static string Periodicity(string period) => Folding.Fold(period) switch
    {
        var text when text.Contains("quy", StringComparison.Ordinal) => "quarterly",
        var text when text.Contains("6 thang", StringComparison.Ordinal) || text.Contains("sau thang", StringComparison.Ordinal) => "half-yearly",
        var text when text.Contains("thang", StringComparison.Ordinal) => "monthly",
        var text when text.Contains("nam", StringComparison.Ordinal) => "yearly",
        _ => "periodic",
    };

    [GeneratedRegex(@"(?<=[\p{L}\d)])[;.](?=\s|$)")]
    private static partial Regex Sentences();

    // The verb, not the paper: "báo cáo Ban Thường vụ", not "Báo cáo số 12-BC/ĐU" and not "các báo cáo của".
    [GeneratedRegex(@"(?<!\b(?:các|những|theo|bản)\s)(?:tổng hợp,?\s+|tổng hợp tình hình,?\s+)?\bbáo cáo\b(?!\s+(?:của|số|này|chính trị))")]
    private static partial Regex Reports();

    [GeneratedRegex(@"[Đđ]ịnh kỳ(?:\s+(?:(?:hàng|hằng|mỗi)\s+(?:tuần|tháng|quý|năm)|(?:6|sáu)\s+tháng)(?:,\s*(?:6 tháng|hằng năm|hàng năm|năm))?)?|(?:[Hh]àng|[Hh]ằng|[Mm]ỗi)\s+(?:tuần|tháng|quý|năm)|\b6 tháng\b")]
    private static partial Regex Period();

    [GeneratedRegex(@"[Tt]rước ngày [^);,.]{1,60}|[Cc]hậm nhất [^);,.]{1,60}")]
    private static partial Regex Deadline();

    [GeneratedRegex(@"\s*\([^()]*\)$|\s+và chủ động .*$")]
    private static partial Regex Aside();

    [GeneratedRegex(@"^(.{3,160}?),?\s+(?:lãnh đạo|chỉ đạo|chịu trách nhiệm|chủ trì|có trách nhiệm|xây dựng(?! Đảng)|tổ chức(?! đảng| chính trị)|theo dõi|định kỳ|hằng|hàng (?:tháng|quý|năm)|tổng hợp|cụ thể|ban hành|căn cứ|phối hợp|giúp|tham mưu|kiểm tra|thường xuyên|báo cáo|trước ngày)")]
    private static partial Regex Actor();

    [GeneratedRegex(@"báo cáo\s+(?:[^;.()]{0,80}?\s)??(?:về\s+|với\s+|lên\s+|cho\s+)?((?:Ban (?:Thường vụ|Chấp hành)|BCH|BTV|Đảng ủy|Đảng uỷ|Thường trực|Huyện ủy|Tỉnh ủy|Thành ủy|Ủy ban|UBND|UBKT|cấp ủy cấp trên|Văn phòng)\b[^;.()]*?)(?=\s+(?:và chủ động|theo quy định|theo dõi|để|kết quả|trước ngày|định kỳ|xem xét|cho ý kiến|về)\b|[;.()]|,\s+\p{Ll}|$)")]
    private static partial Regex To();
}
