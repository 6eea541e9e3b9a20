using System.Text.RegularExpressions;

namespace Workflow.Documents.Checks.Names;

/// <summary>
/// Compounds that Vietnamese writers are known to confuse, because the sounds fall together in one part of the country or another: s and x, ch and tr,
/// d and gi, hỏi and ngã. The wrong side of each pair is no word at all, so it is wrong wherever it stands.
/// </summary>
internal sealed partial class Confusions : ICheck
{
    private static readonly Dictionary<string, string> Known = (
        "sát nhập=sáp nhập|bổ xung=bổ sung|xắp xếp=sắp xếp|sắp sếp=sắp xếp|sử lý=xử lý|sử phạt=xử phạt|đề suất=đề xuất|sản suất=sản xuất|suất khẩu=xuất khẩu|suất sắc=xuất sắc|xuất xắc=xuất sắc|năng xuất=năng suất|" +
        "công xuất=công suất|lãi xuất=lãi suất|áp xuất=áp suất|tần xuất=tần suất|sơ xuất=sơ suất|xơ xuất=sơ suất|xơ kết=sơ kết|súc tiến=xúc tiến|xâu sắc=sâu sắc|sâu xát=sâu sát|xát sao=sát sao|giám xát=giám sát|khảo xát=khảo sát|" +
        "rà xoát=rà soát|kiểm xoát=kiểm soát|trính sách=chính sách|chiển khai=triển khai|trương trình=chương trình|trú trọng=chú trọng|chung tâm=trung tâm|" +
        "chuyền thống=truyền thống|tuyên chuyền=tuyên truyền|chách nhiệm=trách nhiệm|trỉ đạo=chỉ đạo|trủ trì=chủ trì|chì trệ=trì trệ|chẩn trương=khẩn trương|chẩn chỉnh=chấn chỉnh|chấn trỉnh=chấn chỉnh|" +
        "dao lưu=giao lưu|dao thông=giao thông|dáo dục=giáo dục|dảm nghèo=giảm nghèo|giành cho=dành cho|để giành=để dành|giành thời gian=dành thời gian|dành thắng lợi=giành thắng lợi|dành chính quyền=giành chính quyền|dữ gìn=giữ gìn|dữ vững=giữ vững|" +
        "hổ trợ=hỗ trợ|hướng dẩn=hướng dẫn|lảng phí=lãng phí|tham nhủng=tham nhũng|cũng cố=củng cố|củng như=cũng như|kỷ thuật=kỹ thuật|kỷ năng=kỹ năng|kỹ luật=kỷ luật|kỹ cương=kỷ cương|kỹ niệm=kỷ niệm|thế kỹ=thế kỷ|nhiệm kỹ=nhiệm kỳ|" +
        "nghĩ hưu=nghỉ hưu|nghĩ việc=nghỉ việc|suy nghỉ=suy nghĩ|đề nghỉ=đề nghị|mạnh mẻ=mạnh mẽ|chặt chẻ=chặt chẽ|sẳn sàng=sẵn sàng|vửng mạnh=vững mạnh|vửng chắc=vững chắc|bền vửng=bền vững|sữa chữa=sửa chữa|sữa đổi=sửa đổi|" +
        "chia sẽ=chia sẻ|đẫy mạnh=đẩy mạnh|bão đảm=bảo đảm|đãm bảo=đảm bảo|bão vệ=bảo vệ|giãi pháp=giải pháp|giãi quyết=giải quyết|cãi cách=cải cách|cãi thiện=cải thiện|quãn lý=quản lý|kiễm tra=kiểm tra|phát triễn=phát triển|" +
        "triễn khai=triển khai|tỗ chức=tổ chức|thễ thao=thể thao|chuyễn đổi=chuyển đổi|tuyễn dụng=tuyển dụng|hiệu quã=hiệu quả|kết quã=kết quả|thăm quan=tham quan|tựu chung=tựu trung|vô hình chung=vô hình trung|chuẩn đoán=chẩn đoán").Split('|')
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly HashSet<string> Beginnings = Known.Keys.Select(words => words[..words.IndexOf(' ', StringComparison.Ordinal)]).ToHashSet(StringComparer.Ordinal);

    public string Key => "names.confusions";

    public IEnumerable<Finding> Look(CheckedText text) => Pairs(text).Concat(Between(text));

    private static IEnumerable<Finding> Pairs(CheckedText text)
    {
        var words = text.Syllables;
        for (var index = 0; index + 1 < words.Count; index++)
        {
            var (first, second) = (words[index], words[index + 1]);
            if (first.Passage != second.Passage || second.Start != first.End + 1 || !Beginnings.Contains(first.Lower))
            {
                continue;
            }

            // Longer ones first: "vô hình chung" holds no shorter pair, but others may.
            var third = index + 2 < words.Count && words[index + 2].Passage == second.Passage && words[index + 2].Start == second.End + 1 ? words[index + 2] : null;
            var (end, right) = third is not null && Known.TryGetValue($"{first.Lower} {second.Lower} {third.Lower}", out var longer) ? (third.End, longer)
                : Known.TryGetValue($"{first.Lower} {second.Lower}", out var known) ? (second.End, known)
                : (0, "");
            if (end > 0)
            {
                yield return text.On("WRONG_WORD", Severity.Error, first.Passage, first.Start, end - first.Start, $"“{first.Passage.Text[first.Start..end]}” là cách viết nhầm.", right);
            }
        }
    }

    // Both words exist; what stands on either side tells: something is done together "between" several.
    private static IEnumerable<Finding> Between(CheckedText text) => text.Matches(Together())
        .Select(pair => text.On("WRONG_WORD", Severity.Warning, pair.Passage, pair.Match, "“giữ” có thể là “giữa”.", pair.Match.Value + "a"));

    [GeneratedRegex(@"\p{L}+ (?:hợp|hệ|kết|nối|đổi|thoại|nhất|cách|lệch|tác|thuận|chuyển|lưu|cân đối|hòa) giữ(?= (?:các|hai|ba|những|nhiều) )")]
    private static partial Regex Together();
}
