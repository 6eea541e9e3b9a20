using System.Text.RegularExpressions;
using Workflow.Domain.FollowUp;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Reading;

/// <summary>Reads the reporting duties of the part on implementation.</summary>
internal static partial class DutyReader
{
    private const int LongestWords = 160;
    private const int LongestSentence = 3_000;

    public static IReadOnlyList<DutyProposal> Read(IReadOnlyList<Clause> clauses)
    {
        var found = new List<DutyProposal>();
        foreach (var clause in Implementation.Clauses(clauses))
        {
            var text = Implementation.Text(clause);
            var who = Actors.Of(text)?.Who ?? "";
            foreach (var part in Sentences().Split(text))
            {
                who = Actors.Of(part.Trim())?.Who ?? who;
                found.AddRange(In(clause.Id, who, part));
            }
        }

        return found;
    }

    /// <summary>Whether a sentence, or a part of one, lays down a reporting duty.</summary>
    public static bool IsDuty(string part) => Reports().IsMatch(part) && (Period().IsMatch(part) || Deadlines.Find(part) is not null);

    /// <summary>What a sentence asks for before and after its reporting duty.</summary>
    public static IEnumerable<string> Besides(string part)
    {
        var report = Reports().Match(part);
        var from = new[] { Period().Match(part) is { Success: true } period ? period.Index : report.Index, Deadlines.Find(part) is { } deadline ? part.IndexOf(deadline, StringComparison.Ordinal) : report.Index, report.Index }.Min();
        return [part[..from].TrimEnd(' ', ',', '('), Besides().Match(part) is { Success: true } more ? more.Groups[1].Value : ""];
    }

    private static IEnumerable<DutyProposal> In(string clauseId, string who, string part)
    {
        if (part.Length > LongestSentence || !IsDuty(part))
        {
            yield break;
        }

        var report = Reports().Match(part);
        var periods = Period().Matches(part).ToList();
        var to = To().Match(part, report.Index);
        part = Besides().Replace(part, "");
        var what = Aside().Replace(part[report.Index..], "");
        for (var index = 0; index < Math.Max(1, periods.Count); index++)
        {
            // "hằng tháng trước ngày 20, hằng quý trước ngày 15": each period has the deadline behind it.
            var period = index < periods.Count ? periods[index] : null;
            var next = index + 1 < periods.Count ? periods[index + 1].Index : part.Length;
            var own = period is null ? null : Deadlines.Find(part[period.Index..next]);
            var deadline = own ?? (periods.Count <= 1 ? Deadlines.Find(part) : null);
            var from = new[] { period?.Index ?? report.Index, deadline is null ? report.Index : Math.Max(0, part.IndexOf(deadline, StringComparison.Ordinal)), report.Index }.Min();
            yield return new DutyProposal(
                clauseId,
                who,
                to.Success ? Clean(to.Groups[1].Value) : "",
                Clean(what.Length > LongestWords ? what[..LongestWords] + "…" : what),
                deadline is null ? period?.Value ?? "" : Clean(deadline),
                Periodicity(period?.Value),
                Clean(part[(index == 0 ? from : period!.Index)..(periods.Count > 1 && index == 0 && next > report.Index + report.Length ? next : part.Length)]));
        }
    }

    private static string Clean(string text) => text.Trim(':', ',', ';', '.', '-', ' ') is var trimmed && trimmed.StartsWith('(') && trimmed.EndsWith(')') ? trimmed[1..^1] : text.Trim(':', ',', ';', '.', '-', ' ');

    private static string Periodicity(string? period) => period is null ? "once" : Folding.Fold(period) switch
    {
        var text when text.Contains("quy", StringComparison.Ordinal) => "quarterly",
        var text when text.Contains("6 thang", StringComparison.Ordinal) || text.Contains("sau thang", StringComparison.Ordinal) => "half-yearly",
        var text when text.Contains("thang", StringComparison.Ordinal) => "monthly",
        var text when text.Contains("tuan", StringComparison.Ordinal) => "weekly",
        var text when text.Contains("nam", StringComparison.Ordinal) => "yearly",
        _ => "periodic",
    };

    [GeneratedRegex(@"(?<=[\p{L}\d)])[;.](?=\s|$)")]
    private static partial Regex Sentences();

    // The verb, not the paper: "báo cáo Ban Thường vụ", not "Báo cáo số 12-BC/ĐU" and not "các báo cáo của".
    [GeneratedRegex(@"(?<!\b(?:các|những|theo|bản|là|đã|được|nghe|về|dự thảo|chuẩn bị|xây dựng|hoàn thiện|thẩm định|thông qua|soạn|soạn thảo)\s)(?:tổng hợp,?\s+|tổng hợp tình hình,?\s+)?\bbáo cáo\b(?!\s+(?:của|số|này|chính trị|viên))")]
    private static partial Regex Reports();

    [GeneratedRegex(@"[Đđ]ịnh kỳ(?:\s+(?:(?:hàng|hằng|mỗi)\s+(?:tuần|tháng|quý|năm)|(?:6|sáu)\s+tháng)(?:,\s*(?:6 tháng|hằng năm|hàng năm|năm))?)?|(?:[Hh]àng|[Hh]ằng|[Mm]ỗi)\s+(?:tuần|tháng|quý|năm)|(?<=\bvà )(?:cả )?năm(?=\s*\()|\b(?:6|[Ss]áu) tháng(?!\s+(?:đầu năm|cuối năm)?\s*\d)")]
    private static partial Regex Period();

    [GeneratedRegex(@"\s+và ((?:chủ động|kịp thời|thường xuyên) .*)$")]
    private static partial Regex Besides();

    [GeneratedRegex(@"\s*\([^()]*\)$")]
    private static partial Regex Aside();

    [GeneratedRegex(@"báo cáo\s+(?:[^;.()]{0,80}?\s(?:\([^()]*\)\s)?)??(?:về\s+|với\s+|lên\s+|cho\s+)?((?:Ban (?:Thường vụ|Chấp hành|Xây dựng Đảng|Chỉ đạo)|BCH|BTV|Đảng ủy|Đảng uỷ|Thường trực|Huyện ủy|Tỉnh ủy|Thành ủy|Ủy ban|UBND|UBKT|cấp ủy cấp trên|Văn phòng)\b[^;.()]*?)(?=\s+(?:và chủ động|theo quy định|theo dõi|để|kết quả|trước|chậm nhất|định kỳ|hằng|hàng|xem xét|cho ý kiến|về|trong|vào|qua|thông qua)\b|\s+\((?!qua)|[;.()]|,\s+\p{Ll}|$)")]
    private static partial Regex To();
}
