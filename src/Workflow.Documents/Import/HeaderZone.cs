using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>The official header: issuer, number, place and date (DOMAIN §2.2 boxes 1-4).</summary>
internal sealed partial record HeaderZone(
    bool IsPresent, string? Superior, string? Organization, string? Number, string? Symbol, int? Ordinal, string? Place, DateOnly? Date)
{
    public static HeaderZone Read(IEnumerable<SourceBlock> blocks)
    {
        // Boxes that stand side by side come as one line with a wide gap.
        var lines = blocks.SelectMany(block => block.Cells?.SelectMany(row => row.SelectMany(cell => cell)) ?? Gap().Split(block.Text))
            .Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var number = lines.Select(line => NumberLine().Match(line)).FirstOrDefault(match => match.Success);
        var dated = lines.Select(line => PlaceAndDate().Match(line)).FirstOrDefault(match => match.Success);
        var organizations = lines.Where(line => Joining.IsCapitals(line) && Issuer().IsMatch(line)).ToList();
        var digits = number?.Groups[1].Value ?? "";
        var symbol = number is null ? null : $"{number.Groups[2].Value}/{number.Groups[3].Value}";
        int? ordinal = digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
        return new(
            lines.Exists(line => line.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", StringComparison.Ordinal)),
            organizations.Count > 1 ? organizations[0] : null,
            organizations.Count > 0 ? organizations[^1] : null,
            ordinal is null ? null : $"{digits.PadLeft(2, '0')}-{symbol}",
            symbol,
            ordinal,
            dated?.Groups[1].Value.Trim(),
            dated is null ? null : DateOf(dated.Groups[2].Value, dated.Groups[3].Value, dated.Groups[4].Value));
    }

    /// <summary>A date of three numbers, or null when there is no such day.</summary>
    public static DateOnly? DateOf(string day, string month, string year) => DateOnly.TryParseExact(
        $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    [GeneratedRegex(@"\s{3,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^Số\s*:?\s*(\d{0,5})\s*[-–]\s*([A-ZĐ][A-Za-zĐđi]{0,4})\s*/\s*([A-ZĐ]{2,12})\s*$")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^([\p{L}][\p{L}\s.-]{0,60}?),\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})\s*$")]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|BAN |VĂN PHÒNG|CHI BỘ|ỦY BAN|UỶ BAN|ĐẠI HỘI)")]
    private static partial Regex Issuer();
}
