using System.Text.RegularExpressions;

namespace Workflow.Documents.Reading;

/// <summary>Finds a deadline in a sentence, in the words it is written in.</summary>
internal static partial class Deadlines
{
    /// <summary>"trước ngày 20 tháng cuối quý", "chậm nhất ngày 15/12/2026", "trong quý I/2026"; null when there is none.</summary>
    public static string? Find(string text) => Deadline().Match(text) is { Success: true } match ? match.Value.Trim(' ', ',') : null;

    [GeneratedRegex(@"(?:(?:[Xx]ong )?[Tt]rước|[Cc]hậm nhất(?: là)?(?: trước)?|[Vv]ào) (?:\d{1,2} ?(?:giờ|h)\d{0,2},? )?(?:ngày |thứ )[^);,.]{1,60}?(?=\s+(?:báo cáo|tổng hợp|gửi|để|về|qua|phải|các|cho)\b|[);,.]|$)"
        + @"|(?:[Tt]rước|[Cc]hậm nhất(?: là)?) (?:tháng \d{1,2}/\d{4}|\d{1,2}/\d{1,2}(?:/\d{4})?|quý [IV]+/\d{4})"
        + @"|(?:[Tt]rong|[Hh]oàn thành trong|[Xx]ong trong) (?:tháng|quý) (?:\d{1,2}|[IV]+)(?:/\d{4}|\s+năm \d{4})"
        + @"|ngày \d{1,2} (?:hằng|hàng) tháng")]
    private static partial Regex Deadline();
}
