using System.Text.RegularExpressions;

namespace Workflow.Documents.Publishing;

/// <summary>Names of people: after "ông", "bà", "đồng chí" …, or a family name with at least two more syllables. Streets, schools and provinces that bear such names are none.</summary>
internal static partial class PersonNames
{
    private static readonly HashSet<string> Families = new(
        ("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Mai Trịnh Trương Cao Phùng Hà Tô Tạ Châu Chu Lương Lò Lường Quàng Cầm Giàng Sùng Vàng Vừ Hạng Thào Mùa Lầu Ma Nông Hứa Triệu Bàn "
        + "Đàm La Lục Mã Quách Thái Thạch Kim Sơn Danh Ksor Siu Rơ Nay Chamaléa Katơr Kator Pinăng Pi Chế Từ Văn Vương Tống Tăng Thân Kiều Khuất Nghiêm Ninh Cù Doãn Diệp Âu Vi Lang Hờ Lỳ Pờ Chẩu Lưu Phó Giáp Hán Lại Mạc Ngọ Nhữ Phí Thiều Tiêu Ung Bế Hoàng Tòng Điêu Lèo Cà Vì Bạc Hà Đèo").Split(' '), StringComparer.OrdinalIgnoreCase);

    // "quảng trường " and the like.
    private const int LongestThing = 20;

    // Provinces, and the name that stands for a city and a body of thought.
    private static readonly HashSet<string> Places = new(["Hồ Chí Minh", "Hà Nội", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Cao Bằng", "Lâm Đồng", "Thái Nguyên", "Thái Bình", "Lai Châu", "Sơn La", "Bà Rịa", "Cô Tô", "Việt Nam", "Kim Bôi", "Mai Châu", "Mai Sơn", "Lê Nin", "Võ Nhai", "Từ Liêm"], StringComparer.OrdinalIgnoreCase);

    // "Đồng chí Bí thư" speaks of an office.
    private static readonly HashSet<string> Offices = new(["Bí", "Phó", "Chủ", "Chánh", "Trưởng", "Ủy", "Uỷ", "Giám", "Thường", "Tổng", "Đảng", "Ban", "Hội", "Thủ", "Bộ", "Thành", "Đội", "Nhân", "Cán", "Tỉnh", "Chi", "Văn", "Công"], StringComparer.Ordinal);

    public static IEnumerable<(int Start, int Length)> In(string text)
    {
        var isShouted = text.Any(char.IsLetter) && !text.Any(char.IsLower);
        foreach (Match match in Titled().Matches(text))
        {
            var name = match.Groups["name"];
            if (!Places.Contains(match.Value) && !Places.Any(place => name.Value.StartsWith(place, StringComparison.OrdinalIgnoreCase)) && !Offices.Contains(name.Value.Split(' ')[0]))
            {
                yield return (name.Index, name.Length);
            }
        }

        foreach (Match match in Full().Matches(text))
        {
            var syllables = match.Value.Split(' ');

            // A sentence or a title may begin with a capital before the family name: "Bà Nguyễn Văn An", "Xã Lê Lợi".
            var at = Array.FindIndex(syllables, Families.Contains);
            if (at < 0 || syllables.Length - at < 3 || (isShouted && !string.Equals(syllables[at + 1], "Văn", StringComparison.OrdinalIgnoreCase) && !string.Equals(syllables[at + 1], "Thị", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var start = match.Index + syllables.Take(at).Sum(syllable => syllable.Length + 1);
            var name = text[start..(match.Index + match.Length)];
            if (!Places.Any(place => name.StartsWith(place, StringComparison.OrdinalIgnoreCase)) && !NamesThing().IsMatch(text[Math.Max(0, start - LongestThing)..start]))
            {
                yield return (start, name.Length);
            }
        }
    }

    [GeneratedRegex(@"(?<!\p{L})(?:[Ôô]ng|ÔNG|[Bb]à|BÀ|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Cc]háu|[Cc]ụ|[Đđ]ồng chí|ĐỒNG CHÍ|[Đđ]/c|[Cc]ông dân|[Tt]hầy) (?<name>\p{Lu}(?:\. ?\p{Lu}(?!\p{L})){1,4}|\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){0,4})(?!\p{L})")]
    private static partial Regex Titled();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){2,5}")]
    private static partial Regex Full();

    [GeneratedRegex(@"(?:đường|phố|trường|THCS|THPT|tiểu học|mầm non|học viện|chợ|cầu|quỹ|giải thưởng|thôn|xóm|ấp|xã|phường|thị trấn|huyện|tỉnh|quảng trường|công viên|tư tưởng|bệnh viện|nhà máy|cảng|sân vận động)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex NamesThing();
}
