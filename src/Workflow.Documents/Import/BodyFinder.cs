using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Import;

/// <summary>Which body a document is of: by its title, else by who decides in the preamble or adopted it, else by its authority line.</summary>
internal static partial class BodyFinder
{
    public static BodyKind Kind(string titleTail, IReadOnlyList<Clause> clauses, string authority) =>
        Named(titleTail) ?? Deciding(clauses) ?? Named(authority) ?? BodyKind.ExecutiveCommittee;

    /// <summary>"Ban Chấp hành Đảng bộ xã"; an office that has a header of its own goes by that.</summary>
    public static string Name(BodyKind kind, IReadOnlyList<Clause> clauses, HeaderZone header, string titleTail)
    {
        var level = (Level().Match($"{header.Organization} / {header.Superior} / {titleTail}") is { Success: true } named ? named.Groups[1].Value.ToLowerInvariant() : null)
            ?? clauses.SelectMany(clause => Level().Matches(clause.Text)).Select(match => match.Groups[1].Value.ToLowerInvariant())
            .GroupBy(word => word).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? "xã";
        return Office(header.Organization) is { } office ? $"{office} Đảng ủy {level}" : kind switch
        {
            BodyKind.ExecutiveCommittee => $"Ban Chấp hành Đảng bộ {level}",
            BodyKind.StandingCommittee => $"Ban Thường vụ Đảng ủy {level}",
            BodyKind.StandingBoard => $"Thường trực Đảng ủy {level}",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>The office that a header names below the committee ("VĂN PHÒNG", "ỦY BAN KIỂM TRA"), or null.</summary>
    public static string? Office(string? organization) => Folding.Fold(organization ?? "") switch
    {
        var name when name.StartsWith("van phong", StringComparison.Ordinal) => "Văn phòng",
        var name when name.StartsWith("uy ban kiem tra", StringComparison.Ordinal) => "Ủy ban Kiểm tra",
        var name when name.StartsWith("ban xay dung dang", StringComparison.Ordinal) => "Ban Xây dựng Đảng",
        var name when name.StartsWith("ban to chuc", StringComparison.Ordinal) => "Ban Tổ chức",
        var name when name.StartsWith("ban tuyen giao", StringComparison.Ordinal) => "Ban Tuyên giáo và Dân vận",
        var name when name.StartsWith("ban chi dao", StringComparison.Ordinal) => "Ban Chỉ đạo",
        _ => null,
    };

    private static BodyKind? Deciding(IReadOnlyList<Clause> clauses)
    {
        var texts = clauses.TakeWhile(clause => clause.Kind != ClauseKind.Heading).Concat(clauses.TakeLast(3)).Select(clause => clause.Text);
        return texts.Select(text => Decides().Match(text)).Where(match => match.Success).Select(match => Named(match.Groups["body"].Value)).FirstOrDefault(kind => kind is not null);
    }

    private static BodyKind? Named(string text) => Folding.Fold(text) switch
    {
        var words when words.Contains("ban thuong vu", StringComparison.Ordinal) || words == "btv" => BodyKind.StandingCommittee,
        var words when words.Contains("ban chap hanh", StringComparison.Ordinal) || words == "bch" => BodyKind.ExecutiveCommittee,
        var words when words.StartsWith("t m thuong truc", StringComparison.Ordinal) || words.StartsWith("cua thuong truc", StringComparison.Ordinal) => BodyKind.StandingBoard,
        var words when words.Contains("dang uy", StringComparison.Ordinal) && words.StartsWith("t m ", StringComparison.Ordinal) => BodyKind.ExecutiveCommittee,
        _ => null,
    };

    [GeneratedRegex(@"Đảng (?:bộ|ủy|uỷ) (xã|phường|đặc khu|thị trấn)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Level();

    // The body named last before the word that decides, or the one that a text was adopted by.
    [GeneratedRegex(@"(?<body>Ban Chấp hành|Ban Thường vụ|BCH|BTV)(?!\s+Trung ương|\s+(?:Tỉnh|Thành|Huyện))(?:(?!Ban Chấp hành|Ban Thường vụ)[^.;:]){0,120}?\s(?:quyết nghị|thống nhất (?:đánh giá|ban hành|quyết nghị|thông qua|nội dung)|quyết định (?:ban hành|như sau)|ban hành (?:Nghị quyết|Kết luận|Chỉ thị|Chương trình|Kế hoạch)|kết luận như sau|báo cáo (?:kết quả|tình hình|như sau)|thông qua (?:tại|ngày))")]
    private static partial Regex Decides();
}
