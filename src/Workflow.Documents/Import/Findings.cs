using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Which body a document is of: by its title, else by its authority line.</summary>
internal static partial class BodyFinder
{
    public static BodyKind Kind(string titleTail, string authority) =>
        Folding.Fold(titleTail) is var tail && tail.Contains("ban thuong vu", StringComparison.Ordinal) ? BodyKind.StandingCommittee
        : tail.Contains("ban chap hanh", StringComparison.Ordinal) ? BodyKind.ExecutiveCommittee
        : Folding.Fold(authority).Contains("ban thuong vu", StringComparison.Ordinal) ? BodyKind.StandingCommittee
        : BodyKind.ExecutiveCommittee;

    public static string Name(BodyKind kind, DraftText text)
    {
        var level = text.Clauses.Select(clause => Level().Match(clause.Text)).Where(match => match.Success)
            .GroupBy(match => match.Groups[1].Value).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? "xã";
        return kind switch
        {
            BodyKind.ExecutiveCommittee => $"Ban Chấp hành Đảng bộ {level}",
            BodyKind.StandingCommittee => $"Ban Thường vụ Đảng ủy {level}",
            BodyKind.StandingBoard => $"Thường trực Đảng ủy {level}",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    [GeneratedRegex(@"Đảng (?:bộ|ủy|uỷ) (xã|phường|đặc khu)\b")]
    private static partial Regex Level();
}

/// <summary>Finds the conference that adopted the text, in the preamble or in the adoption sentence; never in a citation.</summary>
internal static partial class ConferenceFinder
{
    private static readonly string[] Words = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    public static ConferenceMention? Read(IReadOnlyList<Clause> clauses)
    {
        var adoption = clauses.LastOrDefault(clause => Adoption().IsMatch(clause.Text));
        var preamble = clauses.TakeWhile(clause => clause.Kind != ClauseKind.Heading).FirstOrDefault(clause => Held().IsMatch(clause.Text));
        if ((adoption ?? preamble)?.Text is not { } text)
        {
            return null;
        }

        var ordinal = Ordinal().Match(text).Groups[1].Value;
        int? number = int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : Array.IndexOf(Words, ordinal) is >= 0 and var index ? index + 1 : null;
        var date = Date().Match(adoption is null ? text : text[Math.Max(0, Adoption().Match(text).Index)..]);
        return new(number, Value(Term().Match(text)), Value(Years().Match(text)), date.Success ? HeaderZone.DateOf(date.Groups[1].Value, date.Groups[2].Value, date.Groups[3].Value) : null);
    }

    private static string? Value(Match match) => match.Success ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:được|đã)\s.{0,160}?thông qua (?:tại|ngày)")]
    private static partial Regex Adoption();

    [GeneratedRegex(@"Ban (?:Chấp hành|Thường vụ).{0,160}?(?:tổ chức|họp|tiến hành)\s+[Hh]ội nghị|[Hh]ội nghị lần thứ.{0,80}?Ban (?:Chấp hành|Thường vụ)")]
    private static partial Regex Held();

    [GeneratedRegex(@"[Hh]ội nghị\s+(?:\p{L}+\s+){0,6}?lần thứ\s+(\w+)")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"kh(?:óa|oá)\s+([IVXL]+)")]
    private static partial Regex Term();

    [GeneratedRegex(@"nhiệm kỳ\s+(\d{4}\s*[-–]\s*\d{4})")]
    private static partial Regex Years();

    [GeneratedRegex(@"[Nn]gày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4})")]
    private static partial Regex Date();
}
