using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Names;

/// <summary>A body whose capitals change: "Trung tâm Phục vụ hành chính công" and "Trung tâm phục vụ Hành chính công".</summary>
internal sealed partial class BodyNames : ICheck
{
    private static readonly string[] Fixed = ["Ban Chấp hành", "Ban Thường vụ", "Ủy ban Kiểm tra", "Ủy ban nhân dân", "Hội đồng nhân dân"];

    public string Key => "names.bodies";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        foreach (var wrong in text.Matches(Central()).Where(pair => !Fixed.Contains(pair.Match.Value)).GroupBy(pair => pair.Match.Value))
        {
            var right = Fixed.First(name => name.Equals(wrong.Key, StringComparison.OrdinalIgnoreCase));
            if (text.Passages.Any(passage => passage.Text.Contains(right, StringComparison.Ordinal)))
            {
                yield return text.On("CAPITALISATION", Severity.Info, wrong.First().Passage, wrong.First().Match, "Tên cơ quan viết hoa khác các chỗ còn lại.", right);
            }
        }

        foreach (var (passage, match) in text.Matches(Lower()))
        {
            yield return text.On("NAME_INCONSISTENT", Severity.Warning, passage, match, "Tên cơ quan viết thiếu chữ hoa.", "Ban Xây dựng Đảng");
        }

        var whole = text.Matches(Centre()).ToList();
        if (whole.Exists(pair => pair.Match.Groups["serves"].Success) && whole.Find(pair => !pair.Match.Groups["serves"].Success) is { Match: { } part } one)
        {
            yield return text.On("NAME_INCONSISTENT", Severity.Info, one.Passage, part, "Một cơ quan được gọi bằng hai tên.", "Trung tâm Phục vụ hành chính công");
        }

        foreach (var (passage, match) in text.Matches(Defence()))
        {
            yield return text.On("CAPITALISATION", Severity.Info, passage, match, "Danh từ chung viết hoa.", "quốc phòng, an ninh");
        }

        foreach (var body in text.Matches(Name()).GroupBy(pair => pair.Match.Value.ToLowerInvariant()).Where(group => group.Select(pair => pair.Match.Value).Distinct().Count() > 1))
        {
            var spellings = body.GroupBy(pair => pair.Match.Value).OrderByDescending(group => group.Count()).ToList();
            yield return text.On("NAME_INCONSISTENT", Severity.Info, spellings[^1].First().Passage, spellings[^1].First().Match, $"Tên cơ quan viết hoa nhiều cách: {string.Join(", ", spellings.Select(one => $"“{one.Key}”"))}.", spellings[0].Key);
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(?:[Bb]an [Cc]hấp hành|[Bb]an [Tt]hường vụ|[Ủủ]y ban [Kk]iểm tra)(?!\p{L})")]
    private static partial Regex Central();

    [GeneratedRegex(@"(?<!\p{L})Ban xây dựng Đảng")]
    private static partial Regex Lower();

    [GeneratedRegex(@"(?<!\p{L})Trung tâm (?<serves>[Pp]hục vụ )?[Hh]ành chính công")]
    private static partial Regex Centre();

    [GeneratedRegex(@"(?<=\p{Ll} )(?<!Ban |và )Quốc phòng,? An ninh")]
    private static partial Regex Defence();

    [GeneratedRegex(@"(?<!\p{L})Trung tâm \p{L}+ \p{L}+ \p{L}+ \p{L}+ \p{L}+(?!\p{L})|(?<!\p{L})Ban [Tt]uyên giáo(?: và [Dd]ân vận)?|(?<!\p{L})Văn phòng [Đđ]ảng ủy|(?<!\p{L})Hội [Cc]ựu chiến binh|(?<!\p{L})Mặt trận [Tt]ổ quốc")]
    private static partial Regex Name();
}
