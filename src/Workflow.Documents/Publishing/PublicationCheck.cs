using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Documents.Layout;
using Workflow.Domain.Issuing;
using Workflow.Domain.Texts;

namespace Workflow.Documents.Publishing;

/// <summary>
/// Looks through a text that shall be for everybody: marks of secrecy and circulation, data of one person, names where complaints or discipline are spoken of (DOMAIN §1.13, §1.14; QĐ 379 principle 1).
/// It finds what has a form; what only a reader understands it cannot find, and the page says so.
/// </summary>
public static partial class PublicationCheck
{
    /// <summary>More than these nobody answers one by one: such a text is a list of people.</summary>
    public const int Most = 100;

    private const int Around = 40;

    /// <summary>Everything found, in the order of the text; one more than <see cref="Most"/> at most.</summary>
    /// <param name="text">The text that was signed.</param>
    /// <param name="marks">Marks that the paper bears beside its text.</param>
    public static IReadOnlyList<PublicationFinding> Of(DraftText text, PaperMarks? marks = null)
    {
        var found = new List<PublicationFinding>();
        foreach (var (matter, mark) in new[] { (PublicationMatter.Secrecy, marks?.Secrecy), (PublicationMatter.Circulation, marks?.Circulation) })
        {
            if (!string.IsNullOrWhiteSpace(mark))
            {
                found.Add(new(matter, null, "Dấu đóng trên văn bản", "", PublicPassages.Clean(mark), "", matter == PublicationMatter.Secrecy));
            }
        }

        found.AddRange(PublicPassages.Of(text).SelectMany(In).Take(Most + 1 - found.Count));
        return found;
    }

    /// <summary>Hash of what was found: an answer to other findings is no answer.</summary>
    public static string Hash(IEnumerable<PublicationFinding> findings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', findings.Select(one => $"{one.Matter}|{one.ClauseId}|{one.Place}|{one.Before}|{one.Words}|{one.After}")))));

    private static IEnumerable<PublicationFinding> In(PublicPassage passage)
    {
        var text = passage.Text;
        if (passage.MayBeMark && SecrecyMark().IsMatch(text))
        {
            yield return On(passage, PublicationMatter.Secrecy, 0, text.Length, isBar: true);
            yield break;
        }

        foreach (Match match in SecrecyDegree().Matches(text))
        {
            yield return On(passage, PublicationMatter.Secrecy, match.Index, match.Length, isBar: true);
        }

        foreach (Match match in SecretPaper().Matches(text))
        {
            yield return On(passage, PublicationMatter.Secrecy, match.Index, match.Length);
        }

        foreach (Match match in Circulation().Matches(text).Concat(passage.MayBeMark ? CirculationLine().Matches(text) : Enumerable.Empty<Match>()))
        {
            yield return On(passage, PublicationMatter.Circulation, match.Index, match.Length);
        }

        foreach (var (matter, start, length) in PersonalData.In(passage).OrderBy(found => found.Start))
        {
            yield return On(passage, matter, start, length);
        }

        var about = $"{passage.Heading} / {text} / {passage.Near}";
        if ((Petition().IsMatch(about) ? PublicationMatter.Petitioner : Discipline().IsMatch(about) ? PublicationMatter.Disciplined : (PublicationMatter?)null) is { } context)
        {
            foreach (var (start, length) in PersonNames.In(text).OrderBy(name => name.Start).ThenByDescending(name => name.Length).Aggregate(new List<(int Start, int Length)>(), Apart))
            {
                yield return On(passage, context, start, length);
            }
        }
    }

    // A name with its title and the same name without it are one.
    private static List<(int Start, int Length)> Apart(List<(int Start, int Length)> names, (int Start, int Length) name)
    {
        if (names.Count == 0 || name.Start >= names[^1].Start + names[^1].Length)
        {
            names.Add(name);
        }

        return names;
    }

    private static PublicationFinding On(PublicPassage passage, PublicationMatter matter, int start, int length, bool isBar = false)
    {
        var (text, end) = (passage.Text, start + length);
        var from = start <= Around ? 0 : text.IndexOf(' ', start - Around) is var space && space >= 0 && space < start ? space + 1 : start;
        var to = text.Length - end <= Around ? text.Length : text.LastIndexOf(' ', end + Around) is var last && last > end ? last : end;
        return new(matter, passage.ClauseId, passage.Place, (from > 0 ? "…" : "") + text[from..start], text[start..end], text[end..to] + (to < text.Length ? "…" : ""), isBar);
    }

    // The mark stands by itself; "mật" inside a sentence may be honey.
    [GeneratedRegex(@"^[\s(\[*-]*(?:TUYỆT |TỐI |Tuyệt |Tối )?(?:MẬT|Mật|mật)[\s)\].*-]*$")]
    private static partial Regex SecrecyMark();

    [GeneratedRegex(@"(?:độ mật|mức độ mật)\s*:?\s*(?:tuyệt |tối )?mật|\((?:tuyệt |tối )?mật\)", RegexOptions.IgnoreCase)]
    private static partial Regex SecrecyDegree();

    [GeneratedRegex(@"(?<!\p{L})(?:văn bản|công văn|tài liệu|báo cáo|kế hoạch|nghị quyết|kết luận|thông báo|quyết định|tờ trình|hồ sơ) (?:đóng dấu |có độ |độ )?(?:tuyệt |tối )?mật(?!\p{L}| độ| khẩu| ong| thiết)", RegexOptions.IgnoreCase)]
    private static partial Regex SecretPaper();

    [GeneratedRegex(@"(?:chỉ )?(?:lưu hành|phổ biến|sử dụng|thông tin) nội bộ|tài liệu nội bộ|không (?:được )?(?:phổ biến|đăng tải|sao chụp|phát tán)(?! kịp thời)|xong hội nghị trả lại|xem xong trả lại|tài liệu thu hồi", RegexOptions.IgnoreCase)]
    private static partial Regex Circulation();

    [GeneratedRegex(@"^[\s(\[*-]*tài liệu hội nghị[\s)\].*-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex CirculationLine();

    [GeneratedRegex(@"đơn thư|thư nặc danh|đơn nặc danh|(?<!\p{L})đơn (?:của|khiếu nại|tố cáo|kiến nghị|phản ánh|đề nghị|xin|trình bày|kêu cứu|tố giác)|khiếu nại|tố cáo|khiếu kiện|tố giác|tiếp công dân|(?:phản ánh|kiến nghị) của (?:công dân|ông|bà|hộ)", RegexOptions.IgnoreCase)]
    private static partial Regex Petition();

    [GeneratedRegex(@"(?:xử lý|thi hành|hình thức|bị) kỷ luật|khai trừ|khiển trách|(?<!\p{L})cảnh cáo|cách chức|đình chỉ sinh hoạt|vi phạm của (?:đồng chí|ông|bà|đảng viên)|dấu hiệu vi phạm", RegexOptions.IgnoreCase)]
    private static partial Regex Discipline();
}
