namespace Workflow.Documents.Checks.Names;

/// <summary>
/// A word that is spelled with the marks or a letter of another one: known companions of official Vietnamese ("tồn đọng", "khen thưởng") written
/// with other marks, and a word that stands among the same neighbours elsewhere in the text with one letter more.
/// </summary>
internal sealed class WrongWords : ICheck
{
    // Compounds of official writing whose look-alikes are no compounds themselves.
    private static readonly Dictionary<string, string> Compounds = (
        "tồn đọng|khen thưởng|triển khai|thực hiện|tổ chức|lãnh đạo|chỉ đạo|kiểm tra|giám sát|quán triệt|tuyên truyền|nghị quyết|quyết định|kế hoạch|chương trình|nhiệm vụ|giải pháp|chỉ tiêu|" +
        "mục tiêu|phát triển|kinh tế|xã hội|quốc phòng|an ninh|trật tự|cải cách|hành chính|chuyển đổi|nông nghiệp|nông thôn|công nghiệp|dịch vụ|thương mại|ngân sách|đầu tư|xây dựng|quy hoạch|" +
        "môi trường|giáo dục|đào tạo|y tế|văn hóa|thể thao|du lịch|đảng viên|chi bộ|đảng bộ|cấp ủy|ủy viên|bí thư|thường vụ|thường trực|chấp hành|hội nghị|đại hội|đại biểu|nhiệm kỳ|đoàn thể|" +
        "mặt trận|hội viên|đoàn viên|thanh niên|phụ nữ|nông dân|cựu chiến|nhân dân|chính quyền|địa phương|cơ quan|đơn vị|cán bộ|công chức|viên chức|kỷ luật|kỷ cương|trách nhiệm|chất lượng|" +
        "hiệu quả|hiệu lực|nâng cao|tăng cường|đẩy mạnh|phấn đấu|hoàn thành|bảo đảm|đảm bảo|khắc phục|hạn chế|nguyên nhân|khuyết điểm|kết quả|đánh giá|xếp loại|tổng kết|sơ kết|báo cáo|" +
        "tham mưu|phối hợp|đôn đốc|hướng dẫn|ban hành|thẩm quyền|quy định|quy chế|pháp luật|khiếu nại|tố cáo|tiêu cực|tham nhũng|lãng phí|phòng ngừa|đấu tranh|tội phạm|nghĩa vụ|quân sự|" +
        "dân quân|huấn luyện|diễn tập|thiên tai|dịch bệnh|chăn nuôi|trồng trọt|thủy sản|lâm nghiệp|giải ngân|giải phóng|mặt bằng|bồi thường|đất đai|khoáng sản|tài nguyên").Split('|').Distinct()
        .GroupBy(word => Bare.Of(word)).Where(group => group.Count() == 1).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static readonly HashSet<string> Beginnings = Compounds.Keys.Select(words => words[..words.IndexOf(' ', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);

    // What is also written like them and is right.
    private static readonly HashSet<string> Right = new(
        ("tổ chức|tố chất|dân quân|quân dân|thường trú|kế hoạch|bí thư|phát triển|đại hội|hành chính|chính quyền|thực hiện|thức hiện|hội viên|nông dân|môi trường|mỗi trường|mới trường|y tế|dịch vụ|tài nguyên|" +
        "nhân dân|nhận dân|văn hoá|cấp uỷ|uỷ viên|thuỷ sản|kỉ luật|kỉ cương|xã hội|đoàn viên|kinh tế|kinh tệ|đảng bộ|đang bộ|đạo tạo|chỉ tiêu|chi tiêu|mục tiêu|công chức|công chúng|đơn vị|giáo dục|xây dựng|" +
        "hiểu quả|bao cao|cao báo|an ninh|ăn ninh|tăng cường|chi bộ|chỉ bộ|đại biểu|nâng cao|năng cao|nang cao|nhiệm kỳ|phòng ngừa|kết quả|chất lượng|đầu tư|đấu tư|hoàn thành|sơ kết|số kết|quy định|" +
        "đánh giá|hạn chế|hạn chê|đẩy mạnh|thể thao|cơ quan|cơ quân|quan trọng|nghị quyết|cán bộ|can bộ|trách nhiệm|đảm bảo|bảo đảm|thị ủy|ủy viện").Split('|'),
        StringComparer.Ordinal);

    public string Key => "names.wrong-word";

    public IEnumerable<Finding> Look(CheckedText text) => Companions(text).Concat(Neighbours(text));

    private static IEnumerable<Finding> Companions(CheckedText text)
    {
        var words = text.Syllables;
        var bare = new Dictionary<string, string>(StringComparer.Ordinal);
        string Plain(string word) => bare.TryGetValue(word, out var plain) ? plain : bare[word] = Bare.Of(word);
        var pairs = words.Zip(words.Skip(1)).Where(pair => Next(pair.First, pair.Second)).ToList();
        var counts = new Dictionary<(string, string), int>();
        foreach (var (one, next) in pairs)
        {
            counts[(one.Lower, next.Lower)] = counts.GetValueOrDefault((one.Lower, next.Lower)) + 1;
        }

        for (var index = 0; index < pairs.Count; index++)
        {
            var (first, second) = pairs[index];
            if (!Beginnings.Contains(Plain(first.Lower)))
            {
                continue;
            }

            if ((index > 0 && pairs[index - 1].Second == first && counts[(pairs[index - 1].First.Lower, first.Lower)] > 1)
                || (index + 1 < pairs.Count && pairs[index + 1].First == second && counts[(second.Lower, pairs[index + 1].Second.Lower)] > 1))
            {
                // One of the two belongs to another compound: "cơ sở | kết quả".
                continue;
            }

            var written = $"{first.Lower} {second.Lower}";
            if (Compounds.TryGetValue($"{Plain(first.Lower)} {Plain(second.Lower)}", out var right) && right != written && !Right.Contains(written)
                && Redline.TonePlacement.Key(right) != Redline.TonePlacement.Key(written) && counts[(first.Lower, second.Lower)] == 1 && Halves(right, written) == 1 && char.IsLower(second.Text[0]))
            {
                yield return text.On("WRONG_WORD", Severity.Error, first.Passage, first.Start, second.End - first.Start, $"“{first.Text} {second.Text}” có thể sai dấu.", right);
            }
        }
    }

    // "làm tổ công tác" where another place has "làm tốt công tác".
    private static IEnumerable<Finding> Neighbours(CheckedText text)
    {
        var words = text.Syllables;
        var seen = new Dictionary<(string, string, string), List<Syllable>>();
        var single = new Dictionary<(string, string), int>();
        for (var index = 1; index + 2 < words.Count; index++)
        {
            if (Next(words[index - 1], words[index]) && Next(words[index], words[index + 1]))
            {
                single[(words[index - 1].Lower, words[index].Lower)] = single.GetValueOrDefault((words[index - 1].Lower, words[index].Lower)) + 1;
                if (Next(words[index + 1], words[index + 2]))
                {
                    (seen.TryGetValue((words[index - 1].Lower, words[index + 1].Lower, words[index + 2].Lower), out var list) ? list : seen[(words[index - 1].Lower, words[index + 1].Lower, words[index + 2].Lower)] = []).Add(words[index]);
                }
            }
        }

        foreach (var ((before, after, _), found) in seen.Where(pair => pair.Value.Count > 1))
        {
            foreach (var spelled in found.GroupBy(word => word.Lower).Where(group => group.Count() == 1 && single.GetValueOrDefault((before, group.Key)) == 1).Select(group => group.First()))
            {
                if (found.Find(other => other.Lower != spelled.Lower && single.GetValueOrDefault((before, other.Lower)) > 1 && IsSlip(spelled.Lower, other.Lower)) is { } right)
                {
                    yield return text.On("WRONG_WORD", Severity.Error, spelled.Passage, spelled.Start, spelled.Text.Length, $"Chỗ khác viết “{before} {right.Lower} {after}”; chữ “{spelled.Text}” có thể sai.", $"{before} {right.Lower} {after}");
                }
            }
        }
    }

    private static bool Next(Syllable first, Syllable second) => first.Passage == second.Passage && second.Start == first.End + 1 && first.Passage.Text[first.End] == ' ';

    private static int Halves(string right, string written) => right.Split(' ').Zip(written.Split(' ')).Count(pair => pair.First != pair.Second);

    // A last letter lost, with or without its mark.
    private static bool IsSlip(string written, string right)
    {
        var (a, b) = (Bare.Of(written), Bare.Of(right));
        return a.Length > 1 && (b.Length == a.Length + 1 && b.StartsWith(a, StringComparison.Ordinal));
    }
}
