using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>
/// Takes the two columns of a header apart. A converter leaves them side by side with a wide gap, run together with one space, or line
/// by line in turns; what each piece is follows from its own words.
/// </summary>
internal static partial class HeaderPieces
{
    // A line of a header is short; what is longer is text, and not worth looking through.
    private const int LongestLine = 1_000;

    public static IEnumerable<string> Of(SourceBlock block) =>
        block.Runs.Sum(run => run.Text.Length) > LongestLine ? [block.Line] : Short(block);

    private static IEnumerable<string> Short(SourceBlock block) =>
        (block.Cells?.SelectMany(row => row.SelectMany(cell => cell)) ?? [block.Text]).Where(text => text.Length <= LongestLine)
            .SelectMany(text => Gap().Split(Blank().Replace(text, " ")))
            .SelectMany(Apart)
            .Select(piece => Spaces().Replace(piece, " ").Trim(' ', '|')).Where(piece => piece.Length > 0);

    // What is about something may name other documents: it is never taken apart.
    private static string[] Apart(string text) => About().IsMatch(text) ? [text] : Beside().Replace(text, "\n$0\n").Split('\n');

    // Room left for a day, a month or a number is no gap between columns.
    [GeneratedRegex(@"(?<=\b[Nn]gày|\b[Tt]háng|\b[Nn]ăm|\bSố|\bSố\s?:)[ \u00A0\t]{2,}(?=[Tt]háng\b|[Nn]ăm\b|[-–/]|$)")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\s{3,}|[\t\n]|\s\|\s")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^\s*(?:V/v|Về|\(|Căn cứ|Thực hiện|Theo|Kính gửi)", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    // The Party's name; a number behind capitals; a place (words with one capital each) and a date behind capitals, a star or a number.
    [GeneratedRegex(@"ĐẢNG CỘNG SẢN VIỆT NAM"
        + @"|(?<=^\s*|[\p{Lu}*]\s+)S(?:ố|Ố)\s*:?[\s.…_]*\d{0,5}[\s.…_]*[-–]\s*[A-ZĐ][A-Za-zĐđi]{0,4}\s*/\s*[A-ZĐ]{2,12}(?![\p{L}])"
        + @"|(?<=^\s*|[\p{Lu}*/_-]\s*)(?<![\p{L}])(?:(?:[Xx]ã|[Pp]hường|[Tt]hị (?:trấn|xã)|[Tt]hành phố|TP\.?)\s+)?\p{Lu}[\p{Ll}'’]*(?:(?:\s+[-–]\s+|\s+|-)(?:\p{Lu}[\p{Ll}'’]*|\d{1,2}(?=,))){0,5}(?:\s*,\s*|\s+)[Nn]gày[\s.…_\d]*(?:tháng|/|-)[\s.…_\d]*(?:năm|/|-)[\s.…_]*\d{0,4}")]
    private static partial Regex Beside();
}
