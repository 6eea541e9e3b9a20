using System.Text.RegularExpressions;

namespace Workflow.Documents.Reading;

/// <summary>The area of a goal by its own words, where the text makes no groups.</summary>
internal static partial class Areas
{
    public static string? Of(string words) =>
        Defence().IsMatch(words) ? "quốc phòng, an ninh"
        : Party().IsMatch(words) ? "xây dựng Đảng"
        : Front().IsMatch(words) ? "MTTQ, đoàn thể"
        : Administration().IsMatch(words) ? "cải cách hành chính, chuyển đổi số"
        : Culture().IsMatch(words) ? "văn hóa"
        : Society().IsMatch(words) ? "xã hội"
        : Environment().IsMatch(words) ? "môi trường"
        : Economy().IsMatch(words) ? "kinh tế"
        : null;

    [GeneratedRegex(@"\b(?:nhập ngũ|giao quân|tuyển quân|quân sự|công an|tội phạm|ma t(?:úy|uý)|an ninh|tai nạn giao thông|quốc phòng|dân quân)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Defence();

    [GeneratedRegex(@"\b(?:đảng viên|tổ chức (?:cơ sở )?đảng|chi bộ|đảng bộ cơ sở|cấp (?:ủy|uỷ)|kiểm tra, giám sát)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Party();

    [GeneratedRegex(@"\b(?:MTTQ|Mặt trận Tổ quốc|đoàn thể|đoàn viên|hội viên)\b")]
    private static partial Regex Front();

    [GeneratedRegex(@"\b(?:thủ tục hành chính|TTHC|dịch vụ công|trực tuyến|số hóa|số hoá|chuyển đổi số|cải cách hành chính)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Administration();

    [GeneratedRegex(@"\b(?:văn hóa|văn hoá|thể thao|di tích)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Culture();

    [GeneratedRegex(@"\b(?:hộ (?:cận )?nghèo|bảo hiểm|BHYT|BHXH|y tế|lao động|việc làm|trường|học sinh|trẻ em|suy dinh dưỡng|dân số|an sinh|nước sạch)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Society();

    [GeneratedRegex(@"\b(?:môi trường|rác|chất thải|che phủ rừng)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Environment();

    [GeneratedRegex(@"\b(?:ngân sách|giá trị|thu nhập|giải ngân|đầu tư|sản lượng|diện tích|doanh nghiệp|hợp tác xã|HTX|OCOP|kinh tế|tăng trưởng|nông thôn mới|KT-XH|sản xuất|đàn)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Economy();
}
