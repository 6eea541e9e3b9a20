using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Documents.Import;

/// <summary>The official header: issuer, number, place and date (DOMAIN §2.2 boxes 1-4), in whichever order a converter left them.</summary>
internal sealed partial record HeaderZone(
    bool IsPresent, string? Superior, string? Organization, string? Number, string? Symbol, int? Ordinal, string? Place, DateOnly? Date)
{
    private const string Party = "ĐẢNG CỘNG SẢN VIỆT NAM";

    /// <summary>Reads the lines above the title, and the lines of the end, where some offices put place and date.</summary>
    public static HeaderZone Read(IEnumerable<SourceBlock> top, IEnumerable<SourceBlock> end)
    {
        var lines = top.SelectMany(Lines).ToList();
        var number = lines.Select(line => NumberLine().Match(line)).FirstOrDefault(match => match.Success);
        var dated = lines.Concat(end.SelectMany(Lines)).Select(line => PlaceAndDate().Match(line)).FirstOrDefault(match => match.Success);
        var organizations = Organizations(lines);
        var digits = number?.Groups[1].Value ?? "";
        var symbol = number is null ? null : $"{number.Groups[2].Value}/{number.Groups[3].Value}";
        int? ordinal = digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
        return new(
            lines.Exists(line => line.Contains(Party, StringComparison.Ordinal)),
            organizations.Count > 1 ? organizations[0] : null,
            organizations.Count > 0 ? organizations[^1] : null,
            ordinal is null ? null : $"{digits.PadLeft(2, '0')}-{symbol}",
            symbol,
            ordinal,
            dated?.Groups[1].Value.Trim(),
            dated is null ? null : DateOf(dated.Groups[2].Value, dated.Groups[3].Value, dated.Groups[4].Value));
    }

    /// <summary>Whether a block is part of a header by its own words.</summary>
    public static bool Names(SourceBlock block) => Lines(block).ToList() is { Count: > 0 } lines
        && lines.TrueForAll(line => line.Contains(Party, StringComparison.Ordinal) || NumberLine().IsMatch(line) || PlaceAndDate().IsMatch(line) || Issuer().IsMatch(line) || line.All(letter => letter is '*' or '-' or '_' or ' '));

    /// <summary>A date of three numbers, or null when there is no such day.</summary>
    public static DateOnly? DateOf(string day, string month, string year) => DateOnly.TryParseExact(
        $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // Boxes that stand side by side come as one line with a wide gap, or run together before the Party's name or the number.
    private static IEnumerable<string> Lines(SourceBlock block) =>
        (block.Cells?.SelectMany(row => row.SelectMany(cell => cell)) ?? [block.Text])
            .SelectMany(text => Gap().Split(text)).SelectMany(text => Beside().Split(text))
            .Select(line => line.Trim()).Where(line => line.Length > 0);

    // A name that fills two lines goes on in capitals.
    private static List<string> Organizations(List<string> lines)
    {
        var names = new List<string>();
        var last = -2;
        for (var index = 0; index < lines.Count; index++)
        {
            if (!Joining.IsCapitals(lines[index]) || lines[index].Contains(Party, StringComparison.Ordinal) || Mark().IsMatch(lines[index]))
            {
                continue;
            }

            if (Issuer().IsMatch(lines[index]))
            {
                names.Add(lines[index]);
                last = index;
            }
            else if (last == index - 1)
            {
                names[^1] += " " + lines[index];
            }
        }

        return names;
    }

    [GeneratedRegex(@"\s{3,}|[\t\n]")]
    private static partial Regex Gap();

    [GeneratedRegex(@"\s+(?=ĐẢNG CỘNG SẢN VIỆT NAM)|(?<=ĐẢNG CỘNG SẢN VIỆT NAM)\s+|(?<=^Số\s*:?[\s.…_]*\d{0,5}\s*[-–]\s*[A-ZĐ][A-Za-zĐđi]{0,4}\s*/\s*[A-ZĐ]{2,12})\s+")]
    private static partial Regex Beside();

    [GeneratedRegex(@"^Số\s*:?[\s.…_]*(\d{0,5})[\s.…_]*[-–]\s*([A-ZĐ][A-Za-zĐđi]{0,4})\s*/\s*([A-ZĐ]{2,12})\s*$")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^([\p{L}][\p{L}\s.-]{0,60}?),\s*ngày[\s.…_]*(\d{0,2})[\s.…_]*(?:tháng|/)[\s.…_]*(\d{0,2})[\s.…_]*(?:năm|/)\s*(\d{4}|[.…_]*)\s*[.]?$")]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^(?:ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|BAN |VĂN PHÒNG|CHI BỘ|ỦY BAN|UỶ BAN|ĐẠI HỘI)")]
    private static partial Regex Issuer();

    // Marks of secrecy, urgency and circulation stand in the header too (DOMAIN §1.13).
    [GeneratedRegex(@"^(?:MẬT|TỐI MẬT|TUYỆT MẬT|KHẨN|THƯỢNG KHẨN|HỎA TỐC|DỰ THẢO|TÀI LIỆU|LƯU HÀNH)")]
    private static partial Regex Mark();
}
