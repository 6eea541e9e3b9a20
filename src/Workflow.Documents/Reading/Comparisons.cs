using System.Text.RegularExpressions;
using Workflow.Domain.FollowUp;

namespace Workflow.Documents.Reading;

/// <summary>How a value is meant, by the words right before it and by "trở lên" after it. "trên 95%" is more than 95; "từ 95%" is at least 95.</summary>
internal static partial class Comparisons
{
    /// <summary>The comparison that the words around a value make.</summary>
    public static Comparator Of(string text, Measure measure)
    {
        var before = text[..measure.Index];
        var after = text[measure.End..];
        return measure.High is not null ? Comparator.Range
            : Downward().IsMatch(after) ? Comparator.AtMost
            : AtLeast().IsMatch(before) || (Upward().Match(after) is { Success: true } upward && !Grade().IsMatch(upward.Groups[1].Value)) ? Comparator.AtLeast
            : AtMost().IsMatch(before) ? Comparator.AtMost
            : MoreThan().IsMatch(before) ? Comparator.MoreThan
            : LessThan().IsMatch(before) ? Comparator.LessThan
            : Comparator.Equal;
    }

    /// <summary>"growth", "increase" or "decrease" when the value is a change and not a level; otherwise null.</summary>
    public static string? Change(string before) =>
        Level().IsMatch(before) ? null
        : Grows().IsMatch(before) ? "growth"
        : Falls().IsMatch(before) ? "decrease"
        : Adds().IsMatch(before) ? "increase"
        : null;

    [GeneratedRegex(@"(?:≥|>=|(?:\btừ|\bít nhất|\btối thiểu|\bkhông dưới|\bkhông thấp hơn|\bkhông ít hơn)(?:\s+(?:là|đạt|mức|có))?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"(?:≤|<=|(?:\bkhông quá|\btối đa|\bkhông vượt quá|\bkhông cao hơn|\bkhông vượt|\bkhông lớn hơn|\bkhông trên|\bkhông nhiều hơn)(?:\s+(?:là|mức))?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"(?:>|(?:\btrên|\bhơn|\bcao hơn|\blớn hơn|\bvượt)(?:\s+mức)?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex MoreThan();

    [GeneratedRegex(@"(?:<|(?:\bdưới|\bthấp hơn|\bnhỏ hơn|\bít hơn)(?:\s+mức)?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex LessThan();

    [GeneratedRegex(@"^([^,;]{0,60}?)\btrở lên")]
    private static partial Regex Upward();

    [GeneratedRegex(@"^[^,;]{0,60}?\btrở xuống")]
    private static partial Regex Downward();

    // "hoàn thành tốt nhiệm vụ trở lên", "khá trở lên": the grade goes up, not the number.
    [GeneratedRegex(@"(?:nhiệm vụ|tốt|khá|giỏi|sao|#|mức \p{L}+)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Grade();

    [GeneratedRegex(@"\b(?:[Tt]ăng|[Gg]iảm)\b[^,;]*\b(?:còn|lên|xuống)\b[^,;]*$")]
    private static partial Regex Level();

    [GeneratedRegex(@"\b(?:[Tt]ăng trưởng|[Tt]ốc độ tăng|[Tt]ăng)(?![^,;]*\bđạt\b[^,;]*\btriệu)[^,;]*$")]
    private static partial Regex Grows();

    [GeneratedRegex(@"\b[Gg]iảm\b[^,;]*$")]
    private static partial Regex Falls();

    [GeneratedRegex(@"\bthêm(?:\s+mới)?\s*(?:từ|trên|ít nhất|được)?\s*$")]
    private static partial Regex Adds();
}
