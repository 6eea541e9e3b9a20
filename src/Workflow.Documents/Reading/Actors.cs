using System.Text.RegularExpressions;

namespace Workflow.Documents.Reading;

/// <summary>Who acts in a sentence: the bodies at its beginning, before the first verb.</summary>
internal static partial class Actors
{
    /// <summary>The actor, as one stretch of words, and where the verb begins; null when the sentence begins with something else.</summary>
    public static (string Who, string? By, int Verb)? Of(string text)
    {
        // "Định kỳ hằng tháng, Ủy ban nhân dân xã báo cáo …": when comes before who.
        var when = When().Match(text).Length;
        if (Actor().Match(text[when..]) is not { Success: true } match)
        {
            return null;
        }

        if (Past().IsMatch(match.Groups["who"].Value))
        {
            return null;
        }

        var by = match.Groups["by"].Value.Trim(' ', ',', ':');
        return (match.Groups["who"].Value.Trim(' ', ',', ':', '-'), by.Length == 0 ? null : by, when + match.Groups["verb"].Index);
    }

    [GeneratedRegex(@"^(?:Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Căn cứ|Trên cơ sở|Trong|Sau khi|Đến)\b[^,;.]{2,80},\s+")]
    private static partial Regex When();

    // Bodies begin with a word of their kind; "giao", "yêu cầu", "đề nghị" may stand before them.
    private const string Kinds = @"(?:[Cc]ác|Ban|BCH|BTV|BCĐ|BTC|BXD|Bộ|Đảng|Ủy ban|Uỷ ban|UBND|HĐND|UBKT|UBMTTQ|MTTQ|Hội|Mặt trận|Văn phòng|VP|[Cc]hi|Công an|Quân sự|CA|Trung tâm|Đoàn|Trưởng|Bí thư|Phó|[Đđ]ồng chí|Đ/c|Thủ trưởng|Người đứng đầu|Phòng|Trạm|Trường|[Cc]ấp ủy|[Cc]ấp uỷ|Tổ(?! chức)|Thường trực|Cơ quan|[Mm]ỗi|[Tt]ừng|Hợp tác xã|Liên đoàn|Công đoàn|Cán bộ)\b";

    private const string Verbs = @"(?:lãnh đạo|chỉ đạo|chịu trách nhiệm|chủ trì|có trách nhiệm|có nhiệm vụ|xây dựng(?! Đảng)|tổ chức(?! đảng| chính trị| cơ sở| chính quyền| Đảng| thành viên| đoàn thể| hội)|theo dõi|định kỳ|hằng|hàng (?:tháng|quý|năm|tuần)|tổng hợp|cụ thể|ban hành|căn cứ|phối hợp|giúp(?! việc)|(?<!cơ quan )tham mưu|theo chức năng|theo nhiệm vụ|thường xuyên|báo cáo|trước ngày|chậm nhất|triển khai|đẩy mạnh|tăng cường|tiếp tục|tập trung|tham gia|hướng dẫn|đôn đốc|quán triệt|thẩm định|bố trí|phát huy|vận động|tuyên truyền(?! viên)|nghiêm túc|chủ động|bám sát|giám sát|thực hiện|rà soát|nâng cao|đổi mới|đề xuất|lập|gửi|chuẩn bị|cân đối|phân công|làm tốt|duy trì|hoàn thành|mở|hỗ trợ|quan tâm|khẩn trương|sớm|kịp thời|cập nhật|công khai|bảo đảm|đảm bảo|phát động|quản lý|kiểm tra(?=\s+(?:việc|đôn đốc|giám sát)|, (?:đôn đốc|giám sát)))";

    // "Ban Thường vụ đã chỉ đạo" reports, it does not ask.
    [GeneratedRegex(@"\b(?:đã|được|cũng|vừa|luôn)$|\bđã\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"^(?:(?<by>(?:" + Kinds + @"[^.;:]{0,60}?)?)\b\s*(?:[Gg]iao(?: cho)?|[Yy]êu cầu|[Đđ]ề nghị|[Pp]hân công)\s+)?(?<who>" + Kinds + @"[^.;:]{0,200}?|(?=$))[,:]?\s+(?<verb>" + Verbs + @")\b")]
    private static partial Regex Actor();
}
