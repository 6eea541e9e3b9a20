namespace Workflow.Documents.Checks.Names;

/// <summary>
/// Syllables that Vietnamese only knows inside compounds ("triển" in "triển khai", "phát triển"): one that has none of its companions beside it has lost
/// its other half. The companions are those of a dictionary, whatever a document happens to say.
/// </summary>
internal sealed class MissingSyllables : ICheck
{
    // The syllable: what may stand before it / what may stand after it. The first one after it, or else before it, is what is proposed.
    private static readonly Dictionary<string, (string[] Before, string[] After)> Bound = (
        "triển:phát tiến khai/khai lãm vọng hạn|thực:hiện thiết lương chân trung xác chứng đích sự túc hữu có năng phi tả sát thành ẩm nhật nguyệt/hiện tế sự trạng chất thi phẩm tiễn hành tập vật thụ dân lực quyền nghiệm tại đơn địa học túc thể tình khách quản thà ra lòng có lục|" +
        "nhiệm:trách chủ bổ tín đảm đương miễn bãi cử tiền kiêm tái kế ủy uỷ phụ từ biệt bách hậu đồng mãn tại/vụ kỳ sở chức màu|khích:khuyến kích quá hiềm/lệ bác tướng|củng:/cố|nỗ:/lực|tuân:/thủ theo lệnh hành phục|" +
        "khuyến:/khích nghị cáo mãi học nông công tài lâm ngư thiện diêm|phối:phân chi giao hợp điều tuyệt đồng xứng/hợp kết khí thuộc trí màu âm giống cảnh liệu ngẫu thí ghép|lãnh:bảo nhận thủ thống lạnh bản gánh ghẻ/đạo thổ địa hải vực sự tụ hội án lương cảm đủ nguyên đạm cung phận phạt hậu thưởng trọn chúa binh|" +
        "khởi:phấn quật dấy đồng nổi phơi hứng đề/công nghĩa sắc động đầu xướng tố nghiệp điểm kiện nguồn phát hành thảo sự tạo hấn|đốc:giám đôn đề tổng đô/thúc công học lý chứng suất phủ chiến|trách:quở chê oán khiển chuyên phụ đáng chức hình cứu tự/nhiệm móc cứ phạt mắng mình cứu").Split('|')
        .Select(entry => entry.Split(':')).ToDictionary(entry => entry[0], entry => (Words(entry[1], 0), Words(entry[1], 1)), StringComparer.Ordinal);

    public string Key => "names.missing-syllable";

    public IEnumerable<Finding> Look(CheckedText text)
    {
        var words = text.Syllables;
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (!Bound.TryGetValue(word.Lower, out var companions) || !char.IsLower(word.Text[0]))
            {
                continue;
            }

            var (before, after) = (index > 0 && IsNext(words[index - 1], word) ? words[index - 1] : null, index + 1 < words.Count && IsNext(word, words[index + 1]) ? words[index + 1] : null);
            if (before is null || after is null || companions.Before.Contains(before.Lower) || companions.After.Contains(after.Lower))
            {
                // At the edge of a phrase a hyphen, a bracket or an ellipsis may stand for the other half.
                continue;
            }

            var whole = companions.After.Length > 0 ? $"{word.Text} {companions.After[0]}" : $"{companions.Before[0]} {word.Text}";
            yield return text.On("MISSING_SYLLABLE", Severity.Error, word.Passage, before.Start, after.End - before.Start, $"Chữ “{word.Text}” đứng một mình: có thể thiếu một chữ, như trong “{whole}”.", $"{before.Text} {whole} {after.Text}");
        }
    }

    private static bool IsNext(Syllable first, Syllable second) => first.Passage == second.Passage && second.Start == first.End + 1 && first.Passage.Text[first.End] == ' ';

    private static string[] Words(string companions, int side) => companions.Split('/')[side].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
