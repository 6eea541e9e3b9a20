using System.Text;
using System.Text.RegularExpressions;
using Workflow.Domain.Texts;

namespace Workflow.Domain.Drafts;

/// <summary>
/// What is only form (DOMAIN §1.6), judged on the safe side: every figure and sign of reckoning stays; no word comes or goes; words that count,
/// forbid, oblige or compare, names, and letters of points stay; at most one syllable is spelled otherwise and three bear other marks.
/// Whatever is more goes back to the conference.
/// </summary>
public static partial class TechnicalRule
{
    private const string Otherwise = " Sửa kỹ thuật chỉ gồm chính tả của một chữ, dấu câu, chữ hoa, dấu sau nhãn, dòng thẩm quyền; số liệu và câu chữ giữ nguyên. Nội dung phải trình lại hội nghị.";
    private const int MostMarks = 3;

    // With other marks or one other letter these would say something else: "ba" and "bà", "không" and "khống", "tăng" and "tầng".
    private static readonly HashSet<string> LockedWords = new(StringComparer.Ordinal)
    {
        "không", "chưa", "chẳng", "cấm", "trừ", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "tám", "chín", "mười", "mươi", "linh", "lẻ", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ",
        "nửa", "rưỡi", "đồng", "ngày", "tháng", "quý", "tuần", "giờ", "phút", "ha", "tấn", "tạ", "kg", "km", "mét", "phần", "lần", "phải", "được", "nên", "cần", "thể", "hoặc", "và", "hay", "trên", "dưới", "trước", "sau",
        "đến", "từ", "ít", "nhiều", "nhất", "tối", "đa", "thiểu", "hơn", "kém", "tăng", "giảm", "bằng", "đạt", "vượt", "mọi", "mỗi", "từng", "cả", "toàn", "chỉ", "nếu", "khi", "đầu", "cuối", "giữa", "nam", "nữ", "đông", "tây", "bắc",
    };

    // Bodies that bear duties; the organization's own are given beside them.
    private static readonly string[] Bodies =
    [
        "hội đồng nhân dân", "ủy ban nhân dân", "ủy ban kiểm tra", "mặt trận tổ quốc", "hội nông dân", "hội phụ nữ", "hội liên hiệp phụ nữ", "hội cựu chiến binh", "đoàn thanh niên", "công đoàn", "công an", "quân sự",
        "ban chấp hành", "ban thường vụ", "thường trực", "đảng ủy", "chi bộ", "đảng bộ", "văn phòng", "ban tổ chức", "ban tuyên giáo", "ban dân vận", "ban xây dựng đảng", "trung tâm", "trạm y tế", "bí thư", "chủ tịch",
    ];

