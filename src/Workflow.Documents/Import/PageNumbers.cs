using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>
/// Finds numbers of pages that ran into a sentence ("quy mô 5 trường lớp"). One number in lower case says nothing; two that count on
/// and stand a page apart do, unless a unit of time or measure follows ("định kỳ 6 tháng").
/// </summary>
internal static partial class PageNumbers
{
    private const int FewestLines = 25;
    private const int MostLines = 70;

    public static IReadOnlyList<ImportNote> Find(IReadOnlyList<SourceBlock> lines)
    {
        var found = new List<(int Number, int Line, string Words)>();
        for (var index = 0; index < lines.Count; index++)
        {
            var text = lines[index].Line + (index + 1 < lines.Count && !lines[index + 1].AfterBlank ? " " + lines[index + 1].Line.Split(' ', 2)[0] : "");
            found.AddRange(Lone().Matches(text).Select(match => (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), index, match.Value)));
        }

        var places = found.Select(one => (one.Number, one.Line)).ToHashSet();
        return [.. found.Where(one => Enumerable.Range(FewestLines, MostLines - FewestLines + 1).Any(lines => places.Contains((one.Number + 1, one.Line + lines)) || places.Contains((one.Number - 1, one.Line - lines))))
            .Select(one => new ImportNote("PAGE_NUMBER", lines[one.Line].Place, $"Số {one.Number} trong “{one.Words}” có thể là số trang lẫn vào câu.") { Quote = one.Words, Line = lines[one.Line].Number })];
    }

    [GeneratedRegex(@"(?<=\s|^)\p{Ll}+ ([1-9]\d{0,2}) (?!(?:năm|tháng|ngày|tuần|quý|giờ|phút|lần|tuổi|đồng|nghìn|ngàn|triệu|tỷ|tỉ|ha|km|m|kg|tấn|tạ|con|cấp|kỳ|buổi|suất|lượt|đợt|vụ|điểm|phần|bên|trong|đến|và|so)\b)\p{Ll}+(?=[\s.,;]|$)")]
    private static partial Regex Lone();
}
