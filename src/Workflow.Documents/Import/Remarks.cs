using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>What a careful reader would point out in a paragraph. Nothing is repaired: the office decides.</summary>
internal static partial class Remarks
{
    public static void On(Clause clause, int line, List<ImportNote> notes)
    {
        var text = clause.Text;
        var place = clause.Label is { Length: > 1 } label ? label : text.Length > 30 ? text[..30] + "…" : text;
        if (text.Length > 60 && !Ended().IsMatch(text))
        {
            notes.Add(new("NO_END", place, "Đoạn không có dấu kết thúc; có thể bị cắt mất chữ.") { Quote = text[^40..], Line = line });
        }

        if (Unclosed().Match(text) is { Success: true } bracket)
        {
            notes.Add(new("BRACKET", place, $"Có dấu ngoặc mở mà không đóng: “{bracket.Value}”.") { Quote = bracket.Value, Line = line });
        }

        if (Embedded().Match(text) is { Success: true } embedded)
        {
            notes.Add(new("HEADING_INSIDE", place, $"Có đề mục nằm giữa đoạn: “{embedded.Value}”.") { Quote = embedded.Value, Line = line });
        }

        foreach (Match lost in LostGlyph().Matches(text))
        {
            notes.Add(new("LOST_LETTER", place, $"Chữ có thể bị mất nguyên âm: “{lost.Value.Trim()}”.") { Quote = lost.Value.Trim(), Line = line });
        }
    }

    [GeneratedRegex(@"[.;:,!?…”""]$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"\(\d{1,2}\s+\p{Lu}\p{L}*")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"(?<=[%\d.]\s)\d{1,2}\. Về [^()]{3,60}?(?=\s\()")]
    private static partial Regex Embedded();

    // A Vietnamese syllable has a vowel; what has none lost a letter on the way. Units (kg, km, m) follow a number.
    [GeneratedRegex(@"(?<=\p{L}\s)(?:ph|th|tr|ch|nh|kh|ngh|ng|gh|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x)(?:ng|nh|n|m|c|p|t)?\s(?=[\p{L}\d])(?:ng\s|nh\s|n\s|c\s)?")]
    private static partial Regex LostGlyph();
}
