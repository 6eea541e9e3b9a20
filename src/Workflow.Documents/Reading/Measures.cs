using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Domain.FollowUp;

namespace Workflow.Documents.Reading;

/// <summary>A measured value in a sentence.</summary>
/// <param name="Index">Where its number begins.</param>
/// <param name="End">Behind its unit.</param>
/// <param name="Low">The value; lower end of a range.</param>
/// <param name="High">Upper end of a range.</param>
/// <param name="Unit">"%", "triệu đồng", "ha" … or empty.</param>
internal sealed record Measure(int Index, int End, decimal Low, decimal? High, string Unit)
{
    /// <summary>Units that measure; the others name what is counted ("thôn", "sản phẩm").</summary>
    public bool IsMeasured => Unit is "%" or "‰" || Measures.IsSize(Unit);
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
            var unit = match.Groups["unit"].Length > 0 ? match : Unit().Match(text, after, Math.Min(60, text.Length - after));
            var name = unit == match ? match.Groups["unit"].Value : unit.Success ? unit.Value.Trim() : "";
            var thousands = name.StartsWith("nghìn ", StringComparison.Ordinal) || name.StartsWith("ngàn ", StringComparison.Ordinal);
            var factor = thousands && !name.Contains("đồng", StringComparison.Ordinal) ? 1000 : 1;
            found.Add(new(
                match.Index,
                unit.Success ? unit.Index + unit.Length : after,
                factor * Number(match.Groups["low"].Value),
                match.Groups["high"].Length > 0 ? factor * Number(match.Groups["high"].Value) : null,
                factor > 1 ? name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] : name));
        }

        return found;
    }

    /// <summary>How a value is meant, by the words right before it and by "trở lên" after it.</summary>
    public static Comparator Meaning(string text, Measure measure)
    {
        var before = text[..measure.Index];
        var after = text[measure.End..];
        return measure.High is not null ? Comparator.Range
            : AtLeast().IsMatch(before) || (Upward().Match(after) is { Success: true } upward && !Grade().IsMatch(after[..upward.Index])) ? Comparator.AtLeast
            : AtMost().IsMatch(before) || Downward().IsMatch(after) ? Comparator.AtMost
            : Comparator.Equal;
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
    [GeneratedRegex(@"(?:năm|giai đoạn|nhiệm kỳ|giữa|đầu|cuối)\s+\d{4}(?:\s*[-–]\s*\d{4})?|\b20\d\d\s*[-–]\s*20\d\d|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/20\d\d|ngày\s+\d{1,2}(?:\s+tháng\s+\d{1,2})?|tháng\s+\d{1,2}|\d+[-/]\p{Lu}\S*|số\s+\d+\S*|trên 1 (?:ha|đơn vị)|(?:thứ|Đề án|khoản|mức độ|cấp|loại|hạng|ISO)\s+\d+(?:[.,:]\d+)*|\d+\s+sao\b|\b6 tháng\b")]
    private static partial Regex NotMeasured();

    [GeneratedRegex(@"(?<![\d.,#/])(?<low>\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,4})?|\d{1,3}(?:,\d{3}){2,4}|\d{1,9}(?:[.,]\d{1,4})?)(?![\d#])(?:(?:\s*[-–]\s*|\s*%?\s+đến\s+)(?<high>\d{1,3}(?:\.\d{3}){1,4}|\d{1,9}(?:[.,]\d{1,4})?))?(?:/\d{1,6}\b)?\s*(?<unit>[%‰])?")]
    private static partial Regex Value();

    [GeneratedRegex(@"\G\s*(?:(?:triệu|tỷ|nghìn|ngàn)(?:\s+(?:lượt\s+)?(?!đồng)\p{L}+)?(?:\s*đồng)?|tấn|tạ|kg|ha|km2?|m2|m²|m3|m³|con|đàn|hộ(?: nghèo| dân| gia đình)?|lao động|(?:lượt )?người|thôn|xã|phường|chi bộ|đảng viên|tổ chức đảng|đảng bộ|đồng chí|sản phẩm|mô hình|HTX(?:, THT)?|THT|hợp tác xã|tổ hợp tác|doanh nghiệp|cụm dân cư|tuyến đường|trường|lớp|học sinh|học viên|căn nhà|nhà|căn|dự án|công trình|tiêu chí|giường bệnh|bác sĩ|giờ|đồng|cuộc|lớp|công dân|thanh niên|điểm|tổ)(?![\p{L}])(?:/\p{L}+(?: \p{L}+(?=[.,;)]|$))?)*")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:%|(?:triệu|tỷ|nghìn|ngàn)|tấn|tạ|kg|ha|km|m[23²³]|đồng|giờ|điểm)")]
    private static partial Regex Size();

    [GeneratedRegex(@"(?:[≥>]|\btrên|\btừ|\bít nhất|\btối thiểu|\bkhông dưới|\bhơn|\bkhông thấp hơn)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"(?:[≤<]|\bdưới|\bkhông quá|\btối đa|\bkhông vượt quá|\bkhông cao hơn)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\btrở lên")]
    private static partial Regex Upward();

    [GeneratedRegex(@"\btrở xuống")]
    private static partial Regex Downward();

    // "hoàn thành tốt nhiệm vụ trở lên", "khá trở lên": the grade goes up, not the number.
    [GeneratedRegex(@"(?:nhiệm vụ|tốt|khá|giỏi|sao|#|mức \p{L}+)\s*$")]
    private static partial Regex Grade();

    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3}){2,}$")]
    private static partial Regex GroupedByComma();
}
