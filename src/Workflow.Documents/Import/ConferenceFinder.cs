using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Finds the conference that adopted the text, in the preamble or in the adoption sentence; never in a citation.</summary>
internal static partial class ConferenceFinder
{
    private const int LastWords = 5;

    private static readonly string[] Units = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    public static ConferenceMention? Read(IReadOnlyList<Clause> clauses)
    {
        var adoption = clauses.TakeLast(LastWords).LastOrDefault(clause => Adoption().IsMatch(clause.Text));
        var preamble = clauses.TakeWhile(clause => clause.Kind != ClauseKind.Heading).FirstOrDefault(clause => Held().IsMatch(clause.Text));
        if ((adoption ?? preamble)?.Text is not { } text)
        {
            return null;
        }

        var from = adoption is null ? 0 : Adoption().Match(text).Index;
        return new(
            Number(Ordinal().Match(text).Groups[1].Value) ?? Number(preamble is null ? "" : Ordinal().Match(preamble.Text).Groups[1].Value),
            Value(Term().Match(text)),
            Value(Years().Match(text)),
            DateIn(text[from..]) ?? (preamble is null ? null : DateIn(preamble.Text)));
    }

    // A date right behind a document's number belongs to that document.
    private static DateOnly? DateIn(string text) => Date().Matches(text).Where(match => !Cited().IsMatch(text[Math.Max(0, match.Index - 60)..match.Index]))
        .Select(match => HeaderZone.DateOf(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)).FirstOrDefault(date => date is not null);

    // "4", "IV", "tư", "mười hai", "hai mươi mốt".
    private static int? Number(string ordinal)
    {
        if (int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (Labels.Read(ordinal + ". X") is { Style: LabelStyle.Roman } roman)
        {
            return roman.Path[0];
        }

        var words = ordinal.Replace("mốt", "nhất", StringComparison.Ordinal).Replace("một", "nhất", StringComparison.Ordinal).Replace("lăm", "năm", StringComparison.Ordinal).Replace("bốn", "tư", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int Unit(int index) => index < words.Length ? Array.IndexOf(Units, words[index]) + 1 : 0;
        return words switch
        {
            [] => null,
            ["mười", ..] => 10 + (Unit(1) is > 0 and < 10 and var unit ? unit : 0),
            [_, "mươi", ..] when Unit(0) > 0 => (10 * Unit(0)) + (Unit(2) is > 0 and < 10 and var rest ? rest : 0),
            _ => Unit(0) is > 0 and var one ? one : null,
        };
    }

    private static string? Value(Match match) => match.Success ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:được|đã)\s.{0,160}?(?:thông qua|biểu quyết thông qua) (?:tại|ngày)")]
    private static partial Regex Adoption();

    [GeneratedRegex(@"(?:Ban (?:Chấp hành|Thường vụ)|BCH|BTV)(?! Trung ương).{0,160}?(?:tổ chức|họp|tiến hành)\s+(?:[Hh]ội nghị|[Pp]hiên)|[Hh]ội nghị (?:lần thứ.{0,80}?)?(?:Ban (?:Chấp hành|Thường vụ)|BCH|BTV)(?! Trung ương).{0,160}?(?:lần thứ|quyết nghị|thống nhất|ngày \d)")]
    private static partial Regex Held();

    [GeneratedRegex(@"(?:[Hh]ội nghị|[Pp]hiên họp)\s+(?:(?!Trung ương)[\p{L}()]+,?\s+){0,10}?(?:lần )?thứ\s+(\d{1,3}|[IVXL]+\b|(?:hai|ba|bốn|năm) mươi(?: \p{L}+)?|mười(?: (?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín)\b)?|\p{L}+)")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"kh(?:óa|oá)\s+([IVXL]+)\b")]
    private static partial Regex Term();

    [GeneratedRegex(@"nhiệm kỳ\s+(\d{4}\s*[-–]\s*\d{4})")]
    private static partial Regex Years();

    [GeneratedRegex(@"[Nn]gày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4})")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?:số\s+\S+|\d-[\p{Lu}]\S*/\S+)\s*,?\s*$")]
    private static partial Regex Cited();
}
