using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Reading;

/// <summary>A measured value in a sentence.</summary>
/// <param name="Index">Where its number begins.</param>
/// <param name="End">Behind its unit.</param>
/// <param name="Low">The value; lower end of a range.</param>
/// <param name="High">Upper end of a range.</param>
/// <param name="OutOf">Of how many, in "26/31 thôn".</param>
/// <param name="Unit">"%", "triệu đồng", "ha" … or empty.</param>
internal sealed record Measure(int Index, int End, decimal Low, decimal? High, decimal? OutOf, string Unit)
{
    /// <summary>Units that measure; the others name what is counted ("thôn", "sản phẩm").</summary>
    public bool IsMeasured => Unit.StartsWith('%') || Unit.StartsWith('‰') || Measures.IsSize(Unit);
}

/// <summary>Reads numbers with their units as Vietnamese texts write them ("2.659.682 triệu đồng", "0,3-0,5%", "26/31 thôn").</summary>
internal static partial class Measures
{
    public static List<Measure> In(string text)
    {
        var found = new List<Measure>();
        var masked = NotMeasured().Replace(text, match => new string('#', match.Length));
        foreach (Match match in Value().Matches(masked))
        {
            var after = match.Index + match.Length;
            var ofAll = match.Groups["unit"].Length > 0 ? OfAll().Match(text, after) : Match.Empty;
            var unit = match.Groups["unit"].Length > 0 ? match : Unit().Match(text, after, Math.Min(60, text.Length - after));
            unit = unit.Success ? unit : Counted().Match(text, after);
            var name = unit == match ? match.Groups["unit"].Value + ofAll.Value : unit.Success ? unit.Value.Trim() : "";
            var thousands = name.StartsWith("nghìn ", StringComparison.Ordinal) || name.StartsWith("ngàn ", StringComparison.Ordinal);
            var factor = thousands && !name.Contains("đồng", StringComparison.Ordinal) ? 1000 : 1;
            found.Add(new(
                match.Index,
                ofAll.Success ? ofAll.Index + ofAll.Length : unit.Success ? unit.Index + unit.Length : after,
                factor * Number(match.Groups["low"].Value),
                match.Groups["high"].Length > 0 ? factor * Number(match.Groups["high"].Value) : null,
                match.Groups["of"].Length > 0 ? Number(match.Groups["of"].Value) : null,
                factor > 1 ? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] : name));
        }

        return found;
    }

    public static bool IsSize(string unit) => Size().IsMatch(unit);

    // "2.659.682" groups by thousands, "2,528,008" as well; "57,2" has a decimal comma.
    private static decimal Number(string text)
    {
        var plain = Grouped().IsMatch(text) ? text.Replace(".", "", StringComparison.Ordinal)
            : GroupedByComma().IsMatch(text) ? text.Replace(",", "", StringComparison.Ordinal)
            : text;
        return decimal.Parse(plain.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    // Years, dates, document numbers, ordinals, stars and grades are numbers that measure nothing.
    [GeneratedRegex(@"(?:năm|giai đoạn|nhiệm kỳ|giữa|đầu|cuối)\s+\d{4}(?:\s*[-–]\s*\d{4})?|\b20\d\d\s*[-–]\s*20\d\d|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/20\d\d|ngày\s+\d{1,2}(?:/\d{1,2})?(?:\s+tháng\s+\d{1,2})?|tháng\s+\d{1,2}|\d+\s*[-/]\s*\p{Lu}{2}\S*|số\s+\d+[-/]\S*|trên (?:1|01|một) (?:ha|đơn vị)|(?:thứ|Đề án|khoản|mức độ|cấp|loại|hạng|ISO|Điều|Công tác|Quyết định)\s+\d+(?:[.,:]\d+)*|\d+\s+sao\b|\b\d{1,2} (?:tháng|năm)\b|\b[23] cấp\b|\b24/7\b|\b24/24\b|\d[GD]\b|^\d{4}$")]
    private static partial Regex NotMeasured();

    [GeneratedRegex(@"(?<![\d.,#/\p{L}])(?<low>\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,4})?|\d{1,3}(?:,\d{3}){2,4}|\d{1,9}(?:[.,]\d{1,4})?)(?![\d#])(?:(?:\s*%?\s*[-–]\s*|\s*%?\s+đến\s+(?:dưới\s+)?)(?<high>\d{1,3}(?:\.\d{3}){1,4}|\d{1,9}(?:[.,]\d{1,4})?)(?![\d#/]))?(?:/(?<of>\d{1,6})\b)?\s*(?<unit>[%‰])?")]
    private static partial Regex Value();

    [GeneratedRegex(@"\G\s*(?:(?:triệu|tỷ|tỉ|nghìn|ngàn)(?:\s+(?:lượt\s+)?(?!đồng)\p{L}+)?(?:\s*đồng)?|tấn|tạ|kg|ha|km2?|m2|m²|m3|m³|con|đàn|hộ(?: nghèo| dân| gia đình)?|lao động|(?:lượt )?người|thôn|xã|phường|chi bộ|đảng viên|tổ chức đảng|đảng bộ|đồng chí|sản phẩm|mô hình|HTX(?:, THT)?|THT|hợp tác xã|tổ hợp tác|doanh nghiệp|cụm dân cư|tuyến đường|trường|lớp|học sinh|học viên|căn nhà|nhà|căn|dự án|công trình|tiêu chí|giường bệnh|bác sĩ|giờ|đồng|cuộc|công dân|thanh niên|điểm|tổ|buổi|khu dân cư|đề án|nghị quyết|hội nghị)(?![\p{L}])(?:/\p{L}+(?: \p{L}+(?=[.,;)]|$))?)*")]
    private static partial Regex Unit();

    // A word that is counted, when it is no word of the sentence.
    [GeneratedRegex(@"\G\s*(?<=\s)(?!(?:và|trở|trong|của|so|theo|đến|là|được|đạt|với|cho|có|từ|trên|dưới|vào|để|nhằm|hoặc|đã|sẽ|thì|mà|các|ở|tại|về|do|bằng|phần)\b)\p{Ll}{2,8}(?![\p{L}])")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\G/(?:năm|tháng|quý|nhiệm kỳ)\b|\G\s+tổng số(?:\s+\p{Ll}+){1,4}?(?=\s*(?:[.,;)]|$|trở lên|trở xuống|được|là|có|đạt))")]
    private static partial Regex OfAll();

    [GeneratedRegex(@"^(?:%|(?:triệu|tỷ|tỉ|nghìn|ngàn)|tấn|tạ|kg|ha|km|m[23²³]|đồng|giờ|điểm)")]
    private static partial Regex Size();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3}){2,}$")]
    private static partial Regex GroupedByComma();
}