    /// <summary>Null when going from <paramref name="before"/> to <paramref name="after"/>, whole parts, is a technical correction.</summary>
    public static Refusal? Check(CorrectionPart part, CorrectionKind kind, string before, string after, IReadOnlyCollection<string> lockedNames)
    {
        (before, after) = (before.Normalize(), after.Normalize());
        if (before == after)
        {
            return new("correction.same", "Câu chữ thay vào giống câu chữ đang có nên chưa có gì để sửa.");
        }

        if (part == CorrectionPart.Authority)
        {
            return kind == CorrectionKind.Layout ? null : new("correction.kind", "Dòng thẩm quyền là thể thức. Đồng chí chọn loại “thể thức”.");
        }

        if (!Figure().Matches(before).Select(one => one.Value).SequenceEqual(Figure().Matches(after).Select(one => one.Value), StringComparer.Ordinal))
        {
            return new("correction.figures", "Chỗ sửa làm thay đổi số, ngày, tiền hoặc tỷ lệ." + Otherwise);
        }

        var (was, now) = (Syllables(before), Syllables(after));
        if (was.Count != now.Count)
        {
            return new("correction.words", $"Chỗ sửa làm {(was.Count < now.Count ? "thêm" : "mất")} chữ." + Otherwise);
        }

        if (part == CorrectionPart.Label && !was.SequenceEqual(now, StringComparer.Ordinal))
        {
            return new("correction.label", "Nhãn của đoạn chỉ sửa được dấu đứng sau." + Otherwise);
        }

        if (kind == CorrectionKind.Punctuation && !was.SequenceEqual(now, StringComparer.Ordinal))
        {
            return new("correction.kind", "Chỗ sửa đổi cả chữ, không chỉ dấu câu. Đồng chí chọn loại “chính tả”, “thể thức” hoặc “viện dẫn”.");
        }

        var (letters, marks) = (0, 0);
        for (var index = 0; index < was.Count; index++)
        {
            var (old, young) = (was[index], now[index]);
            if (Bare(old) == Bare(young))
            {
                continue;
            }

            if (IsLocked(old) || IsLocked(young))
            {
                return new("correction.locked-word", $"“{old}” thành “{young}” làm thay đổi nội dung (chữ chỉ số lượng, mức độ, yêu cầu, tên riêng hoặc điểm, khoản)." + Otherwise);
            }

            var (from, to) = (Folding.Fold(old), Folding.Fold(young));
            if (from == to)
            {
                marks++;
            }
            else if (Distance(from, to) is var distance && (distance > (Math.Min(from.Length, to.Length) >= 5 ? 2 : 1) || distance >= Math.Max(from.Length, to.Length)))
            {
                return new("correction.other-word", $"“{young}” là chữ khác, không phải “{old}” viết cho đúng." + Otherwise);
            }
            else
            {
                letters++;
            }
        }

        if (letters > 1 || marks > MostMarks)
        {
            return new("correction.too-much", "Chỗ sửa đổi nhiều chữ một lúc. Đồng chí đề nghị từng chữ một." + Otherwise);
        }

        return Bodies.Concat(lockedNames).FirstOrDefault(name => Times(was, name) != Times(now, name)) is { } touched
            ? new("correction.name", $"Chỗ sửa đụng đến tên cơ quan, đơn vị “{touched}”." + Otherwise)
            : null;
    }

    // Capitals stand in names; one letter names a point ("điểm d", "điểm đ"); Roman figures count.
    private static bool IsLocked(string syllable) =>
        syllable.Length == 1 || char.IsUpper(syllable[0]) || LockedWords.Contains(Toned(syllable)) || Roman().IsMatch(syllable);

    private static List<string> Syllables(string text) => [.. Syllable().Matches(text).Select(one => one.Value)];

    private static readonly Dictionary<string, string> Placed = LockedWords.ToDictionary(Bare, word => word, StringComparer.Ordinal);

    private static string Toned(string syllable) => Placed.GetValueOrDefault(Bare(syllable), syllable.ToLowerInvariant());

    // Case and the place of the tone ("hoà", "hòa") say nothing: letters first, then marks.
    private static string Bare(string syllable)
    {
        var parts = syllable.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return new([.. parts.Where(letter => !IsTone(letter)), .. parts.Where(IsTone)]);
    }

    private static bool IsTone(char letter) => letter is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    private static int Times(List<string> syllables, string name)
    {
        var text = $" {string.Join(' ', syllables.Select(Bare))} ";
        var wanted = $" {string.Join(' ', Syllables(name.Normalize()).Select(Bare))} ";
        return wanted.Length <= 2 ? 0 : Enumerable.Range(0, text.Length).Count(at => text.AsSpan(at).StartsWith(wanted, StringComparison.Ordinal));
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    [GeneratedRegex(@"[-−–]?\d+(?:[.,/:\-–]\d+)*|[%‰<>≥≤=±+×/$°²³½¼¾]")]
    private static partial Regex Figure();

    [GeneratedRegex(@"[\p{L}\p{M}]+|\d+")]
    private static partial Regex Syllable();

    [GeneratedRegex("^[ivxlcdm]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Roman();
}
