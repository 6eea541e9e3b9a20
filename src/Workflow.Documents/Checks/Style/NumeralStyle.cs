using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Style;

/// <summary>"Đại hội … lần thứ 14" where congresses are counted in Roman numbers.</summary>
internal sealed partial class NumeralStyle : ICheck
{
    private static readonly string[] Roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

    public string Key => "style.numerals";

    public IEnumerable<Finding> Look(CheckedText text) => text.Passages.Any(passage => Counted().IsMatch(passage.Text))
        ? text.Matches(Arabic()).Select(pair => text.On("NUMERAL_STYLE", Severity.Info, pair.Passage, pair.Match, "Số thứ tự đại hội viết số La Mã như các chỗ còn lại.", $"lần thứ {Write(pair.Match.Groups["n"].Value)}"))
        : [];

    private static string Write(string number) => (number.Length > 1 ? string.Concat(Enumerable.Repeat("X", number[0] - '0')) : "") + Roman[number[^1] - '0'];

    [GeneratedRegex("lần thứ [IVX]+(?!\\p{L})")]
    private static partial Regex Counted();

    [GeneratedRegex(@"Đại hội (?:(?!lần thứ|Hội nghị)[^.;,\d]){0,50}lần thứ (?<n>[1-3]?[0-9])(?![\d/])")]
    private static partial Regex Arabic();
}
